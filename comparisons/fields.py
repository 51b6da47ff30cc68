"""The comparisons that search engines are shown, field by field."""

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from comparisons.links import PairLink, pair_link
from comparisons.models import Pair
from comparisons.models.pairs import LINKED, PairQuerySet
from roles.models import Family
from roles.words import counted

PER_PAGE = 200  # links: some 60 KB of HTML
NEAREST_FIRST = ("-overlap", "first__slug", "second__slug")

Line = tuple[str, str, str, str, int]  # as LINKED; overlap in whole per cent


@dataclass(frozen=True)
class Field:
    """count: its comparisons; one of two fields counts in both. nearest: those that overlap most."""

    family: Family
    count: int
    nearest: tuple[PairLink, ...]

    @property
    def label(self) -> str:
        return self.family.label

    @property
    def path(self) -> str:
        return field_path(self.family)


@dataclass(frozen=True)
class FieldPage:
    """One page of a field's comparisons, nearest first. number: from 1."""

    family: Family
    number: int
    pages: int
    count: int
    pairs: list[PairLink]

    @property
    def count_words(self) -> str:
        return counted(self.count, "comparison")

    @property
    def path(self) -> str:
        return field_path(self.family, self.number)

    @property
    def steps(self) -> list[tuple[int, str]]:
        """Every page's number and address; nothing where there is but one."""
        return [(number, field_path(self.family, number)) for number in range(1, self.pages + 1) if self.pages > 1]


def field_path(family: Family, number: int = 1) -> str:
    further = [] if number == 1 else [number]
    return reverse("comparisons:field", args=[family, *further])


def fields(most: int) -> list[Field]:
    """Every field that has comparisons, A to Z, with at most so many of the nearest. Four queries."""
    counts: Counter[str] = Counter()
    nearest: dict[str, list[Line]] = {}
    for side, pairs in _sides():
        counts.update(dict(pairs.order_by().values_list(f"{side}__family").annotate(Count("id"))))
        for family, *line in _nearest(pairs, f"{side}__family", most):
            nearest.setdefault(family, []).append(tuple(line))
    found = [Field(Family(family), count, _links(_first(nearest[family], most))) for family, count in counts.items()]
    return sorted(found, key=lambda field: field.label)


def field_page(family: Family, number: int) -> FieldPage | None:
    """None where there is no such page. Two queries."""
    pairs = Pair.objects.shown().of_family(family)
    count = pairs.count()
    start = (number - 1) * PER_PAGE
    if number < 1 or start >= count:
        return None
    lines = pairs.order_by(*NEAREST_FIRST).values_list(*LINKED)[start : start + PER_PAGE]
    return FieldPage(family, number, math.ceil(count / PER_PAGE), count, list(_links(lines)))


def _sides() -> list[tuple[str, PairQuerySet]]:
    """Each pair once for every field it belongs to."""
    shown = Pair.objects.shown()
    return [("first", shown), ("second", shown.exclude(first__family=F("second__family")))]


def _nearest(pairs: PairQuerySet, family: str, most: int) -> PairQuerySet:
    place = Window(RowNumber(), partition_by=family, order_by=NEAREST_FIRST)
    return pairs.annotate(place=place).filter(place__lte=most).values_list(family, *LINKED)


def _first(lines: Iterable[Line], most: int) -> list[Line]:
    return sorted(lines, key=lambda line: (-line[-1], line[0], line[2]))[:most]


def _links(lines: Iterable[Line]) -> tuple[PairLink, ...]:
    return tuple(pair_link(*line[:4], f"{line[4]}% in common") for line in lines)
