"""How a profile fits: every role, one role or job, roles beside each other, and what one skill more would change."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from comparisons.addresses import comparison_path
from jobs.models import PUBLIC, Job
from profiles.fit.addresses import PART, compared_fit_path, role_fit_path
from profiles.fit.imagined import imagined
from profiles.fit.matrix import matrix
from profiles.fit.matrix_page import matrix_page
from profiles.fit.panel import Panel, panel_of, wanted_by
from profiles.fit.person import Person, person_of
from profiles.fit.targets import wanted_by_roles
from profiles.fit.what_if import ladders
from profiles.fit.wording import fit_line
from profiles.models import Profile
from profiles.views.private import own_page, private
from roles.models import Role
from roles.views.finding import role_or_404

View = Callable[..., HttpResponse]


def of_person(view: View) -> View:
    """`view(request, person, profile, …)`; who has no skill that we know is told where to begin."""

    @private
    @wraps(view)
    def found(request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        """Any: of the address."""
        profile = Profile.objects.select_related("location").of(request.user)
        person = person_of(profile) if profile else None
        if profile is None or person is None or not person.slugs:
            return nothing_to_say(request) or own_page(request, "fit_begin", profile=profile)
        return view(request, person, profile, *args, **options)

    return found


def is_part(request: HttpRequest) -> bool:
    """Whether a public page asks for what it shows of it."""
    return request.GET.get(PART) == "1"


def nothing_to_say(request: HttpRequest) -> HttpResponse | None:
    """To a public page, which then stays as it is."""
    return HttpResponse(status=204) if is_part(request) else None


@of_person
@require_safe
def all_roles(request: HttpRequest, person: Person, profile: Profile) -> HttpResponse:
    """Every published role. Nine queries beside those that say who it is."""
    wanted = set(profile.target_roles.values_list("pk", flat=True))
    roles = Role.objects.published().only("pk", "slug", "name", "family", "experience_min").order_by("name")
    has, _ = person.have()
    page = matrix_page(list(roles), lambda some: matrix(has, some, wanted), request.GET)
    if page is None:
        raise Http404("No such page.")
    return own_page(request, "fit_matrix", page=page, has_wishes=bool(wanted))


@of_person
@require_safe
def role(request: HttpRequest, person: Person, profile: Profile, slug: str) -> HttpResponse:
    found = role_or_404(slug)
    if found.slug != slug:
        return redirect(role_fit_path(found.slug))
    return _of(request, person, found, found.name, found.get_absolute_url())


@of_person
@require_safe
def job(request: HttpRequest, person: Person, profile: Profile, job: int) -> HttpResponse:
    found = get_object_or_404(Job.objects.select_related("company").filter(status__in=PUBLIC), pk=job)
    return _of(request, person, found, f"{found.title}, {found.company.name}", found.get_absolute_url())


def _of(request: HttpRequest, person: Person, of: Role | Job, name: str, href: str) -> HttpResponse:
    """The part takes six queries at most beside those that say who it is and what they have, the page five more: how
    many jobs pass is counted for it alone."""
    wanted = wanted_by(of)
    if wanted is None:
        return nothing_to_say(request) or own_page(request, "fit_unknown", name=name, href=href)
    has, links = person.have(*wanted.target.points)
    panel = panel_of(has, links, wanted, of)
    if is_part(request):
        return _part(request, [("", panel)])
    [steps] = ladders(has, [(wanted.target, gaining(panel))])
    job = of if isinstance(of, Job) else None
    return own_page(request, "fit_of", name=name, href=href, panel=panel, ladder=steps, job=job)


def gaining(panel: Panel) -> dict[str, str]:
    """Names of the skills that would raise it most, by slug."""
    return {gain.slug: gain.name for gain in panel.table.gains}


def _part(request: HttpRequest, panels: list[tuple[str, Panel]]) -> HttpResponse:
    """What a public page shows: one line, and behind it all the rest. panels: each with its name where there are
    several."""
    tables = [panel.table for _, panel in panels]
    blockers = sum(len(panel.blockers) for _, panel in panels)
    line = fit_line([table.score for table in tables], tables[0].band.name, blockers)
    return own_page(request, "fit_part", panels=panels, line=line)


@of_person
@require_safe
def compared(request: HttpRequest, person: Person, profile: Profile, slugs: tuple[str, ...]) -> HttpResponse:
    """Two or three roles beside each other. Five queries beside those that say who it is and what they have."""
    roles = _roles_or_404(slugs)
    path = compared_fit_path(*(role.slug for role in roles))
    if request.path != path:
        return redirect(path)
    wanted = wanted_by_roles(roles)
    has, links = person.have(*(slug for each in wanted.values() for slug in each.target.points))
    known = [role for role in roles if role.pk in wanted]
    panels = [panel_of(has, links, wanted[role.pk], role) for role in known]
    named = list(zip([role.name for role in known], panels, strict=True))
    if is_part(request):
        return _part(request, named) if known == roles else HttpResponse(status=204)
    steps = ladders(has, [(wanted[role.pk].target, gaining(panel)) for role, panel in zip(known, panels, strict=True)])
    columns = [(name, panel, each) for (name, panel), each in zip(named, steps, strict=True)]
    href = comparison_path(*(role.slug for role in roles))
    return own_page(request, "fit_compared", roles=roles, panels=columns, href=href)


def _roles_or_404(slugs: tuple[str, ...]) -> list[Role]:
    """Two different ones at least."""
    try:
        found = {role.pk: role for role in Role.objects.published().resolve(*slugs)}
    except Role.DoesNotExist as missing:
        raise Http404(str(missing)) from None
    if len(found) < 2:
        raise Http404("A role can't be compared with itself.")
    return sorted(found.values(), key=lambda role: role.slug)


@of_person
@require_safe
def what_if(request: HttpRequest, person: Person, profile: Profile) -> HttpResponse:
    """Skills that stand in the address and nowhere else. Twelve queries beside those that say who it is."""
    found = imagined(person, list(profile.target_roles.published()), request.GET.getlist("skill"))
    return own_page(request, "fit_what_if", imagined=found)
