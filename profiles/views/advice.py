"""What would make a person's résumé better, with a fix by one click where one is sure; and what a program makes of
a file of theirs."""

import datetime

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from profiles.advice.advising import advise, mended
from profiles.advice.case import Case
from profiles.advice.filed import of_file, of_file_alone
from profiles.advice.fine import fine
from profiles.advice.places import Told, told
from profiles.advice.suggestions import sendable
from profiles.casing import case_of, places_of
from profiles.chat_server import chat_server
from profiles.importing.extracting.answers import MOST_BYTES
from profiles.importing.pieces import Refused
from profiles.importing.reading import read
from profiles.models import Consent, Profile
from profiles.notices import NOTICES, Purpose
from profiles.pace import Pace
from profiles.views.private import of_profile, own_page
from roles.feedback.limits import not_now
from roles.words import duration

LONGEST_KEY = 80  # characters
PACE = Pace("advice-file", 20, datetime.timedelta(minutes=10))


class OwnFileForm(forms.Form):
    file = forms.FileField(
        label="Your file",
        help_text="PDF, DOCX or plain text, 5 MB at most.",
        error_messages={"required": "Choose a file first.", "empty": "This file is empty."},
    )


@of_profile
@require_safe
def advice(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Fifteen queries."""
    return advice_page(request, profile)


def advice_page(request: HttpRequest, profile: Profile, **context: object) -> HttpResponse:
    """With more of the template's words, if any."""
    profile.read_sections()
    case, places = case_of(profile), places_of(profile)
    findings = advise(case)
    return own_page(
        request,
        "advice",
        **{
            "findings": [told(finding, places) for finding in findings],
            "fine": fine(case, findings),
            "has_targets": bool(case.wanted),
            "file_form": OwnFileForm(),
            "wording": _wording(request, case),
            **context,
        },
    )


@of_profile
@require_POST
def mend(request: HttpRequest, profile: Profile) -> HttpResponse:
    """One change, which the page has shown; none where what it was about has changed since."""
    key = request.POST.get("finding", "")[:LONGEST_KEY]
    with transaction.atomic():
        locked = Profile.objects.locked(profile)
        case = case_of(locked)
        facts = mended(case, key)
        if facts != case.facts:
            locked.take(facts)
    is_done = facts != case.facts
    messages.info(
        request, "Done. Your profile is changed." if is_done else "Nothing was changed: it isn’t so any more."
    )
    return redirect("profiles:advice")


@of_profile
@require_POST
def file(request: HttpRequest, profile: Profile) -> HttpResponse:
    """What a program makes of a file. It is read, told of and forgotten, so there is nowhere to redirect to."""
    form = OwnFileForm(request.POST, request.FILES)
    if not form.is_valid():
        return advice_page(request, profile, file_form=form)
    wait = PACE.wait(request.user.pk)
    if wait:
        return not_now(
            advice_page(
                request, profile, file_trouble=f"That were many files in a short time. Try again in {duration(wait)}."
            ),
            wait,
        )
    brought = form.cleaned_data["file"]
    found = read(brought.name, brought.read(MOST_BYTES + 1))
    if isinstance(found, Refused):
        return advice_page(request, profile, file_trouble=found.sentence)
    profile.read_sections()
    findings = of_file_alone(case_of(profile, of_file(found)))
    # It is the file that wants a change, so nothing leads into the profile.
    shown = [Told(each, tuple((line, None) for line in each.lines), None) for each in findings]
    return own_page(request, "advice_on_file", findings=shown, understood=found)


def _wording(request: HttpRequest, case: Case) -> dict[str, object] | None:
    """None without a language model: then the page doesn't speak of it. One query with one."""
    model = chat_server()
    if model is None:
        return None
    return {
        "server": model.host,
        "lines": len(sendable(case)),
        "notice": NOTICES[Purpose.WORDING],
        "is_agreed": Consent.objects.is_current(request.user, Purpose.WORDING),
    }
