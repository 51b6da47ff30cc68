"""What two roles have in common and what not: values worked out from rows. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from comparisons.addresses import comparison_path
from comparisons.pay import PayComparison
from roles.facts import RoleFacts
from roles.pay import PayFigure

CORE = "core"


class SkillRow(Protocol):
    """A row of Skill.objects.for_pair()."""

    name: str
    in_sentence: str
    slug: str
    left_importance: int | None
    left_kind: str | None
    right_importance: int | None
    right_kind: str | None


@dataclass(frozen=True)
class ComparedSkill:
    """A skill with its importance (1–100) for each role; None where a role doesn't use it."""

    name: str
    in_sentence: str
    slug: str
    left: int | None
    right: int | None

    @property
    def weight(self) -> int:
        return (self.left or 0) + (self.right or 0)


Skills = tuple[ComparedSkill, ...]


@dataclass(frozen=True)
class OwnSkills:
    """One role's skills that aren't core for both, and aren't secondary for both."""

    core_used_by_other: Skills = ()  # core here, secondary there
    core_only: Skills = ()
    secondary_only: Skills = ()

    @property
    def only(self) -> Skills:
        return self.core_only + self.secondary_only


@dataclass(frozen=True)
class Side:
    """One column of the page. `place` is "left" or "right": it names colour and mark."""

    place: str
    role: RoleFacts
    other: RoleFacts
    skills: OwnSkills
    figure: PayFigure | None

    @property
    def pull(self) -> Skills:
        """What draws somebody to this side: core skills only it has, else those only core here, else its others."""
        own = self.skills
        return own.core_only or own.core_used_by_other or own.secondary_only


@dataclass(frozen=True)
class Switch:
    """What somebody of one role brings for the other: the target's core skills, three ways."""

    origin: RoleFacts
    target: RoleFacts
    have: Skills  # core for both
    touched: Skills  # the origin uses it too, not as a core skill
    missing: Skills

    @property
    def total(self) -> int:
        return len(self.have) + len(self.touched) + len(self.missing)


@dataclass(frozen=True)
class Comparison:
    left: Side
    right: Side
    core_both: Skills
    secondary_both: Skills
    pay: PayComparison

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.left, self.right

    @property
    def roles(self) -> tuple[RoleFacts, RoleFacts]:
        return self.left.role, self.right.role

    @property
    def reviewed_on(self) -> date | None:
        """The older of the two reviews."""
        return min((role.reviewed_on for role in self.roles if role.reviewed_on), default=None)

    @property
    def path(self) -> str:
        return comparison_path(self.left.role.slug, self.right.role.slug)

    @property
    def shared_count(self) -> int:
        """Skills that both roles use, as core or not."""
        depth = len(self.left.skills.core_used_by_other) + len(self.right.skills.core_used_by_other)
        return len(self.core_both) + len(self.secondary_both) + depth

    @property
    def all_count(self) -> int:
        """Skills that either role uses."""
        return self.shared_count + len(self.left.skills.only) + len(self.right.skills.only)

    @property
    def switches(self) -> tuple[Switch, Switch]:
        """Left to right, right to left."""
        return self._switch(self.left, self.right), self._switch(self.right, self.left)

    def _switch(self, origin: Side, target: Side) -> Switch:
        own = target.skills
        return Switch(origin.role, target.role, self.core_both, own.core_used_by_other, own.core_only)

    @property
    def same_experience(self) -> bool:
        left, right = self.left.role, self.right.role
        return bool(left.experience) and left.experience == right.experience


def compare(left: RoleFacts, right: RoleFacts, rows: Iterable[SkillRow], pay: PayComparison) -> Comparison:
    """Sorts the skills of two roles into the sets that the page shows, each by importance, then name."""
    groups: dict[tuple[str | None, str | None], list[ComparedSkill]] = {}
    for row in rows:
        skill = ComparedSkill(row.name, row.in_sentence, row.slug, row.left_importance, row.right_importance)
        groups.setdefault((_core(row.left_kind), _core(row.right_kind)), []).append(skill)

    def group(left_kind: str | None, right_kind: str | None) -> Skills:
        return tuple(sorted(groups.get((left_kind, right_kind), ()), key=lambda skill: (-skill.weight, skill.name)))

    ours = OwnSkills(group("core", "other"), group("core", None), group("other", None))
    theirs = OwnSkills(group("other", "core"), group(None, "core"), group(None, "other"))
    figures = pay.glance
    return Comparison(
        left=Side("left", left, right, ours, figures[0]),
        right=Side("right", right, left, theirs, figures[1]),
        core_both=group("core", "core"),
        secondary_both=group("other", "other"),
        pay=pay,
    )


def _core(kind: str | None) -> str | None:
    """Any kind but core is "other"; no kind: the role doesn't use the skill."""
    return kind and ("core" if kind == CORE else "other")
