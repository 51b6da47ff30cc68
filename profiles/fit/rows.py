"""A breakdown as the rows of its table, with every number and sentence as text: pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from profiles.fit.bands import Band, band
from profiles.fit.breakdown import Breakdown
from profiles.fit.formula import FULL_SCORE, shown
from profiles.fit.wording import experience_sentence, points_text, why

MOST_GAINS = 5


@dataclass(frozen=True, slots=True)
class Row:
    """earned, possible: points of 100 with one decimal; slug: nothing for experience."""

    name: str
    slug: str
    earned: str
    possible: str
    per_cent: int
    why: str


@dataclass(frozen=True, slots=True)
class GainRow:
    """points: of 100, with one decimal; then: what the score would be, as it is shown."""

    name: str
    slug: str
    points: str
    then: int


@dataclass(frozen=True, slots=True)
class Table:
    """score: as it is shown, 0 to 100; in_full, in_part, skills: how many the person has, and how many there are."""

    score: int
    band: Band
    rows: tuple[Row, ...]
    earned: str
    possible: str
    gains: tuple[GainRow, ...]
    in_full: int
    in_part: int
    skills: int


def table(found: Breakdown, names: Mapping[str, str], in_sentence: Mapping[str, str]) -> Table:
    """names: of the target's skills, by slug; in_sentence: as they stand inside one, of those that lead to them."""
    lines = [
        _row(names[line.slug], line.slug, line.earned, line.possible, why(line, in_sentence)) for line in found.lines
    ]
    years = found.experience
    lines.append(_row("Experience", "", years.earned, years.possible, experience_sentence(years)))
    return Table(
        shown(found.score),
        band(found.score),
        tuple(lines),
        points_text(found.score),
        points_text(FULL_SCORE),
        _gains(found, names),
        len(found.matched),
        len(found.in_part),
        len(found.lines),
    )


def _row(name: str, slug: str, earned: int, possible: int, why: str) -> Row:
    return Row(name, slug, points_text(earned), points_text(possible), 100 * earned // possible, why)


def _gains(found: Breakdown, names: Mapping[str, str]) -> tuple[GainRow, ...]:
    return tuple(
        GainRow(names[gain.slug], gain.slug, points_text(gain.points), shown(found.score + gain.points))
        for gain in found.gains[:MOST_GAINS]
    )
