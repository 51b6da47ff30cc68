"""Other words for lines, by the language model of the settings where there is one. It only offers; a person takes each
one or doesn't, and code refuses what their own line doesn't say. What was offered is kept nowhere: the page carries it,
and it is judged anew each time it comes back."""

import datetime
from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from profiles.advice.case import Case
from profiles.advice.differences import Piece, differences
from profiles.advice.grounding import WHY
from profiles.advice.places import Place, Places
from profiles.advice.suggestions import MOST_SENT, ModelError, Suggestion, offered, refused, taken
from profiles.casing import case_of, places_of
from profiles.chat_server import chat_server
from profiles.models import Consent, Profile
from profiles.notices import Purpose
from profiles.pace import Pace
from profiles.views.private import of_profile, own_page
from roles.feedback.limits import not_now
from roles.words import duration

PACE = Pace("wording", 6, datetime.timedelta(hours=1))
NO_ANSWER = 503
REFUSED = 400


class Offer(NamedTuple):
    """place: where the line stands that it rests on."""

    line: str
    text: str
    pieces: tuple[Piece, ...]
    place: Place | None


@of_profile
@require_POST
def ask(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Up to twenty seconds, as long as the model is waited for."""
    model = chat_server()
    if model is None or not _is_agreed(request):
        return redirect(f"{reverse('profiles:advice')}#wording")
    wait = PACE.wait(request.user.pk)
    if wait:
        said = f"You asked often. You can ask again in {duration(wait)}; the advice needs no model."
        return not_now(_page(request, trouble=said), wait)
    profile.read_sections()
    case = case_of(profile)
    try:
        found = offered(case, model)
    except ModelError:
        return _no_answer(request)
    return _page(request, _offers(case, places_of(profile), found))


@of_profile
@require_POST
def take(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Exactly one text in place of its line; the others are still offered after it."""
    if chat_server() is None:
        return redirect("profiles:advice")
    pairs = [Suggestion(*pair) for pair in zip(*map(request.POST.getlist, ("line", "text")), strict=False)][:MOST_SENT]
    chosen = _chosen(request, pairs)
    if chosen is None:
        return redirect("profiles:advice")
    why = _take(profile, chosen)
    profile.read_sections()
    rest = (pair for pair in pairs if pair.line != chosen.line)
    offers = _offers(case_of(profile), places_of(profile), rest)
    page = _page(request, offers, taken="" if why else chosen.text, trouble=WHY.get(why, ""))
    page.status_code = REFUSED if why else page.status_code
    return page


def _take(profile: Profile, chosen: Suggestion) -> str:
    """Why it wasn't; "" where it was."""
    with transaction.atomic():
        locked = Profile.objects.locked(profile)
        case = case_of(locked)
        why = refused(case, chosen)
        if not why:
            locked.take(taken(case.facts, chosen))
    return why


def _is_agreed(request: HttpRequest) -> bool:
    """To the words of the notice as they are now; by this very button, if it said so."""
    if request.POST.get("agreed") == "yes":
        with transaction.atomic():
            Consent.objects.give(request.user, Purpose.WORDING)
    return Consent.objects.is_current(request.user, Purpose.WORDING)


def _chosen(request: HttpRequest, pairs: list[Suggestion]) -> Suggestion | None:
    number = request.POST.get("use", "")
    at = int(number) if number.isascii() and number.isdigit() and len(number) <= 2 else MOST_SENT
    return pairs[at] if at < len(pairs) else None


def _offers(case: Case, places: Places, found: Iterable[Suggestion]) -> list[Offer]:
    """Those that still can be taken."""
    return [
        Offer(each.line, each.text, differences(each.line, each.text), places.of_text(each.line))
        for each in found
        if not refused(case, each)
    ]


def _page(request: HttpRequest, offers: Iterable[Offer] = (), **context: str) -> HttpResponse:
    return own_page(request, "wording", offers=list(offers), **context)


def _no_answer(request: HttpRequest) -> HttpResponse:
    said = "The language model gave no answer that we can use. Nothing was changed; try again later."
    page = _page(request, trouble=said)
    page.status_code = NO_ANSWER
    return page
