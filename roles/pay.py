"""Pay figures as values: what a source says, and which figure speaks for a role. Pure.

All money is whole rupees a year.
"""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from roles.money import pay_range, short, thousands
from roles.words import years

T = TypeVar("T")

EDITORIAL, ADVERTISED, REPORTED = "editorial", "advertised", "reported"
MINIMUM_SAMPLE = 10  # below it a figure is about persons, not about a role
ENOUGH = 30  # from so many adverts or answers a figure may speak for a role before others
DISAGREE = 1.5  # times the lower median: from there two sources are said to disagree
RECENT = datetime.timedelta(days=3 * 365 + 1)  # how much older than a role's newest figure one may be to go first

Years = tuple[int, int]


@dataclass(frozen=True)
class SourceFacts:
    name: str
    slug: str
    caveat: str = ""
    speaks_of: str = ""  # the part of the market that it holds for; empty: all of it

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
    p10: int | None = None
    p25: int | None = None
    p50: int | None = None
    p75: int | None = None
    p90: int | None = None
    mean: int | None = None
    low: int | None = None
    high: int | None = None
    includes: str = ""
    covers: str = ""
    confidence: str = ""
    sample_size: int | None = None
    period_start: datetime.date | None = None
    period_end: datetime.date | None = None
    professional_tax: int | None = None  # rupees a year at the figure's place, where it is known

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
    def kind(self) -> str:
        """What the shown figure is: a range, the median or the average."""
        if self.ends:
            return self.ends_label
        return "average" if self.p50 is None else "median"

    @cached_property
    def terms(self) -> str:
        """What the shown figure is, for the line under it: "a year, middle half of advertised pay, 0–2 years"."""
        what = "" if self.is_editorial else f"{self.kind} of {self.basis_label}"
        return ", ".join(part for part in ["a year", what, self.experience, self.covers, self.source.speaks_of] if part)

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
        """The median, else half-way between the ends, else the average: one number to order figures by."""
        if self.p50 is not None:
            return self.p50
        if self.ends is None:
            return self.mean or 0
        return sum(self.ends) // 2

    @cached_property
    def text(self) -> str:
        """ "₹6L–₹30L", or the median or average where the source gives no range."""
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

    def rank(self, usual: Years | None, newest: datetime.date | None) -> tuple[bool | int, ...]:
        """Which figure a reader wants first, smallest first; the public page on method says the same in words.

        usual: the years employers ask for in this role; newest: the last day of the role's newest figure.
        The country before cities; figures for the market before those for a part of it; OnJob's own range, marked as
        that; figures that hold a range; a large enough sample; recent ones; the fitting years; the larger sample.
        """
        return (
            not self.is_whole_country,
            bool(self.source.speaks_of),
            not self.is_editorial,
            self.ends is None,
            not self.is_editorial and (self.sample_size or 0) < ENOUGH,
            not self._is_recent(newest),
            self._misfit(usual),
            -(self.sample_size or 0),
        )

    def _is_recent(self, newest: datetime.date | None) -> bool:
        return self.period_end is None or newest is None or newest - self.period_end <= RECENT

    def _misfit(self, usual: Years | None) -> int:
        """0: all experience; 1: the band holds the middle of the usual years; then the youngest band first."""
        if self.experience_min is None:
            return 0
        if usual and self.holds(sum(usual) / 2):
            return 1
        return 2 + self.experience_min

    def holds(self, year: float) -> bool:
        """Whether somebody of so many years is in the band: from its first year on, before its last."""
        low, high = self.experience_min, self.experience_max
        return low is None or (low <= year and (high is None or year < high))


def presentable(figures: Iterable[PayFigure], usual: Years | None = None) -> list[PayFigure]:
    """The figures that may be shown, best first: none whose known sample is too small."""
    enough = [f for f in figures if f.sample_size is None or f.sample_size >= MINIMUM_SAMPLE]
    newest = newest_day(enough)
    return sorted(enough, key=lambda figure: figure.rank(usual, newest))


def newest_day(figures: Iterable[PayFigure]) -> datetime.date | None:
    return max((figure.period_end for figure in figures if figure.period_end), default=None)


def speaking(figures: Iterable[PayFigure]) -> list[PayFigure]:
    """Those that can speak for a role: for all of India and for the market as a whole."""
    return [figure for figure in figures if figure.is_whole_country and not figure.source.speaks_of]


def first_of_each_source(items: Iterable[T], figure: Callable[[T], PayFigure]) -> list[T]:
    """Of items in order, the first of each source; `figure` tells an item's figure."""
    first: dict[str, T] = {}
    for item in items:
        first.setdefault(figure(item).source.slug, item)
    return list(first.values())


def headline(figures: Iterable[PayFigure], usual: Years | None = None) -> PayFigure | None:
    """The one figure that speaks for a role: the best that can."""
    return next(iter(speaking(presentable(figures, usual))), None)


def disagreement(figures: Iterable[PayFigure]) -> tuple[PayFigure, PayFigure] | None:
    """The two figures of different sources, for all of India and the same years, whose middles lie furthest apart.

    None while the larger is less than DISAGREE times the smaller. Figures for a part of the market and editors'
    ranges are left out: they are about something else, or no evidence.
    """
    measured = [figure for figure in speaking(presentable(figures)) if not figure.is_editorial]
    pairs = [
        (low, high)
        for low in measured
        for high in measured
        if low.source.slug != high.source.slug and low.experience == high.experience and low.middle < high.middle
    ]
    widest = max(pairs, key=lambda pair: pair[1].middle / pair[0].middle, default=None)
    return widest if widest and widest[1].middle >= DISAGREE * widest[0].middle else None
