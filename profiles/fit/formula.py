"""The fit score: pure, in whole numbers, so that every machine and every database comes to the same.

A target, that is a role or an open job, owns 10,000 points, shared out once: 8,000 over the skills that it asks for,
2,000 for experience. A profile has a credit of 0 to 100 for each skill. What it earns is the sum of points × credit.
Skills are named by slugs: of equal remainders the first from A to Z gets the point left over, wherever it is run.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

FORMULA_VERSION = 1  # a change of any number or step here is another version, and a line of the changelog

SKILL_POINTS, EXPERIENCE_POINTS = 8_000, 2_000
FULL_CREDIT = 100
FULL_SCORE = (SKILL_POINTS + EXPERIENCE_POINTS) * FULL_CREDIT  # 1,000,000; shown as 100
SHOWN = FULL_SCORE // 100  # of the score, in one point of those that readers see
ENOUGH_SKILLS = 6  # an advert that names fewer is completed from its role
LEAST_INFORMATION, MOST_INFORMATION = 4, 8  # so the rarest skill counts twice as much as the commonest
MOST_MONTHS = 600  # that a target can ask for

Weights = Mapping[str, int]  # by slug, each at least 1
Credits = Mapping[str, int]  # by slug, 0 to 100


class Naming(IntEnum):
    """How an advert names a skill, and what that weighs."""

    TITLE = 4
    TEXT = 2


class Need(IntEnum):
    """How a role needs a skill, by its kind there."""

    CORE = 2
    SECONDARY = 1


@dataclass(frozen=True, slots=True)
class Target:
    """What a role or a job asks for. points: by slug, SKILL_POINTS in sum; months: of work, 0 where none is asked for;
    completed: slugs that an advert doesn't name, taken from its role."""

    points: Mapping[str, int]
    months: int = 0
    completed: frozenset[str] = frozenset()


@cache
def information(used_by: int, of_all: int) -> int:
    """What a skill tells, by how many of all roles ask for it: LEAST_INFORMATION for one that most ask for, one more
    for each halving of that number, at most MOST_INFORMATION."""
    halvings, used_by = 0, max(1, used_by)
    while used_by << (halvings + 1) <= of_all:
        halvings += 1
    return min(LEAST_INFORMATION + halvings, MOST_INFORMATION)


def apportioned(weights: Weights, budget: int) -> dict[str, int]:
    """The budget shared out by weight, to the last point: one for each, the rest by largest remainder. budget: at least
    as many points as there are skills."""
    if not weights:
        return {}
    rest, whole = budget - len(weights), sum(weights.values())
    if rest < 0:
        raise ValueError(f"{budget} points are too few for {len(weights)} skills.")
    points = {slug: 1 + rest * weight // whole for slug, weight in weights.items()}
    left = budget - sum(points.values())
    for slug in sorted(weights, key=lambda slug: (-(rest * weights[slug] % whole), slug))[:left]:
        points[slug] += 1
    return points


def target(stated: Weights, usual: Weights, months: int) -> Target | None:
    """None where nothing is asked for. usual: what the role of an advert mostly asks for; nothing for a role itself.

    An advert with fewer than ENOUGH_SKILLS keeps that share of the points for what it names; the rest goes to what its
    role usually asks for. Else an advert that names one skill would fit whoever has it.
    """
    months = min(max(months, 0), MOST_MONTHS)
    more = {slug: weight for slug, weight in usual.items() if slug not in stated}
    if not stated and not more:
        return None
    if len(stated) >= ENOUGH_SKILLS or not more:
        return Target(apportioned(stated, SKILL_POINTS), months)
    share = SKILL_POINTS * len(stated) // ENOUGH_SKILLS
    points = apportioned(stated, share) | apportioned(more, SKILL_POINTS - share)
    return Target(points, months, frozenset(more))


def experience(months: int, asked: int) -> int:
    """Of the score, 0 to 200,000: all of it where nothing is asked for, and never more for more than that."""
    most = EXPERIENCE_POINTS * FULL_CREDIT
    return most if asked <= 0 else most * min(max(months, 0), asked) // asked


def score(target: Target, credits: Credits, months: int) -> int:
    """0 to FULL_SCORE."""
    skills = sum(points * credits.get(slug, 0) for slug, points in target.points.items())
    return skills + experience(months, target.months)


def shown(score: int) -> int:
    """0 to 100, rounded down: 100 means everything."""
    return score // SHOWN


def similarity(one: Target, other: Target) -> int:
    """Of 10,000: how much of their skill points two targets have in common. The same either way round."""
    common = sum(min(points, other.points[slug]) for slug, points in one.points.items() if slug in other.points)
    return 10_000 * common // SKILL_POINTS
