"""A whole run: everybody who is due, in batches, so that memory stays the same however many they are."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from django.db import transaction

from profiles.alerts.models import Arrival
from profiles.alerts.searches import options_of
from profiles.alerts.sending import Outcome, Sender
from profiles.models import SavedSearch

BATCH = 200  # people
MOST_IN_A_ROW = 5  # failures, and the mail server is taken to be down


class MailIsDown(Exception):
    """So many mails failed one after the other."""

    def __init__(self, counts: Counter[Outcome]) -> None:
        super().__init__()
        self.counts = counts


def run(now: datetime.datetime, *, is_early: bool = False, is_dry: bool = False) -> Counter[Outcome]:
    """Raises MailIsDown. How many people by what came of it. is_dry: all of it is decided, and taken back."""
    if not is_dry:
        return _run(now, is_early, is_dry)
    with transaction.atomic():
        counts = _run(now, is_early, is_dry)
        transaction.set_rollback(True)
    return counts


def _run(now: datetime.datetime, is_early: bool, is_dry: bool) -> Counter[Outcome]:
    sender = Sender(now, Arrival.objects.catch_up(now), is_early, is_dry)
    counts: Counter[Outcome] = Counter()
    in_a_row = 0
    try:
        for outcome in _outcomes(sender):
            counts[outcome] += 1
            in_a_row = in_a_row + 1 if outcome == Outcome.LATER else 0
            if in_a_row == MOST_IN_A_ROW:
                raise MailIsDown(counts)
    finally:
        sender.connection.close()
    return counts


def _outcomes(sender: Sender) -> Iterator[Outcome]:
    for profiles in _batches(sender):
        options = options_of(_queries(profiles))
        for profile in profiles:
            yield sender.tell(profile, options)


def _batches(sender: Sender) -> Iterator[Sequence[int]]:
    """Keys of profiles with something due, each once: those told meanwhile aren't asked for again."""
    last = 0
    while True:
        rows = sender.due().filter(profile__gt=last).order_by("profile").values_list("profile", flat=True)
        keys = list(rows.distinct()[:BATCH])
        if not keys:
            return
        yield keys
        last = keys[-1]


def _queries(profiles: Sequence[int]) -> Iterable[str]:
    return SavedSearch.objects.filter(profile__in=profiles).values_list("query", flat=True)
