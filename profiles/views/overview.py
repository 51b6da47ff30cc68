from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from profiles.completeness import Wishes, completeness
from profiles.forms.profile import AboutForm, RolesForm, StartForm, WishesForm
from profiles.models import Consent, Profile
from profiles.next_step import next_step
from profiles.notices import NOTICES, Purpose
from profiles.sections import SECTIONS
from profiles.views.private import of_profile, own_page, posted, private, way_back

EDIT = ("GET", "HEAD", "POST")


@private
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Ten queries with those that say who it is."""
    profile = Profile.objects.with_choices().with_counts().whole().of(request.user)
    if profile is None:
        return _first_visit(request, StartForm())
    profile.user = request.user
    facts = profile.facts()
    role_names = (profile.role_names or "").split("\n") if profile.role_names else []
    complete = completeness(facts, Wishes(len(role_names), profile.notice_days))
    return own_page(
        request,
        "overview",
        profile=profile,
        facts=facts,
        step=next_step(facts, complete, profile.has_reading),
        role_names=sorted(role_names),
        place_names=sorted(profile.place_names.split("\n")) if profile.place_names else [],
        complete=complete,
        parts=[(section, section.of(facts)) for section in SECTIONS.values()],
    )


@private
@require_POST
def start(request: HttpRequest) -> HttpResponse:
    form = StartForm(request.POST)
    if not form.is_valid():
        return _first_visit(request, form)
    with transaction.atomic():
        Consent.objects.give(request.user, Purpose.PROFILE)
        Profile.objects.get_or_create(user=request.user)
    return redirect(way_back(request.POST.get("next", "")) or "profiles:overview")


def _first_visit(request: HttpRequest, form: StartForm) -> HttpResponse:
    wanted = way_back(request.POST.get("next", "") or request.GET.get("next", ""))
    return own_page(request, "first", form=form, notice=NOTICES[Purpose.PROFILE], next=wanted)


@of_profile
@require_http_methods(EDIT)
def about(request: HttpRequest, profile: Profile) -> HttpResponse:
    form = AboutForm(posted(request), instance=profile)
    if form.is_valid():
        form.save()
        return redirect("profiles:overview")
    return own_page(request, "about", form=form)


@of_profile
@require_http_methods(EDIT)
def wishes(request: HttpRequest, profile: Profile) -> HttpResponse:
    form = WishesForm(posted(request), instance=profile)
    if form.is_valid():
        form.save()
        return redirect("profiles:overview")
    return own_page(request, "wishes", form=form)


@of_profile
@require_http_methods(EDIT)
def roles(request: HttpRequest, profile: Profile) -> HttpResponse:
    form = RolesForm(profile, posted(request))
    if form.is_valid():
        form.save()
        return redirect("profiles:overview")
    return own_page(request, "roles", form=form)
