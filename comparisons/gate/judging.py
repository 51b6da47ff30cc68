"""Judging pairs: overlap and rules for all, then the pages of those that pass, measured against each other."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from heapq import nsmallest

from django.db import transaction
from django.utils import timezone

from comparisons.gate.candidates import Candidate, Candidates
from comparisons.gate.digest import digest
from comparisons.gate.distinctness import Corpus, Distinctness, words_of
from comparisons.gate.rules import hurdles, judge
from comparisons.gate.writing import Outcome, write
from comparisons.models import Judging, Pair
from comparisons.page import render_pair

MOST_PAGES = 5_000  # measured against each other: going by 1,203 pages some two minutes and 450 MB; the rest waits

Progress = Callable[[Sequence[Candidate], str], Iterable[Candidate]]
Texts = dict[str, Distinctness]


def quietly(pairs: Sequence[Candidate], work: str) -> Sequence[Candidate]:
    """No progress shown."""
    return pairs


def has_changed() -> bool:
    """Whether a judging could find anything new."""
    last = Judging.objects.first()
    return last is None or last.digest != digest(timezone.localdate())


def judge_all(*, dry_run: bool = False, progress: Progress = quietly) -> Outcome:
    """Judge every pair. Renders some hundred pages, outside the transaction that writes what came of it."""
    today = timezone.localdate()
    seen = digest(today)  # before anything is read: what changes meanwhile is judged next time
    pairs = Candidates()
    texts = _measured(_worth_a_look(pairs, today), progress)
    with transaction.atomic():
        judging = _alone()
        outcome = write(pairs, lambda pair: _row(pair, texts.get(pair.slug), today), Pair.objects.all())
        judging.digest, judging.judged_at = seen, timezone.now()
        judging.save()
        transaction.set_rollback(dry_run)
    return outcome


def judge_some(roles: Collection[str], *, dry_run: bool = False) -> Outcome:
    """Judge the pairs of these roles (slugs) by what is known of them now; their texts stay as last measured.

    Takes a blink, and never lets a page pass that wasn't measured.
    """
    today = timezone.localdate()
    with transaction.atomic():
        _alone()
        stored = Pair.objects.of_roles(roles)
        texts = _as_stored(stored)

        def row(pair: Candidate) -> Pair:
            return _row(pair, texts.get(pair.slug) if _is_worth_a_look(pair, today) else None, today)

        outcome = write(Candidates(roles), row, stored)
        transaction.set_rollback(dry_run)
    return outcome


def _worth_a_look(pairs: Iterable[Candidate], today: date) -> list[Candidate]:
    """In the order of the addresses; when they are too many those that editors approved and that overlap most."""
    found = (pair for pair in pairs if _is_worth_a_look(pair, today))
    first = nsmallest(MOST_PAGES, found, key=lambda pair: (not pair.is_approved, -pair.facts.overlap))
    return sorted(first, key=lambda pair: pair.slug)


def _is_worth_a_look(pair: Candidate, today: date) -> bool:
    """Whether its page is measured: it may be indexed, so it counts among those that the others are held against."""
    return pair.is_approved or not hurdles(pair.facts, today)


def _measured(pairs: Sequence[Candidate], progress: Progress) -> Texts:
    corpus = Corpus()
    for pair in progress(pairs, "Reading pages"):
        corpus.add(pair.slug, words_of(render_pair(pair.left, pair.right)))
    return dict(corpus.measure())


def _as_stored(pairs: Iterable[Pair]) -> Texts:
    measured = (pair for pair in pairs.select_related("first", "second") if pair.words is not None)
    return {
        f"{pair.first.slug}-vs-{pair.second.slug}": Distinctness(
            pair.words, pair.own_words, pair.boilerplate, pair.nearest, pair.nearest_pair
        )
        for pair in measured
    }


def _row(pair: Candidate, text: Distinctness | None, today: date) -> Pair:
    row = Pair(
        first=pair.left,
        second=pair.right,
        overlap=pair.facts.overlap,
        shared_core=pair.facts.shared_core,
        reasons=",".join(judge(pair.facts, text, today).reasons),
    )
    if text:
        row.words, row.own_words, row.boilerplate = text.words, text.own_words, text.boilerplate
        row.nearest, row.nearest_pair = text.nearest, text.nearest_page
    return row


def _alone() -> Judging:
    """Waits until no other judging writes. SQLite has one writer at a time anyway."""
    Judging.objects.get_or_create(pk=1)
    return Judging.objects.select_for_update().get(pk=1)
