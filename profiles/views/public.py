"""The public page of a profile, and where its owner says what stands on it."""

import uuid

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from profiles.forms.profile import PublicForm
from profiles.models import Consent, Part, Profile, ProfileView, Viewer
from profiles.notices import NOTICES, Purpose
from profiles.sections import SECTIONS
from profiles.shown import shown
from profiles.views.overview import EDIT
from profiles.views.private import of_profile, own_page, posted


@require_safe
def page(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    """Without a cookie; in no cache, so that it is gone when its owner says so. A private one isn't there.

    Eleven queries at most, one of them counts the look.
    """
    profile = Profile.objects.public().select_related("user").whole().filter(token=token).first()
    if profile is None:
        raise Http404
    if request.method == "GET":
        ProfileView.objects.count_one(profile, Viewer.PUBLIC)
    parts = set(profile.shownpart_rows.values_list("part", flat=True))
    facts = shown(profile.facts(), parts)
    context = {
        "facts": facts,
        "parts": [(section, section.of(facts)) for section in SECTIONS.values()],
        "is_indexable": profile.is_indexable,
    }
    response = render(request, "profiles/public.html", context)
    response["Cache-Control"] = "no-store"
    if not profile.is_indexable:
        response["X-Robots-Tag"] = "noindex"
    return response


@of_profile
@require_http_methods(EDIT)
def settings_page(request: HttpRequest, profile: Profile) -> HttpResponse:
    """What the page shows; before there is one, what it would be."""
    if not profile.is_public:
        return own_page(request, "public_start", notice=NOTICES[Purpose.PUBLIC])
    form = PublicForm(posted(request), instance=profile)
    if form.is_valid():
        form.save()
        return redirect("profiles:public")
    return own_page(request, "public_settings", form=form, profile=profile)


@of_profile
@require_POST
def go_public(request: HttpRequest, profile: Profile) -> HttpResponse:
    """With the name and the headline on it; more only once it is ticked."""
    with transaction.atomic():
        Consent.objects.give(request.user, Purpose.PUBLIC)
        Profile.objects.filter(pk=profile.pk).update(is_public=True)
        for part in (Part.NAME, Part.HEADLINE):
            profile.shownpart_rows.get_or_create(part=part)
    return redirect("profiles:public")


@of_profile
@require_POST
def new_address(request: HttpRequest, profile: Profile) -> HttpResponse:
    Profile.objects.filter(pk=profile.pk).update(token=uuid.uuid4())
    return redirect("profiles:public")
