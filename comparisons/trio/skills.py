"""The skills of three roles, by the roles that they are core for. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from comparisons.skills import CORE, Use


class SkillName(Protocol):
    name: str
    in_sentence: str
    slug: str


class SkillRow(Protocol):
    """A row of RoleSkill.objects.for_roles()."""

    importance: int
    kind: str
    evidence_count: int
    adverts_naming: int | None
    adverts_read: int | None

    @property
    def skill(self) -> SkillName: ...


@dataclass(frozen=True)
class TrioSkill:
    """A skill and what each role makes of it, in the roles' order; None where a role doesn't use it."""

    name: str
    in_sentence: str
    slug: str
    uses: tuple[Use | None, ...]

    @property
    def weight(self) -> int:
        """The importance for all together."""
        return sum(use.importance for use in self.uses if use)

    @property
    def core_for(self) -> tuple[int, ...]:
        """The numbers of the roles, from 0 on."""
        return tuple(number for number, use in enumerate(self.uses) if use and use.is_core)

    @property
    def useful_for(self) -> tuple[int, ...]:
        """The numbers of the roles that name it too, without its being core."""
        return tuple(number for number, use in enumerate(self.uses) if use and not use.is_core)

    @property
    def href(self) -> str:
        return f"/skills/{self.slug}/"


Skills = tuple[TrioSkill, ...]


def skills_of(roles: Sequence[Iterable[SkillRow]]) -> Skills:
    """Every skill of any role once, the weightiest first. roles: the rows of each role."""
    rows: list[dict[str, SkillRow]] = [{row.skill.slug: row for row in of_one} for of_one in roles]
    named = {slug: row.skill for of_one in rows for slug, row in of_one.items()}
    skills = (
        TrioSkill(skill.name, skill.in_sentence, slug, tuple(_use(of_one.get(slug)) for of_one in rows))
        for slug, skill in named.items()
    )
    return tuple(sorted(skills, key=lambda skill: (-skill.weight, skill.name)))


def _use(row: SkillRow | None) -> Use | None:
    if row is None:
        return None
    return Use(row.importance, row.kind == CORE, row.evidence_count, row.adverts_naming, row.adverts_read)


def by_core(skills: Skills) -> Mapping[tuple[int, ...], Skills]:
    """The skills under the numbers of the roles that they are core for; what is core for none is left out."""
    found: dict[tuple[int, ...], list[TrioSkill]] = {}
    for skill in skills:
        if skill.core_for:
            found.setdefault(skill.core_for, []).append(skill)
    return {numbers: tuple(of_these) for numbers, of_these in found.items()}


def importance(skills: Skills, number: int) -> dict[str, int]:
    """What the role of this number asks for, by skill: 1–100."""
    return {skill.slug: use.importance for skill in skills if (use := skill.uses[number])}
