"""What somebody of one role brings for another, and what is missing. Pure.

Only the target's core skills count. Years of practice count too, and no source counts those.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from comparisons.skills import ComparedSkill, SkillLink, Skills, Use
from roles.facts import RoleFacts

# Per cent of a core skill that somebody has who uses it, but not at the core of the work.
WITHOUT_DEPTH = 50
# Per cent of the importance of the target's core skills that are brought along: from here on a switch is …
NEAR_FROM = 60
MODERATE_FROM = 30


class Distance(StrEnum):
    NEAR = "near"
    MODERATE = "moderate"
    FAR = "far"


@dataclass(frozen=True)
class InPart:
    """A skill of the target that another one of the origin stands in for; credit in per cent."""

    skill: ComparedSkill
    known: ComparedSkill
    credit: int
    reason: str


@dataclass(frozen=True)
class Switch:
    """The target's core skills four ways, each most important for the target first."""

    origin: RoleFacts
    target: RoleFacts
    have: Skills = ()  # core for the origin too
    deepen: Skills = ()  # used by the origin, not at the core
    in_part: tuple[InPart, ...] = ()
    missing: Skills = ()
    carried: int = 0  # whole per cent of their importance, rounded down: 100 only when nothing is missing

    @property
    def total(self) -> int:
        return len(self.have) + len(self.deepen) + len(self.in_part) + len(self.missing)

    @property
    def distance(self) -> Distance:
        if self.carried >= NEAR_FROM:
            return Distance.NEAR
        return Distance.MODERATE if self.carried >= MODERATE_FROM else Distance.FAR

    @property
    def is_far(self) -> bool:
        return self.distance is Distance.FAR


def switches(left: RoleFacts, right: RoleFacts, skills: Skills, links: Iterable[SkillLink]) -> tuple[Switch, Switch]:
    """Left to right, right to left."""
    named = {skill.slug: skill for skill in skills}
    to_right: dict[str, InPart] = {}
    to_left: dict[str, InPart] = {}
    for link in links:
        ours, theirs = named[link.left_slug], named[link.right_slug]
        _keep_best(to_right, InPart(theirs, ours, link.left_to_right, link.reason))
        _keep_best(to_left, InPart(ours, theirs, link.right_to_left, link.reason))
    return (
        _switch(left, right, [(skill, skill.left, skill.right) for skill in skills], to_right),
        _switch(right, left, [(skill, skill.right, skill.left) for skill in skills], to_left),
    )


def _keep_best(best: dict[str, InPart], found: InPart) -> None:
    """Of several skills that stand in for one, the one that gives most of it."""
    before = best.get(found.skill.slug)
    if found.credit and (before is None or found.credit > before.credit):
        best[found.skill.slug] = found


def _switch(
    origin: RoleFacts,
    target: RoleFacts,
    uses: Iterable[tuple[ComparedSkill, Use | None, Use | None]],
    near: Mapping[str, InPart],
) -> Switch:
    """uses: a skill, what the origin makes of it, what the target makes of it."""
    wanted = [(skill, has, use.importance) for skill, has, use in uses if use and use.is_core]
    wanted.sort(key=lambda one: (-one[2], one[0].name))
    brought = sum(weight * _credit(skill, has, near) for skill, has, weight in wanted)
    everything = sum(weight for _, _, weight in wanted)
    new = [skill for skill, has, _ in wanted if has is None]
    return Switch(
        origin=origin,
        target=target,
        have=tuple(skill for skill, has, _ in wanted if has and has.is_core),
        deepen=tuple(skill for skill, has, _ in wanted if has and not has.is_core),
        in_part=tuple(near[skill.slug] for skill in new if skill.slug in near),
        missing=tuple(skill for skill in new if skill.slug not in near),
        carried=brought // everything if everything else 0,
    )


def _credit(skill: ComparedSkill, has: Use | None, near: Mapping[str, InPart]) -> int:
    """Per cent of a skill that the origin brings."""
    if has:
        return 100 if has.is_core else WITHOUT_DEPTH
    return near[skill.slug].credit if skill.slug in near else 0
