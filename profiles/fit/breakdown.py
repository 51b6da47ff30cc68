"""A score line by line, and what would raise it: pure."""

from dataclasses import dataclass

from profiles.fit.formula import EXPERIENCE_POINTS, FULL_CREDIT, FULL_SCORE, Target, experience, score
from profiles.fit.having import Have, Way


@dataclass(frozen=True, slots=True)
class Line:
    """A skill that the target asks for. earned, possible: of the score; way: None where nothing of the profile leads to
    it; is_completed: the advert doesn't name it, its role usually asks for it."""

    slug: str
    earned: int
    possible: int
    way: Way | None
    is_completed: bool

    @property
    def is_full(self) -> bool:
        return self.earned == self.possible


@dataclass(frozen=True, slots=True)
class Experience:
    """months: confirmed, None where they aren't; asked: 0 where none are; earned, possible: of the score."""

    months: int | None
    asked: int
    earned: int
    possible: int = EXPERIENCE_POINTS * FULL_CREDIT


@dataclass(frozen=True, slots=True)
class Gain:
    """What a skill would add to the score, with all that is near to it."""

    slug: str
    points: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """lines: the heaviest first; gains: the largest first. earned of lines and experience is the score, possible is
    FULL_SCORE."""

    lines: tuple[Line, ...]
    experience: Experience
    score: int
    gains: tuple[Gain, ...]

    @property
    def matched(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.is_full)

    @property
    def in_part(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.earned and not line.is_full)

    @property
    def missing(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if not line.earned)

    @property
    def lacking(self) -> int:
        """Of the score."""
        return FULL_SCORE - self.score


def breakdown(target: Target, have: Have) -> Breakdown:
    ordered = sorted(target.points.items(), key=lambda item: (-item[1], item[0]))
    lines = tuple(_line(slug, points, target, have) for slug, points in ordered)
    earned = experience(have.counted_months, target.months)
    return Breakdown(
        lines,
        Experience(have.months, target.months, earned),
        sum(line.earned for line in lines) + earned,
        gains(target, have),
    )


def _line(slug: str, points: int, target: Target, have: Have) -> Line:
    way = have.ways.get(slug)
    credit = way.credit if way else 0
    return Line(slug, points * credit, points * FULL_CREDIT, way, slug in target.completed)


def gains(target: Target, have: Have) -> tuple[Gain, ...]:
    """For each skill that the target asks for and the person hasn't in full: what having it would add."""
    now, months = score(target, have.credits, have.counted_months), have.counted_months
    lacking = (slug for slug in target.points if have.own.get(slug, 0) < FULL_CREDIT)
    found = (Gain(slug, score(target, have.with_skill(slug).credits, months) - now) for slug in lacking)
    return tuple(sorted((gain for gain in found if gain.points), key=lambda gain: (-gain.points, gain.slug)))
