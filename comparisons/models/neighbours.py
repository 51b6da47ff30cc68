"""The roles near two roles, and the pairs between those: read for every comparison page, so they cost little.

Only keys and figures are read of a pair; the names of roles come once, with their being near.
"""

from collections.abc import Collection
from typing import NamedTuple

from django.db import models
from django.db.models import F
from django.db.models.functions import Cast

from comparisons.models.pairs import Pair
from roles.models import Status
from roles.prepared import prepared

MOST_NEAR = 10  # pairs of a role at either end that its pages look at: more than they link to or lead over
MOST_AMONG, MOST_ACROSS = 14, 12  # roles whose pairs with each other are looked up together

# A number: Django makes truth values of SQLite's numbers row by row.
INDEXED = Cast("is_indexable", models.IntegerField())


class Neighbour(NamedTuple):
    """A pair, seen from the role of the key `role`: the other one's key, slug and name. overlap: whole per cent;
    is_indexable: 0 or 1."""

    role: int
    other: int
    overlap: int
    is_indexable: int
    slug: str
    name: str


class Beside(NamedTuple):
    """A pair by its roles' keys, the one whose slug comes first first. overlap: whole per cent."""

    first: int
    second: int
    overlap: int


def neighbours(left: int, right: int, *, least: int) -> list[Neighbour]:
    """Pairs of each of these two roles that overlap by `least` per cent, nearest first, then by name; the pair of the
    two in any case. One query, whose cost doesn't grow with the catalogue: of each role the nearest ones."""
    rows = [Neighbour._make(row[:-1]) for row in _near(least, left, right) if row[-1] == Status.PUBLISHED]
    return sorted(rows, key=lambda row: (-row.overlap, row.name, row.role))


def pairs_among(
    roles: Collection[int], ours: Collection[int] = (), theirs: Collection[int] = (), *, least: int, step: int
) -> list[Beside]:
    """Pairs of two of these roles that overlap by `least` per cent, and those of one of ours with one of theirs that
    overlap by `step`; in no order. One query, none for no roles, whose cost has a limit: so many keys as MOST_AMONG
    and MOST_ACROSS."""
    if not roles and not (ours and theirs):
        return []
    keys = (*_padded(roles, MOST_AMONG), *_padded(ours, MOST_ACROSS), *_padded(theirs, MOST_ACROSS))
    return [Beside._make(row) for row in _among(least, step, *keys)]


def _padded(keys: Collection[int], length: int) -> list[int]:
    """No row has the key 0."""
    if len(keys) > length:
        raise ValueError(f"{len(keys)} roles, at most {length} are looked at together.")
    return [*keys, *[0] * (length - len(keys))]


@prepared
def _near(least: int, left: int, right: int) -> models.QuerySet:
    pair = Pair.objects.filter(first__in=(left, right), second__in=(left, right))
    ends = [(role, *end) for role in (left, right) for end in (("first", "second"), ("second", "first"))]
    near = [_seen_from(Pair.objects.nearest(end, role, least, MOST_NEAR), end, other) for role, end, other in ends]
    return _seen_from(pair, "first", "second").union(*near)


def _seen_from(pairs: models.QuerySet, end: str, other: str) -> models.QuerySet:
    columns = (f"{other}__slug", f"{other}__name", f"{other}__status")
    return pairs.order_by().values_list(F(end), F(other), "overlap", INDEXED, *columns)


@prepared
def _among(least: int, step: int, *keys: int) -> models.QuerySet:
    roles, ours, theirs = keys[:MOST_AMONG], keys[MOST_AMONG:-MOST_ACROSS], keys[-MOST_ACROSS:]
    # A sum, so that SQLite looks pairs up by their two roles, and doesn't go through all that overlap enough.
    pairs = Pair.objects.alias(common=F("overlap") + 0).order_by().values_list("first", "second", "overlap")
    across = [pairs.filter(first__in=a, second__in=b, common__gte=step) for a, b in ((ours, theirs), (theirs, ours))]
    return pairs.filter(first__in=roles, second__in=roles, common__gte=least).union(*across)
