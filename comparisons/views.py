from collections.abc import Callable, Iterable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from comparisons import structured_data
from comparisons.addresses import SlugPair, SlugTrio, comparison_path
from comparisons.fields import field_page, fields
from comparisons.page import TEMPLATE, pair_page, suits_page, trio_page
from comparisons.picker import pick
from comparisons.queries import find_roles, get_comparison
from comparisons.sharing import card_response, comparison_card
from comparisons.twins import files
from roles.fields import names_at_hand
from roles.models import Family, Role

MOST_TICKS = 100  # more boxes than any pair has
NEAREST = 6  # comparisons of a field that the list of all fields shows


@require_safe
def list_comparisons(request: HttpRequest) -> HttpResponse:
    """The nearest comparisons of every field; with `?role=…&role=…` the way to the one that is meant."""
    picked = pick(request.GET.getlist("role"))
    if picked.path:
        return redirect(picked.path)
    found = fields(NEAREST)
    context = {
        "picked": picked,
        "fields": [(field.label, field) for field in found],
        "role_names": names_at_hand(),
        "json_ld": structured_data.pair_list(found),
    }
    return render(request, "comparisons/list.html", context)


@require_safe
def field(request: HttpRequest, family: Family, number: int = 1) -> HttpResponse:
    """All comparisons of a field that search engines are shown. Two queries."""
    page = field_page(family, number)
    if page is None:
        raise Http404(f"No page {number} of {family}.")
    if request.path != page.path:
        return redirect(page.path, permanent=True)
    return render(request, "comparisons/field.html", {"page": page, "json_ld": structured_data.field(page)})


@require_safe
def detail(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    left, right = _roles_or_404(pair)
    path = comparison_path(left.slug, right.slug)
    if request.path != path:
        return redirect(path, permanent=True)
    left, right = _with_first(request.GET.get("first", ""), [left, right])
    return render(request, TEMPLATE, pair_page(left, right, request.GET))


@require_safe
def card(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    """The picture of a comparison. Five queries."""
    left, right = _roles_or_404(pair)
    path = reverse("comparisons:card", args=[SlugPair(left.slug, right.slug)])
    if request.path != path:
        return redirect(path, permanent=True)
    drawn = comparison_card(get_comparison(left, right))
    if drawn is None:
        raise Http404("The face lacks a letter of these names.")
    return card_response(request, drawn)


@require_safe
def markdown(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    """The page as text."""
    return _twin(request, pair, "markdown", files.markdown_response)


@require_safe
def twin_json(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    """The page for programs."""
    return files.read_anywhere(_twin(request, pair, "json", files.json_response))


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    return files.read_anywhere(files.schema_response())


def _twin(
    request: HttpRequest, pair: SlugPair, kind: str, respond: Callable[[files.Told], HttpResponse]
) -> HttpResponse:
    """Nine queries at most."""
    left, right = _roles_or_404(pair)
    path = reverse(f"comparisons:{kind}", args=[SlugPair(left.slug, right.slug)])
    if request.path != path:
        return redirect(path, permanent=True)
    return respond(files.told(left, right))


@require_safe
def suits(request: HttpRequest, pair: SlugPair) -> HttpResponse:
    """Which of two roles suits somebody: what they tick stands in the address, and nowhere else. Six queries."""
    left, right = _roles_or_404(pair)
    path = reverse("comparisons:suits", args=[SlugPair(left.slug, right.slug)])
    if request.path != path:
        return redirect(path, permanent=True)
    have, like = (set(request.GET.getlist(name)[:MOST_TICKS]) for name in ("have", "like"))
    return render(request, "comparisons/suits.html", suits_page(left, right, have, like))


@require_safe
def trio(request: HttpRequest, slugs: SlugTrio) -> HttpResponse:
    """Three roles side by side; two of them that are one role lead to the page of the pair. Four queries."""
    roles = _roles_or_404(slugs)
    path = comparison_path(*(role.slug for role in roles))
    if request.path != path:
        return redirect(path, permanent=True)
    return render(request, "comparisons/trio.html", trio_page(*_with_first(request.GET.get("first", ""), roles)))


def _roles_or_404(slugs: Iterable[str]) -> list[Role]:
    """The different roles of these slugs in the address' order: two at least."""
    try:
        roles = list(dict.fromkeys(find_roles(*slugs)))
    except Role.DoesNotExist as missing:
        raise Http404(str(missing)) from None
    if len(roles) < 2:
        raise Http404("A role can't be compared with itself.")
    return roles


def _with_first(slug: str, roles: list[Role]) -> list[Role]:
    """The role of this slug in the first column, the others as they are."""
    return sorted(roles, key=lambda role: role.slug != slug)
