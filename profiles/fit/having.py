"""What a profile has for any target: pure. Skills, their credits and months count, and what may block stands apart.
Nothing that says who somebody is goes in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from profiles.facts import ProfileFacts
from profiles.fit.formula import FULL_CREDIT

TRIED = 1  # the level of who has only tried a skill
TRIED_CREDIT = 50
PART_OF_BUNDLE, BUNDLE_OF_PART = 100, 50  # per cent, as roles.models.near_skills has them; a test holds them together


class Near(NamedTuple):
    """Two skills of which each gives a part of the other. credit: per cent; reason: goes on from "because"."""

    first: str
    second: str
    credit: int
    reason: str = ""


class Part(NamedTuple):
    """A bundled skill and one that it holds."""

    whole: str
    part: str


class Way(NamedTuple):
    """The best way to a skill. through: the slug of the person's own skill; kind: "own", "near", "holds" where the own
    skill is a bundle that holds it, "part" where the own skill is a part of it; reason: that of Near."""

    credit: int
    through: str
    kind: str = "own"
    reason: str = ""


class Step(NamedTuple):
    """What who has one skill has of another. per_cent: of the credit for the first."""

    to: str
    per_cent: int
    kind: str
    reason: str


Steps = Mapping[str, tuple[Step, ...]]  # by the slug of the skill that somebody has


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody said of how they want to work. places: slugs; notice_days: until they can start, None where they
    haven't said; papers: certificates and degrees by name."""

    places: frozenset[str] = frozenset()
    notice_days: int | None = None
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Have:
    """ways: by slug, only those with a credit; months: of work, None where they aren't confirmed."""

    own: Mapping[str, int]
    steps: Steps
    ways: Mapping[str, Way]
    months: int | None = None
    wishes: Wishes = field(default_factory=Wishes)

    @property
    def credits(self) -> dict[str, int]:
        """By slug, 1 to 100."""
        return {slug: way.credit for slug, way in self.ways.items()}

    @property
    def counted_months(self) -> int:
        """What isn't confirmed doesn't count."""
        return self.months or 0

    def with_skill(self, slug: str) -> "Have":
        """What they would have if they had this skill in full too."""
        own = {**self.own, slug: FULL_CREDIT}
        return replace(self, own=own, ways=_ways(own, self.steps))


def have(facts: ProfileFacts, near: Iterable[Near], parts: Iterable[Part], wishes: Wishes | None = None) -> Have:
    """wishes: its papers are taken from the facts."""
    own: dict[str, int] = {}
    for skill in facts.skills:
        if skill.slug:
            own[skill.slug] = max(own.get(skill.slug, 0), TRIED_CREDIT if skill.level == TRIED else FULL_CREDIT)
    steps = all_steps(near, parts)
    papers = (*(each.name for each in facts.certificates), *(each.degree for each in facts.studies))
    return Have(own, steps, _ways(own, steps), facts.months, replace(wishes or Wishes(), papers=papers))


def all_steps(near: Iterable[Near], parts: Iterable[Part]) -> dict[str, tuple[Step, ...]]:
    steps: dict[str, list[Step]] = {}
    for first, second, credit, reason in near:
        steps.setdefault(first, []).append(Step(second, credit, "near", reason))
        steps.setdefault(second, []).append(Step(first, credit, "near", reason))
    for whole, part in parts:
        steps.setdefault(whole, []).append(Step(part, PART_OF_BUNDLE, "holds", ""))
        steps.setdefault(part, []).append(Step(whole, BUNDLE_OF_PART, "part", ""))
    return {slug: tuple(found) for slug, found in steps.items()}


def _ways(own: Mapping[str, int], steps: Steps) -> dict[str, Way]:
    """The best single way to each skill: ways don't add up. Of equal ones the own skill, then the first from A to Z."""
    best = {slug: Way(credit, slug) for slug, credit in own.items() if credit > 0}
    for slug in sorted(own):
        for to, per_cent, kind, reason in steps.get(slug, ()):
            credit = own[slug] * per_cent // FULL_CREDIT
            if credit > (best[to].credit if to in best else 0):
                best[to] = Way(credit, slug, kind, reason)
    return best
