"""What is kept of whom: the public page that says it, and where its owner sees, takes along and deletes it."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from profiles.export import archive
from profiles.file_answer import as_file
from profiles.forms.profile import DeletionForm
from profiles.models import READING_KEPT, Consent, ProfileView
from profiles.models.applications import AT_THE_DESK
from profiles.notices import NOTICES, Purpose
from profiles.retention import DRAFTS_KEPT, LOOKS_KEPT, SIGN_UP, UNUSED, WARNING, end_purpose
from profiles.views.overview import EDIT
from profiles.views.private import own_page, posted, private
from roles.structured_data import pages

DAYS_TO_ANSWER = 30


@require_safe
def notice(request: HttpRequest) -> HttpResponse:
    """The same for everyone; no query."""
    return render(request, "profiles/notice.html", {**kept(), "json_ld": pages.of_words("Privacy", request.path)})


def kept() -> dict[str, object]:
    """Who answers, and for how long things are kept, in the units that the page speaks in."""
    return {
        "notices": {purpose: notice for purpose, notice in NOTICES.items() if is_offered(purpose)},
        "contact": settings.GRIEVANCE_CONTACT,
        "days_to_answer": DAYS_TO_ANSWER,
        "unused_months": UNUSED.days * 12 // 365,
        "warning_days": WARNING.days,
        "sign_up_days": SIGN_UP.days,
        "looks_days": LOOKS_KEPT.days,
        "reading_hours": READING_KEPT // timedelta(hours=1),
        "desk_days": AT_THE_DESK.days,
        "drafts_days": DRAFTS_KEPT.days,
    }


def is_offered(purpose: Purpose) -> bool:
    """Other words for lines only where there is a language model."""
    return purpose is not Purpose.WORDING or bool(settings.LLM_URL)


@private
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    consents = list(Consent.objects.filter(user=request.user))
    current = {consent.purpose: consent for consent in consents if consent.withdrawn_at is None}
    return own_page(
        request,
        "privacy",
        purposes=[
            (purpose, NOTICES[purpose], current.get(purpose))
            for purpose in Purpose
            if purpose in current or is_offered(purpose)
        ],
        past=[consent for consent in consents if consent.withdrawn_at],
        views=ProfileView.objects.filter(profile__user=request.user)[:100],
        **kept(),
    )


@private
@require_POST
def withdraw(request: HttpRequest, purpose: Purpose) -> HttpResponse:
    """As easy as giving: one button. What hung on it goes at once."""
    with transaction.atomic():
        Consent.objects.withdraw(request.user, purpose)
        end_purpose(request.user, purpose)
    return redirect("profiles:privacy")


@private
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    return as_file(archive(request.user), "application/zip", f"profile-{timezone.localdate():%Y-%m-%d}.zip")


@private
@require_http_methods(EDIT)
def delete(request: HttpRequest) -> HttpResponse:
    """The account and all that is its own, at once."""
    form = DeletionForm(request.user, posted(request))
    if not form.is_valid():
        return own_page(request, "delete", form=form)
    user = request.user
    with transaction.atomic():
        end_purpose(user, Purpose.PROFILE)
        logout(request)
        user.delete()
    return redirect("profiles:deleted")


@require_safe
def deleted(request: HttpRequest) -> HttpResponse:
    response = render(request, "profiles/deleted.html")
    response["Cache-Control"] = "no-store"
    return response
