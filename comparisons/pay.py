"""Pay compared like with like only: same source, place, experience and period. Pure; rupees a year."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from roles.pay import PayFigure, Years, first_of_each_source, presentable

# Ranges that share at least this much of all they span don't tell the two roles apart.
NEITHER_FROM = 50  # per cent
# Middles this close are level: less than the rounding and sampling of any source here.
LEVEL_BELOW = 5  # per cent of the lower one
# Medians this far apart lean to one role although the ranges overlap.
LEANS_FROM = 20  # per cent of the lower one
# From this many on each side a difference is stated, below it only suggested.
FIRM_FROM = 30


class Verdict(Enum):
    CLEAR = auto()  # ranges apart, enough counted
    TENDS = auto()  # medians well apart, enough counted
    SEEMS = auto()  # apart, but an estimate or few counted
    NEITHER = auto()


@dataclass(frozen=True)
class PayQuestion:
    """For which place and years of experience a reader asks; nothing asked: all of India, whatever the years."""

    place: str = ""
    years: float | None = None

    def holds(self, figure: PayFigure) -> bool:
        """Whether the figure is for the place and for somebody of these years."""
        there = figure.place == self.place if self.place else figure.is_whole_country
        return there and (self.years is None or figure.holds(self.years))

    def order(self, figure: PayFigure) -> tuple[bool, bool]:
        """For certain years a figure counted among people of these years goes first, an estimate before one for all."""
        if self.years is None:
            return False, False
        return figure.experience_min is None, figure.is_editorial


ALL_INDIA = PayQuestion()


@dataclass(frozen=True)
class PayMatch:
    """What one source says of both roles on the same terms."""

    left: PayFigure
    right: PayFigure

    @property
    def figures(self) -> tuple[PayFigure, PayFigure]:
        return self.left, self.right

    @property
    def mirrored(self) -> "PayMatch":
        return PayMatch(self.right, self.left)

    @property
    def overlap(self) -> tuple[int, int] | None:
        """The rupees both ranges hold; None when they don't meet or one has no range."""
        if self.left.ends is None or self.right.ends is None:
            return None
        low = max(self.left.ends[0], self.right.ends[0])
        high = min(self.left.ends[1], self.right.ends[1])
        return (low, high) if low <= high else None

    @cached_property
    def overlap_share(self) -> int | None:
        """How much of all that the two ranges span they share: whole per cent, rounded down; None without ranges."""
        if self.left.ends is None or self.right.ends is None:
            return None
        span = max(self.left.ends[1], self.right.ends[1]) - min(self.left.ends[0], self.right.ends[0])
        if span == 0:
            return 100
        return (self.overlap[1] - self.overlap[0]) * 100 // span if self.overlap else 0

    @cached_property
    def gap(self) -> int:
        """How far the higher middle lies above the lower one: whole per cent of the lower, to the nearest."""
        low, high = sorted((self.left.middle, self.right.middle))
        return (200 * (high - low) + low) // (2 * low)

    @property
    def lead(self) -> int:
        """Which middle is higher: -1 the left's, 1 the right's, 0 level."""
        if self.gap < LEVEL_BELOW:
            return 0
        return -1 if self.left.middle > self.right.middle else 1

    @property
    def is_firm(self) -> bool:
        """Whether enough adverts or answers stand behind both; an editor's word is not counted evidence."""
        return min(self.left.sample_size or 0, self.right.sample_size or 0) >= FIRM_FROM

    @property
    def ranges_apart(self) -> bool:
        """Middles apart, and ranges that share less than half of what they span."""
        return self.lead != 0 and self.overlap_share is not None and self.overlap_share < NEITHER_FROM

    @property
    def medians_apart(self) -> bool:
        return bool(self.left.p50 and self.right.p50 and self.gap >= LEANS_FROM)

    @property
    def verdict(self) -> Verdict:
        """How firmly it can be said that the role with the higher middle pays more."""
        if self.is_firm:
            return Verdict.CLEAR if self.ranges_apart else Verdict.TENDS if self.medians_apart else Verdict.NEITHER
        only_medians = self.overlap_share is None
        return Verdict.SEEMS if self.ranges_apart or (only_medians and self.medians_apart) else Verdict.NEITHER


@dataclass(frozen=True)
class PayComparison:
    """Matches for what was asked, best first; each role's own best figure for it; and every match there is."""

    matches: tuple[PayMatch, ...] = ()
    left: PayFigure | None = None
    right: PayFigure | None = None
    asked: PayQuestion = ALL_INDIA
    everywhere: tuple[PayMatch, ...] = ()

    @property
    def mirrored(self) -> "PayComparison":
        """The same with the columns the other way round."""
        matches, everywhere = (tuple(match.mirrored for match in found) for found in (self.matches, self.everywhere))
        return PayComparison(matches, self.right, self.left, self.asked, everywhere)

    @property
    def headline(self) -> PayMatch | None:
        return self.matches[0] if self.matches else None

    @property
    def evidence(self) -> tuple[PayMatch, ...]:
        """The best match of each source that rests on adverts or answers."""
        return tuple(match for match in self.by_source if not match.left.is_editorial)

    @cached_property
    def by_source(self) -> tuple[PayMatch, ...]:
        """The best match of each source."""
        return tuple(first_of_each_source(self.matches, lambda match: match.left))

    @property
    def further(self) -> tuple[PayMatch, ...]:
        """The other matches: more bands of experience of the same sources, from few years to many."""
        first = self.by_source
        rest = [match for match in self.matches if match not in first]
        return tuple(sorted(rest, key=lambda match: (match.left.source.name, match.left.experience_min or 0)))

    @property
    def places(self) -> tuple[str, ...]:
        """Cities that can be asked for, because a source knows both roles there; A to Z."""
        return tuple(sorted({match.left.place for match in self.everywhere if not match.left.is_whole_country}))

    @cached_property
    def by_city(self) -> tuple[PayMatch, ...]:
        """The source and band of experience that know most cities, best paid city first."""
        return _largest(
            (match for match in self.everywhere if not match.left.is_whole_country),
            of_one=lambda figure: (figure.source.slug, figure.experience, figure.period_start),
            order=lambda match: -max(match.left.middle, match.right.middle),
        )

    @cached_property
    def bands(self) -> tuple[PayMatch, ...]:
        """The source that knows most bands of experience for all of India, from few years to many."""
        return _largest(
            (m for m in self.everywhere if m.left.is_whole_country and m.left.experience_min is not None),
            of_one=lambda figure: (figure.source.slug, figure.period_start),
            order=lambda match: match.left.experience_min or 0,
        )

    @property
    def sources_disagree(self) -> bool:
        return {-1, 1} <= {match.lead for match in self.by_source}

    @property
    def entry_level(self) -> PayMatch | None:
        """The match on adverts for beginners."""
        beginners = (match for match in self.matches if match.left.is_advertised and match.left.is_for_beginners)
        return next(beginners, None)

    @property
    def one_sided(self) -> bool:
        """Only one of the two has a figure."""
        return bool(self.left) != bool(self.right)

    @property
    def is_asked(self) -> bool:
        """Whether a reader asked for a place or for years."""
        return self.asked != ALL_INDIA

    @property
    def is_known(self) -> bool:
        """Whether there is any figure, for what was asked or else."""
        return bool(self.left or self.right or self.everywhere)

    @property
    def glance(self) -> tuple[PayFigure | None, PayFigure | None]:
        """What each column shows first: the like-for-like pair where there is one, else each role's best."""
        return (self.headline.left, self.headline.right) if self.headline else (self.left, self.right)


def compare_pay(
    left: Sequence[PayFigure],
    right: Sequence[PayFigure],
    usual: tuple[Years | None, Years | None] = (None, None),
    asked: PayQuestion = ALL_INDIA,
) -> PayComparison:
    """usual: the years that employers ask for in each role."""
    ours, theirs = (
        [figure for figure in presentable(figures, years) if _speaks_for_the_role(figure)]
        for figures, years in ((left, usual[0]), (right, usual[1]))
    )
    matches = _matches(ours, theirs)
    fitting = sorted((match for match in matches if asked.holds(match.left)), key=lambda m: asked.order(m.left))
    return PayComparison(tuple(fitting), _best(ours, asked), _best(theirs, asked), asked, tuple(matches))


def _speaks_for_the_role(figure: PayFigure) -> bool:
    """It holds for the market as a whole."""
    return not figure.source.speaks_of


def _matches(left: Sequence[PayFigure], right: Sequence[PayFigure]) -> list[PayMatch]:
    theirs = {figure.key: figure for figure in right if _is_comparable(figure)}
    return [PayMatch(figure, theirs[figure.key]) for figure in left if _is_comparable(figure) and figure.key in theirs]


def _is_comparable(figure: PayFigure) -> bool:
    """It holds for known years and for this role alone."""
    return figure.has_known_terms and not figure.covers


def _best(figures: Sequence[PayFigure], asked: PayQuestion) -> PayFigure | None:
    """What a role has for the question by itself."""
    return min((figure for figure in figures if asked.holds(figure)), key=asked.order, default=None)


def _largest(
    matches: Iterable[PayMatch], of_one: Callable[[PayFigure], object], order: Callable[[PayMatch], int]
) -> tuple[PayMatch, ...]:
    """The largest group of matches that are of one kind, in order; of equally large ones the best."""
    groups: dict[object, list[PayMatch]] = {}
    for match in matches:
        groups.setdefault(of_one(match.left), []).append(match)
    largest = max(groups.values(), key=lambda group: len(group), default=[])
    return tuple(sorted(largest, key=order))
