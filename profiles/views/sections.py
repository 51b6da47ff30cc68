"""Lists of rows: add, change, remove, put in order. A row of somebody else isn't there."""

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from profiles.models import Profile, ProfileRow
from profiles.rows import fact_of
from profiles.sections import Section
from profiles.views.overview import EDIT
from profiles.views.private import of_profile, own_page, posted
from roles.models import Skill

MOVES = {"first": None, "up": -1, "down": 1}  # places


@of_profile
@require_http_methods(EDIT)
def rows(request: HttpRequest, profile: Profile, section: Section) -> HttpResponse:
    """The list, and the form that adds to it."""
    form = section.form(profile, posted(request), initial=_named(request) if section.slug == "skills" else None)
    if form.is_valid():
        form.save()
        return redirect("profiles:rows", section)
    found = section.model.objects.of(profile)
    listed = found.select_related("skill") if section.slug == "skills" else found
    return own_page(request, "rows", section=section, rows=[(each.pk, fact_of(each)) for each in listed], form=form)


@of_profile
@require_http_methods(EDIT)
def row(request: HttpRequest, profile: Profile, section: Section, key: int) -> HttpResponse:
    form = section.form(profile, posted(request), instance=_row(profile, section, key))
    if form.is_valid():
        form.save()
        return redirect("profiles:rows", section)
    return own_page(request, "row", section=section, key=key, form=form)


@of_profile
@require_http_methods(EDIT)
def remove(request: HttpRequest, profile: Profile, section: Section, key: int) -> HttpResponse:
    """Asks before it does."""
    found = _row(profile, section, key)
    if request.method == "POST":
        found.delete()
        return redirect("profiles:rows", section)
    return own_page(request, "remove", section=section, fact=fact_of(found))


@of_profile
@require_POST
def move(request: HttpRequest, profile: Profile, section: Section, key: int, to: str) -> HttpResponse:
    """Four queries, however many rows there are."""
    _row(profile, section, key)
    with transaction.atomic():
        _put_in_order(list(section.model.objects.of(profile).select_for_update()), key, MOVES[to])
    return redirect("profiles:rows", section)


def _named(request: HttpRequest) -> dict[str, str]:
    """The name of the skill that the address says, to begin with. One query, none for none."""
    slug = request.GET.get("skill", "")
    name = Skill.objects.filter(slug=slug).values_list("name", flat=True).first() if slug else None
    return {"name": name} if name else {}


def _put_in_order(rows: list[ProfileRow], key: int, by: int | None) -> None:
    """by: so many places down; None: to the top. At either end it stays."""
    at = next((at for at, row in enumerate(rows) if row.pk == key), None)
    if at is None:
        return
    moved = rows.pop(at)
    rows.insert(0 if by is None else max(0, at + by), moved)
    for position, row in enumerate(rows, start=1):
        row.position = position
    type(moved).objects.bulk_update(rows, ["position"])


def _row(profile: Profile, section: Section, key: int) -> ProfileRow:
    return get_object_or_404(section.model.objects.of(profile), pk=key)
