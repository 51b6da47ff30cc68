"""Pay figures as values: what a source says, and which figure speaks for a role. Pure.

All money is whole rupees a year.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from roles.money import pay_range, short, thousands
from roles.words import years

T = TypeVar("T")

EDITORIAL, ADVERTISED, REPORTED = "editorial", "advertised", "reported"
MINIMUM_SAMPLE = 10  # below it a figure is about persons, not about a role


@dataclass(frozen=True)
class SourceFacts:
    name: str
    slug: str
    caveat: str = ""

    @property
    def href(self) -> str:
        return f"/sources/#{self.slug}"


@dataclass(frozen=True)
class PayFigure:
    """One source on one role, at one place, for one band of experience. What the source doesn't give is None."""

    source: SourceFacts
    basis: str
    basis_label: str
    place: str
    is_whole_country: bool
    experience_min: int | None = None
    experience_max: int | None = None
    p25: int | None = None
    p50: int | None = None
    p75: int | None = None
    low: int | None = None
    high: int | None = None
    includes: str = ""
    sample_size: int | None = None
    period_start: datetime.date | None = None
    period_end: datetime.date | None = None

    @property
    def ends(self) -> tuple[int, int] | None:
        """The range a reader is shown: the quartiles, else the two ends the source states."""
        if self.p25 is not None and self.p75 is not None:
            return self.p25, self.p75
        if self.low is not None and self.high is not None:
            return self.low, self.high
        return None

    @property
    def ends_label(self) -> str:
        """What the two ends are."""
        return "middle half" if self.p25 is not None and self.p75 is not None else "range"

    @property
    def terms(self) -> str:
        """What the shown figure is, for the line under it: "a year, middle half of advertised pay, 0–2 years"."""
        what = "middle half" if self.ends else "median"
        parts = ["a year", "" if self.is_editorial else f"{what} of {self.basis_label}", self.experience]
        return ", ".join(part for part in parts if part)

    @property
    def sample_noun(self) -> str:
        return {ADVERTISED: "adverts", REPORTED: "answers"}.get(self.basis, "")

    @property
    def sample_label(self) -> str:
        """What the sample counts, as a row's heading."""
        return self.sample_noun.capitalize() or "Sample"

    @property
    def sample_text(self) -> str:
        """ "1,070"; says so when the source gives none."""
        if self.sample_size is None:
            return "no sample" if self.is_editorial else "not published"
        return thousands(self.sample_size)

    @property
    def middle(self) -> int:
        """The median, else half-way between the ends: one number to order figures by, never printed."""
        if self.p50 is not None:
            return self.p50
        low, high = self.ends or (0, 0)
        return (low + high) // 2

    @property
    def text(self) -> str:
        """ "₹6L–₹30L", or the median where the source gives no range."""
        return pay_range(*self.ends) if self.ends else short(self.middle)

    @property
    def is_editorial(self) -> bool:
        return self.basis == EDITORIAL

    @property
    def is_for_beginners(self) -> bool:
        """Counted from the first years only."""
        return not self.is_editorial and self.experience_min == 0

    @property
    def is_advertised(self) -> bool:
        return self.basis == ADVERTISED

    @property
    def experience(self) -> str:
        """ "1–8 years", "all experience"; an editorial range that names no years says so."""
        if not self.has_known_terms:
            return "years not stated"
        return years(self.experience_min, self.experience_max)

    @property
    def period(self) -> str:
        """ "Jul 2025 – Aug 2026", "May – Jun 2024"; nothing when undated."""
        start, end = self.period_start, self.period_end
        if start is None or end is None:
            return ""
        if (start.year, start.month) == (end.year, end.month):
            return f"{start:%b %Y}"
        return f"{start:%b} – {end:%b %Y}" if start.year == end.year else f"{start:%b %Y} – {end:%b %Y}"

    @property
    def has_known_terms(self) -> bool:
        """Whether it is said for which years the figure holds: if not, nothing is like it."""
        return not (self.is_editorial and self.experience_min is None)

    @property
    def key(self) -> tuple[str, str, int | None, int | None, datetime.date | None]:
        """Two figures of one key can be compared like with like."""
        return self.source.slug, self.place, self.experience_min, self.experience_max, self.period_start

    @property
    def order(self) -> tuple[bool, bool, bool, int, int]:
        """Which figure a reader wants first: the country before cities, editors' ranges for the whole career, then
        figures that hold a range, all experience before bands, large samples before small ones."""
        return (
            not self.is_whole_country,
            not self.is_editorial,
            self.ends is None,
            -1 if self.experience_min is None else self.experience_min,
            -(self.sample_size or 0),
        )


def presentable(figures: Iterable[PayFigure]) -> list[PayFigure]:
    """The figures that may be shown, best first: none whose known sample is too small."""
    enough = [f for f in figures if f.sample_size is None or f.sample_size >= MINIMUM_SAMPLE]
    return sorted(enough, key=lambda figure: figure.order)


def first_of_each_source(items: Iterable[T], figure: Callable[[T], PayFigure]) -> list[T]:
    """Of items in order, the first of each source; `figure` tells an item's figure."""
    first: dict[str, T] = {}
    for item in items:
        first.setdefault(figure(item).source.slug, item)
    return list(first.values())


def headline(figures: Iterable[PayFigure]) -> PayFigure | None:
    """The one figure that speaks for a role: the best that holds for all India, with a range if there is one."""
    return next((figure for figure in presentable(figures) if figure.is_whole_country), None)
