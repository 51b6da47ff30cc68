"""Making the stored pairs be those that were judged, role by role: there may be millions of either."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from django.utils import timezone

from comparisons.gate.candidates import Candidate, Candidates
from comparisons.gate.rules import Reason
from comparisons.models import Pair
from comparisons.models.pairs import MEASURED, PairQuerySet
from roles.models import Role

FOUND = ("overlap", "shared_core", "reasons", *MEASURED, "nearest_pair")  # what a judgement finds
BATCH = 500  # rows a statement


@dataclass(frozen=True)
class Outcome:
    """How many pairs there are, what became of their rows, and how many have which reason against them."""

    pairs: int
    indexable: int
    added: int
    changed: int
    gone: int
    reasons: Counter[Reason]

    @property
    def unchanged(self) -> int:
        return self.pairs - self.added - self.changed


def write(pairs: Candidates, judged: Callable[[Candidate], Pair], stored: PairQuerySet) -> Outcome:
    """Make the stored rows be the judged ones of these pairs; one that stays the same isn't touched. The editors' word
    comes from the notes, last, so that one given meanwhile isn't overwritten. A query for every role."""
    tally: Counter[str] = Counter(gone=_delete_turned(pairs.roles, stored))
    reasons: Counter[Reason] = Counter()
    rows = (
        row for left, found in pairs.by_left() for row in _to_write(map(judged, found), left, stored, tally, reasons)
    )
    for batch in _batches(rows):
        _upsert(batch)
    Pair.objects.follow_notes()
    return Outcome(
        pairs=tally["pairs"],
        indexable=stored.filter(is_indexable=True).count(),
        added=tally["added"],
        changed=tally["changed"],
        gone=tally["gone"],
        reasons=reasons,
    )


def _to_write(
    rows: Iterable[Pair], left: Role, stored: PairQuerySet, tally: Counter[str], reasons: Counter[Reason]
) -> Iterator[Pair]:
    """Of the pairs in which this role comes first those that are new or changed; stored ones that aren't among them are
    deleted. All are counted."""
    before = {
        second: (pk, found)
        for pk, second, *found in stored.filter(first=left).order_by().values_list("pk", "second", *FOUND)
    }
    for row in rows:
        _, old = before.pop(row.second_id, (None, None))
        tally["pairs"] += 1
        reasons.update(row.against)
        if old != _found(row):
            tally["added" if old is None else "changed"] += 1
            yield row
    tally["gone"] += len(before)
    _delete([pk for pk, _ in before.values()])


def _delete_turned(roles: Iterable[Role], stored: PairQuerySet) -> int:
    """Delete the pairs that no role of these has at its left: one of the two was withdrawn, or renamed so that it now
    comes second. First of all, as two roles have one row, whichever comes first. Returns how many."""
    places = {role.pk: place for place, role in enumerate(roles)}
    rows = stored.order_by().values_list("pk", "first", "second").iterator(chunk_size=10_000)
    turned = [pk for pk, *pair in rows if not places.keys() >= set(pair) or places[pair[0]] > places[pair[1]]]
    _delete(turned)
    return len(turned)


def _found(row: Pair) -> list[object]:
    return [getattr(row, name) for name in FOUND]


def _batches(rows: Iterator[Pair]) -> Iterator[list[Pair]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


def _delete(keys: list[int]) -> None:
    for start in range(0, len(keys), BATCH):
        Pair.objects.filter(pk__in=keys[start : start + BATCH]).delete()


def _upsert(rows: list[Pair]) -> None:
    now = timezone.now()
    for row in rows:
        row.judged_at = now
    Pair.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=[*FOUND, "judged_at"],
    )
