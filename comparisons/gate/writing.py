"""Making the stored pairs be those that were judged, role by role: there may be millions of either."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TypeVar

from django.utils import timezone

from comparisons.gate.candidates import Candidate, Candidates
from comparisons.gate.rules import Reason
from comparisons.models import NearRoles, Pair
from comparisons.models.pairs import MEASURED, PairQuerySet
from roles.models import Role

FOUND = ("overlap", "shared_core", "reasons", *MEASURED, "nearest_pair")  # what a judgement finds
BATCH = 500  # rows a statement

Row = TypeVar("Row")


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


@dataclass
class _Changes:
    """What is counted on the way. roles: keys of those of whose pairs one became another."""

    rows: Counter[str] = field(default_factory=Counter)
    reasons: Counter[Reason] = field(default_factory=Counter)
    roles: set[int] = field(default_factory=set)

    def count(self, row: Pair, old: list[object] | None) -> bool:
        """Whether it is new, or another than the old one."""
        self.rows["pairs"] += 1
        self.reasons.update(row.against)
        if is_other := old != _found(row):
            self.rows["added" if old is None else "changed"] += 1
            self.roles.update((row.first_id, row.second_id))
        return is_other

    def delete(self, gone: Mapping[int, tuple[int, int]]) -> None:
        """gone: the two roles by the pair's key."""
        self.rows["gone"] += len(gone)
        self.roles.update(chain.from_iterable(gone.values()))
        for keys in _batches(gone):
            Pair.objects.filter(pk__in=keys).delete()


def write(pairs: Candidates, judged: Callable[[Candidate], Pair], stored: PairQuerySet) -> Outcome:
    """Make the stored rows be the judged ones of these pairs, and what is near a role follow; one that stays the same
    isn't touched. The editors' word comes from the notes, last, so that one given meanwhile isn't overwritten. A query
    for every role, three where its pairs changed."""
    changes = _Changes()
    changes.delete(_turned(pairs.roles, stored))
    rows = (row for left, found in pairs.by_left() for row in _to_write(map(judged, found), left, stored, changes))
    for batch in _batches(rows):
        _upsert(batch)
    Pair.objects.follow_notes()
    NearRoles.objects.follow_pairs(changes.roles)
    return Outcome(
        pairs=changes.rows["pairs"],
        indexable=stored.filter(is_indexable=True).count(),
        added=changes.rows["added"],
        changed=changes.rows["changed"],
        gone=changes.rows["gone"],
        reasons=changes.reasons,
    )


def _to_write(rows: Iterable[Pair], left: Role, stored: PairQuerySet, changes: _Changes) -> Iterator[Pair]:
    """Of the pairs in which this role comes first those that are new or changed; stored ones that aren't among them are
    deleted. All are counted."""
    before = {
        second: (pk, found)
        for pk, second, *found in stored.filter(first=left).order_by().values_list("pk", "second", *FOUND)
    }
    for row in rows:
        _, old = before.pop(row.second_id, (None, None))
        if changes.count(row, old):
            yield row
    changes.delete({pk: (left.pk, second) for second, (pk, _) in before.items()})


def _turned(roles: Iterable[Role], stored: PairQuerySet) -> dict[int, tuple[int, int]]:
    """The pairs that no role of these has at its left: one of the two was withdrawn, or renamed so that it now comes
    second. They are deleted first of all, as two roles have one row, whichever comes first."""
    places = {role.pk: place for place, role in enumerate(roles)}
    rows = stored.order_by().values_list("pk", "first", "second").iterator(chunk_size=10_000)
    return {
        pk: (first, second)
        for pk, first, second in rows
        if first not in places or second not in places or places[first] > places[second]
    }


def _found(row: Pair) -> list[object]:
    return [getattr(row, name) for name in FOUND]


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch


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
