"""Which of two roles suits somebody better, from the skills they have and the work they like. Pure; nothing is kept.

Skills and work are counted apart: no number says how much the one is worth against the other.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from comparisons.comparison import Comparison
from comparisons.skills import Skills
from comparisons.work import Duties
from roles.facts import RoleFacts

PART_OF_IT = 50  # per cent of a bundled skill that one of its parts gives
LEVEL_WITHIN = 10  # points of 100: closer than that, neither role is ahead

Credits = Mapping[str, int]
Weighted = list[tuple[int, int]]  # a weight, and per cent of it


@dataclass(frozen=True)
class Option:
    slug: str
    name: str
    is_ticked: bool


@dataclass(frozen=True)
class Part:
    """A skill that a bundled one holds: "Docker" of "Docker & Kubernetes"."""

    whole: str
    slug: str
    name: str


@dataclass(frozen=True)
class RoleAnswer:
    """How one role fits. Points of 100; None where there is nothing to count."""

    place: str
    role: RoleFacts
    skill_points: int | None  # of the importance of its core skills
    have: Skills
    in_part: Skills
    missing: Skills  # most important first
    work_points: int | None  # of its duties whose kind is known
    liked: Duties
    unloved: Duties

    @property
    def known_count(self) -> int:
        """Duties whose kind is known."""
        return len(self.liked) + len(self.unloved)


@dataclass(frozen=True)
class Answer:
    left: RoleAnswer
    right: RoleAnswer

    @property
    def sides(self) -> tuple[RoleAnswer, RoleAnswer]:
        return self.left, self.right

    @property
    def by_skills(self) -> RoleFacts | None:
        """The role that what somebody has points to; None while they are level."""
        return self._ahead(self.left.skill_points, self.right.skill_points)

    @property
    def by_work(self) -> RoleFacts | None:
        """The role that what somebody likes points to; None while they are level."""
        return self._ahead(self.left.work_points, self.right.work_points)

    def _ahead(self, left: int | None, right: int | None) -> RoleFacts | None:
        gap = (left or 0) - (right or 0)
        if abs(gap) < LEVEL_WITHIN:
            return None
        return self.left.role if gap > 0 else self.right.role


def skill_options(comparison: Comparison, parts: Iterable[Part], have: Collection[str]) -> list[Option]:
    """What is core for either role, what stands in for it, and the parts of bundles; A to Z."""
    groups = comparison.skills
    skills = [*groups.core_both, *groups.depth, *groups.left.core_only, *groups.right.core_only]
    skills += [skill for pair in groups.near for skill in pair.skills]
    named = {skill.slug: skill.name for skill in skills}
    named |= {part.slug: part.name for part in parts if part.whole in named}
    return [Option(slug, name, slug in have) for slug, name in sorted(named.items(), key=lambda one: one[1].casefold())]


def work_options(comparison: Comparison, like: Collection[str]) -> list[Option]:
    """The kinds of work of either role; A to Z."""
    duties = [duty for role in comparison.roles for duty in role.duties if duty.kind]
    named = {duty.kind: duty.kind_name for duty in duties}
    return [Option(slug, name, slug in like) for slug, name in sorted(named.items(), key=lambda one: one[1].casefold())]


def answer(comparison: Comparison, parts: Iterable[Part], have: Collection[str], like: Collection[str]) -> Answer:
    """have: slugs of skills; like: slugs of kinds of work. What is no option counts for nothing."""
    credits = _credits(comparison, list(parts), have)
    groups = comparison.skills
    left = _core(groups.core_both + groups.depth + groups.left.near + groups.left.core_only, 0)
    right = _core(groups.core_both + groups.depth + groups.right.near + groups.right.core_only, 1)
    return Answer(
        _role_answer("left", comparison.left.role, left, credits, like),
        _role_answer("right", comparison.right.role, right, credits, like),
    )


def _credits(comparison: Comparison, parts: list[Part], have: Collection[str]) -> Credits:
    """Per cent of each skill that somebody has: all of it, by a part, or by a near-equivalent."""
    credits = dict.fromkeys(have, 100)
    for whole in {part.whole for part in parts} - set(have):
        owned = [part.slug in have for part in parts if part.whole == whole]
        if any(owned):
            credits[whole] = 100 if all(owned) else PART_OF_IT
    gained: dict[str, int] = {}
    for pair in comparison.skills.near:
        ways = ((pair.left, pair.right, pair.left_to_right), (pair.right, pair.left, pair.right_to_left))
        for known, skill, credit in ways:
            gained[skill.slug] = credits.get(known.slug, 0) * credit // 100
    return credits | {slug: credit for slug, credit in gained.items() if credit > credits.get(slug, 0)}


def _core(skills: Skills, side: int) -> Skills:
    """Those that are core for one side, 0 or 1, most important for it first."""
    core = [(use.importance, skill) for skill in skills if (use := skill.uses[side]) and use.is_core]
    return tuple(skill for _, skill in sorted(core, key=lambda one: (-one[0], one[1].name)))


def _role_answer(place: str, role: RoleFacts, core: Skills, credits: Credits, like: Collection[str]) -> RoleAnswer:
    side = 0 if place == "left" else 1
    weights = [(use.importance, credits.get(skill.slug, 0)) for skill in core if (use := skill.uses[side])]
    known = tuple(duty for duty in role.duties if duty.kind)
    liked = tuple(duty for duty in known if duty.kind in like)
    return RoleAnswer(
        place=place,
        role=role,
        skill_points=_points(weights),
        have=tuple(skill for skill in core if credits.get(skill.slug, 0) == 100),
        in_part=tuple(skill for skill in core if 0 < credits.get(skill.slug, 0) < 100),
        missing=tuple(skill for skill in core if not credits.get(skill.slug)),
        work_points=_points([(1, 100 * (duty in liked)) for duty in known]),
        liked=liked,
        unloved=tuple(duty for duty in known if duty not in liked),
    )


def _points(weights: Weighted) -> int | None:
    """Weighted mean of credits, rounded down: 100 only for everything."""
    total = sum(weight for weight, _ in weights)
    return sum(weight * credit for weight, credit in weights) // total if total else None
