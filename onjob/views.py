import re
import sys

from django.db import DataError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.views.decorators.http import require_safe

from comparisons.picker import pick
from comparisons.queries import home_pairs
from comparisons.sharing import card_response, site_card
from onjob import search, structured_data
from onjob.pages.models import PublicPage
from onjob.plain import bad_request, plain, standalone, unavailable
from roles.fields import names_at_hand, role_fields, stand_together
from roles.models import Role
from roles.names import Named, RoleNames


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """All roles by field, or where they are too many the fields alone. Five queries."""
    fields = role_fields()
    context = {
        "picked": pick([]),
        "role_names": names_at_hand(),
        "pairs": home_pairs(8),
        "families": Role.objects.by_family() if stand_together(fields) else [],
        "fields": fields,
        "json_ld": structured_data.home(),
    }
    return render(request, "home.html", context)


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    typed = request.GET.get("q", "")
    return render(request, "search.html", {"found": search.find(typed), "typed": typed[: search.LONGEST]})


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """What the search box offers while somebody types, with kind=role the picker, with kind=skill a profile: the same
    for everyone, so caches may keep it."""
    kinds = {"role": search.suggest_roles, "skill": search.suggest_skills}
    offer = kinds.get(request.GET.get("kind", ""), search.suggest)
    found = offer(request.GET.get("q", ""))
    response = JsonResponse({"suggestions": [{"label": a, "kind": b, "href": c} for a, b, c in found]})
    response["Cache-Control"] = "public, max-age=300"
    response["X-Robots-Tag"] = "noindex"
    return response


@require_safe
def card(request: HttpRequest) -> HttpResponse:
    """The picture of every page that has none of its own."""
    return card_response(request, site_card())


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Browsers ask for it beside everything that names no icon: the desk, a feed, a PDF."""
    response = HttpResponseRedirect(static("icon.svg"))
    response["Cache-Control"] = "public, max-age=86400"
    return response


@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the database answers; when not, the error becomes the 503 of any other page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return plain(200, "ok")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The 404 page, with the roles whose names look like the address; 410 where a page stood that was taken down."""
    is_gone = _is_gone(request.path)
    context = {"suggestions": _suggestions(request.path), "is_gone": is_gone}
    return render(request, "404.html", context, status=410 if is_gone else 404)


def _is_gone(path: str) -> bool:
    """One query, none where no page of the catalogue can have stood: most lost requests are of programs that guess."""
    return bool(re.match(r"/(?:compare-roles|roles|salaries|skills|companies)/.", path)) and PublicPage.objects.is_gone(
        path
    )


def _suggestions(path: str) -> list[Named]:
    match = re.match(r"/(?:roles|compare-roles|salaries)/([^/]{1,200})", path)
    if not match:
        return []
    names = RoleNames()
    slugs = re.split(r"-vs-", match[1].lower().replace("_", "-"))[:3]
    return list({role.slug: role for slug in slugs for role in names.nearest(slug.replace("-", " "), 4)}.values())


def server_error(request: HttpRequest) -> HttpResponse:
    """The 500 handler: what a middleware raises never reaches process_exception, so the database's faults are
    sorted here once more."""
    error = sys.exc_info()[1]
    if isinstance(error, OperationalError | InterfaceError):
        return unavailable()
    if isinstance(error, DataError):
        return bad_request(request)
    return standalone(500, "500.html")
