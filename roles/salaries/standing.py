"""Where a pay lies among those that a source counted. Pure.

A source publishes a few percentiles; between two of them a straight line is drawn, beyond the last nothing is guessed.
How far chance alone could move the answer is the 95 % score interval of Wilson (1927) for a share in a sample.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roles.pay import PayFigure, SourceFacts

Z = 1.959964  # 95 % of a normal distribution lie within so many standard deviations
FEWEST = 3  # percentiles that a figure must have

Point = tuple[int, int]  # percentile, whole rupees a year


@dataclass(frozen=True)
class Standing:
    """How many of a hundred are paid less, in whole per cent.

    low, high: the same number twice; two where the source gives one figure for several percentiles; low None: below
    the first published percentile, which is high; high None: above the last, which is low.
    least, most: what chance alone allows, both None when the size of the sample isn't known.
    """

    low: int | None
    high: int | None
    least: int | None = None
    most: int | None = None

    @property
    def is_exact(self) -> bool:
        return self.low is not None and self.low == self.high

    @property
    def middle(self) -> float:
        """For a picture: where the mark goes, in per cent."""
        return ((self.low or 0) + (100 if self.high is None else self.high)) / 2


def percentiles(figure: PayFigure) -> list[Point]:
    """The percentiles the source publishes, from low to high."""
    given = ((10, figure.p10), (25, figure.p25), (50, figure.p50), (75, figure.p75), (90, figure.p90))
    return [(percentile, rupees) for percentile, rupees in given if rupees is not None]


def standing(points: Sequence[Point], pay: int, sample: int | None) -> Standing:
    """points: FEWEST or more, from low to high; pay: whole rupees a year; sample: adverts or answers, if known."""
    low, high = _shares(points, pay)
    least = most = None
    if sample:
        least = 0 if low is None else math.floor(100 * wilson(low / 100, sample)[0])
        most = 100 if high is None else math.ceil(100 * wilson(high / 100, sample)[1])
    return Standing(_whole(low), _whole(high), least, most)


def _shares(points: Sequence[Point], pay: int) -> tuple[float | None, float | None]:
    """Standing's low and high, before rounding."""
    equal = [percentile for percentile, rupees in points if rupees == pay]
    if equal:
        return equal[0], equal[-1]
    below = [point for point in points if point[1] < pay]
    above = [point for point in points if point[1] > pay]
    if not below:
        return None, above[0][0]
    if not above:
        return below[-1][0], None
    (first, less), (second, more) = below[-1], above[0]
    share = first + (second - first) * (pay - less) / (more - less)
    return share, share


def _whole(share: float | None) -> int | None:
    """To the nearest, a half upwards."""
    return None if share is None else math.floor(share + 0.5)


def wilson(share: float, sample: int) -> tuple[float, float]:
    """Both ends of the 95 % interval around a share (0 to 1) that was seen in a sample of one or more."""
    spread = Z * Z / sample
    middle = (share + spread / 2) / (1 + spread)
    half = math.sqrt(share * (1 - share) * spread + spread * spread / 4) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


@dataclass(frozen=True)
class Placed:
    """A pay among the figures of one source."""

    figure: PayFigure
    standing: Standing

    @property
    def source(self) -> SourceFacts:
        return self.figure.source


@dataclass(frozen=True)
class Standings:
    """A pay among the figures of each source, never averaged. without: sources that have none for these years."""

    placed: tuple[Placed, ...]
    without: tuple[SourceFacts, ...]


def comparable(figures: Iterable[PayFigure]) -> list[PayFigure]:
    """Those that a pay can be placed among: for the market, with enough percentiles."""
    return [figure for figure in figures if not figure.source.speaks_of and len(percentiles(figure)) >= FEWEST]


def standings(figures: Iterable[PayFigure], pay: int, years: float, place: str) -> Standings:
    """pay: whole rupees a year; figures: comparable() ones, best first, which is the order of the sources too.

    place: as a figure names it; nothing or another name: all of India.
    """
    of_source: dict[SourceFacts, list[PayFigure]] = {}
    for figure in figures:
        of_source.setdefault(figure.source, []).append(figure)
    fitting = {source: _fitting(own, years, place) for source, own in of_source.items()}
    return Standings(
        placed=tuple(Placed(f, standing(percentiles(f), pay, f.sample_size)) for f in fitting.values() if f),
        without=tuple(source for source, figure in fitting.items() if figure is None),
    )


def _fitting(figures: Sequence[PayFigure], years: float, place: str) -> PayFigure | None:
    """One source's figure for these years at this place; before a figure for all years there comes one for all of
    India, because years move pay more than the city does."""
    held = [f for f in figures if f.holds(years) and (f.is_whole_country or f.place == place)]
    return min(held, key=lambda f: (f.experience_min is None, f.place != place), default=None)
