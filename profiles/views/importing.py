"""A résumé that somebody brings becomes part of their profile, piece by piece, as far as they say yes."""

import re
from datetime import timedelta

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from profiles.additions import Addition, add
from profiles.file_answer import as_file
from profiles.forms.importing import BringForm
from profiles.importing import sentences
from profiles.importing.confirming import form_of
from profiles.importing.extracting.answers import Trouble
from profiles.importing.pieces import Refused, Understood
from profiles.importing.reading import read
from profiles.importing.uploads import OneFileInMemory, is_far_too_large
from profiles.models import READING_KEPT, Consent, KeptFile, Profile, Reading
from profiles.notices import NOTICES, Purpose
from profiles.pace import Pace
from profiles.sections import KeyConverter
from profiles.views.overview import EDIT
from profiles.views.private import of_profile, own_page, posted
from roles.feedback.limits import not_now
from roles.words import duration

PACE = Pace("import", 20, timedelta(hours=1))  # reading a file costs more than any page
BUSY_FOR = timedelta(minutes=1)
_KEY = re.compile(KeyConverter.regex)
GONE = "There is nothing to confirm any more: it was added, thrown away, or is older than a day."
REPLACED = "You brought something else since. This is what we understood of that."


@csrf_exempt  # not exempt at all: `_bring` asks for the token, once it is known how the body may be read
@of_profile
@require_http_methods(EDIT)
def bring(request: HttpRequest, profile: Profile) -> HttpResponse:
    if is_far_too_large(request):
        return _refused(request, profile, sentences.OF_TROUBLE[Trouble.TOO_BIG])
    request.upload_handlers = [OneFileInMemory(request)]
    return _bring(request, profile)


@csrf_protect
def _bring(request: HttpRequest, profile: Profile) -> HttpResponse:
    form = BringForm(posted(request), request.FILES or None, held=profile.kept_files.count())
    if request.method != "POST" or not form.is_valid():
        return _page(request, profile, form)
    if wait := PACE.wait(profile.user_id):
        form.refuse(f"You brought {PACE.times} within an hour. Come back in {duration(wait)}.")
        return not_now(_page(request, profile, form), wait)
    file_name, content = form.brought()
    answer = read(file_name, content)
    if isinstance(answer, Refused):
        form.refuse(answer.sentence)
        page = _page(request, profile, form)
        return not_now(page, BUSY_FOR, status=503) if answer.is_busy else page
    _keep(profile, answer, (file_name, content) if file_name and form.cleaned_data["is_kept"] else None)
    return redirect("profiles:import_confirm")


@transaction.atomic
def _keep(profile: Profile, understood: Understood, file: tuple[str, bytes] | None) -> None:
    """file: its name and bytes where the person wants it kept, which is their consent; the same one is kept once."""
    Profile.objects.select_for_update().get(pk=profile.pk)  # two uploads at once come one after the other
    Reading.objects.keep(profile, understood)
    if file:
        Consent.objects.give(profile.user, Purpose.FILES)
        name, content = file
        profile.kept_files.get_or_create(
            size=len(content), content=content, defaults={"name": name, "kind": understood.kind}
        )


def _refused(request: HttpRequest, profile: Profile, sentence: str) -> HttpResponse:
    """Nothing of what was sent is read."""
    page = _page(request, profile, BringForm(), sentence)
    page.status_code = 413
    return page


def _page(request: HttpRequest, profile: Profile, form: BringForm, refusal: str = "") -> HttpResponse:
    return own_page(
        request,
        "import",
        form=form,
        refusal=refusal,
        messages=(said := list(messages.get_messages(request))),
        was_added=any(message.level == messages.SUCCESS for message in said),
        reading=Reading.objects.to_confirm(profile),
        files=KeptFile.objects.of(profile),
        notice=NOTICES[Purpose.FILES],
        hours_kept=READING_KEPT // timedelta(hours=1),
    )


@of_profile
@require_http_methods(EDIT)
def confirm(request: HttpRequest, profile: Profile) -> HttpResponse:
    if request.method == "POST":
        return _confirmed(request, profile)
    reading = Reading.objects.to_confirm(profile)
    return _to_confirm(request, profile, reading) if reading else _gone(request, profile)


@transaction.atomic
def _confirmed(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Once: who sends it again, or from another tab, waits for the first and then finds nothing to confirm."""
    key = request.POST.get("reading", "")
    reading = Reading.objects.to_confirm(profile, int(key)) if _KEY.fullmatch(key) else None
    understood = reading.value() if reading else None
    if understood is None:
        return _gone(request, profile)
    addition = add(profile, understood, request.POST, set(request.POST.getlist("kept")))
    if addition.errors:
        return _to_confirm(request, profile, reading, addition)
    reading.delete()
    for sentence in addition.sentences:
        messages.success(request, sentence)
    return redirect("profiles:import")


def _to_confirm(
    request: HttpRequest, profile: Profile, reading: Reading, addition: Addition | None = None
) -> HttpResponse:
    """addition: where there is something to mend."""
    understood = reading.value()
    if understood is None:
        reading.delete()
        return _gone(request, profile)
    sent = (request.POST, set(request.POST.getlist("kept"))) if addition else (None, ())
    return own_page(
        request,
        "confirm",
        understood=understood,
        form=form_of(understood, profile.facts(), *sent),
        reading_key=reading.pk,
        has_errors=bool(addition),
        hours_kept=READING_KEPT // timedelta(hours=1),
    )


def _gone(request: HttpRequest, profile: Profile) -> HttpResponse:
    """The newest there is, or the way to bring one."""
    is_there = request.method == "POST" and Reading.objects.to_confirm(profile)
    messages.info(request, REPLACED if is_there else GONE)
    return redirect("profiles:import_confirm" if is_there else "profiles:import")


@of_profile
@require_POST
def throw_away(request: HttpRequest, profile: Profile) -> HttpResponse:
    Reading.objects.filter(profile=profile).delete()
    messages.info(request, "Thrown away. Nothing was added.")
    return redirect("profiles:import")


@of_profile
@require_safe
def download(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    """As it came, for its owner alone. No browser shows it, guesses what it is or lets it run."""
    kept = get_object_or_404(profile.kept_files, pk=key)
    response = as_file(bytes(kept.content), "application/octet-stream", kept.name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@of_profile
@require_POST
def remove(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    get_object_or_404(KeptFile.objects.of(profile), pk=key).delete()
    messages.info(request, "The file is deleted.")
    return redirect("profiles:import")
