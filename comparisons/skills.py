"""The skills of two roles side by side, sorted into the groups that the page shows. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Protocol

from roles.skills.facts import named_in

CORE = "core"


class SkillRow(Protocol):
    """A row of skills_of_pair()."""

    name: str
    in_sentence: str
    slug: str
    left_importance: int | None
    left_kind: str | None
    left_evidence: int | None
    left_naming: int | None
    left_read: int | None
    right_importance: int | None
    right_kind: str | None
    right_evidence: int | None
    right_naming: int | None
    right_read: int | None


class SkillLink(Protocol):
    """A skill of the left role only that stands in for one of the right role only. Credits in per cent."""

    left_slug: str
    right_slug: str
    left_to_right: int  # of the right skill, what knowing the left one gives
    right_to_left: int
    reason: str


@dataclass(frozen=True)
class Use:
    """What one role makes of a skill. importance: 1–100; evidence: all that names it, 0 for an editor's choice;
    naming, read: the role's adverts that name it, of all that were read; None if not counted."""

    importance: int
    is_core: bool
    evidence: int = 0
    naming: int | None = None
    read: int | None = None

    @property
    def adverts(self) -> str:
        """ "43% of 2,868"; nothing when none names it."""
        return named_in(self.naming, self.read) if self.naming and self.read else ""

    @cached_property
    def evidence_text(self) -> str:
        """ "43% of 2,868 adverts", "in other sources", "editor’s choice"."""
        if self.adverts:
            return f"{self.adverts} adverts"
        return "in other sources" if self.evidence else "editor’s choice"


@dataclass(frozen=True)
class ComparedSkill:
    """A skill and what each role makes of it; None where a role doesn't use it."""

    name: str
    in_sentence: str
    slug: str
    left: Use | None
    right: Use | None

    @property
    def uses(self) -> tuple[Use | None, Use | None]:
        return self.left, self.right

    @property
    def weight(self) -> int:
        """The importance for both together."""
        return (self.left.importance if self.left else 0) + (self.right.importance if self.right else 0)

    @property
    def href(self) -> str:
        return f"/skills/{self.slug}/"


Skills = tuple[ComparedSkill, ...]


@dataclass(frozen=True)
class NearPair:
    """A skill of one role that stands in, to a part, for a skill of the other."""

    left: ComparedSkill
    right: ComparedSkill
    left_to_right: int
    right_to_left: int
    reason: str

    @property
    def skills(self) -> Skills:
        return self.left, self.right


@dataclass(frozen=True)
class OwnSkills:
    """One role's skills that aren't core for both, and aren't secondary for both."""

    core_used_by_other: Skills = ()  # core here, secondary there
    near: Skills = ()  # only here, but one of the other role's skills stands in for it
    core_only: Skills = ()
    secondary_only: Skills = ()

    @cached_property
    def only(self) -> Skills:
        """What the other role doesn't use."""
        return by_weight(self.near + self.core_only + self.secondary_only)


@dataclass(frozen=True)
class SkillGroups:
    """Every skill of either role, in one group each. Skills by importance, then name."""

    core_both: Skills
    secondary_both: Skills
    near: tuple[NearPair, ...]
    left: OwnSkills
    right: OwnSkills

    @cached_property
    def depth(self) -> Skills:
        """Core for one role, secondary for the other."""
        return by_weight(self.left.core_used_by_other + self.right.core_used_by_other)

    @cached_property
    def shared(self) -> Skills:
        """What both roles use, as core or not."""
        return self.core_both + self.depth + self.secondary_both

    @property
    def has_core(self) -> bool:
        """Whether there is anything to show before the skills that are core for neither."""
        return bool(self.core_both or self.depth or self.near or self.left.core_only or self.right.core_only)

    @property
    def secondary_count(self) -> int:
        """Skills that are core for neither, and that nothing stands in for."""
        return len(self.secondary_both) + len(self.left.secondary_only) + len(self.right.secondary_only)


def compared(rows: Iterable[SkillRow]) -> Skills:
    """By importance, then name."""
    return by_weight(
        ComparedSkill(
            row.name,
            row.in_sentence,
            row.slug,
            _use(row.left_importance, row.left_kind, row.left_evidence, row.left_naming, row.left_read),
            _use(row.right_importance, row.right_kind, row.right_evidence, row.right_naming, row.right_read),
        )
        for row in rows
    )


@lru_cache(maxsize=2_048)
def _use(
    importance: int | None, kind: str | None, evidence: int | None, naming: int | None, read: int | None
) -> Use | None:
    """The same one for the same columns: roles ask for skills in few ways, and its words are worked out once."""
    if importance is None:
        return None
    return Use(importance, kind == CORE, evidence or 0, naming, read)


def by_weight(skills: Iterable[ComparedSkill]) -> Skills:
    return tuple(sorted(skills, key=lambda skill: (-skill.weight, skill.name)))


def groups(skills: Skills, links: Iterable[SkillLink] = ()) -> SkillGroups:
    """skills: compared() ones."""
    near = near_pairs({skill.slug: skill for skill in skills}, links)
    is_near = {skill.slug for pair in near for skill in pair.skills}
    found: dict[tuple[str, str, bool], list[ComparedSkill]] = {}
    for skill in skills:
        found.setdefault((_part(skill.left), _part(skill.right), skill.slug in is_near), []).append(skill)

    def group(left: str, right: str, near: bool = False) -> Skills:
        return tuple(found.get((left, right, near), ()))

    return SkillGroups(
        core_both=group("core", "core"),
        secondary_both=group("secondary", "secondary"),
        near=near,
        left=OwnSkills(
            group("core", "secondary"),
            by_weight(group("core", "", near=True) + group("secondary", "", near=True)),
            group("core", ""),
            group("secondary", ""),
        ),
        right=OwnSkills(
            group("secondary", "core"),
            by_weight(group("", "core", near=True) + group("", "secondary", near=True)),
            group("", "core"),
            group("", "secondary"),
        ),
    )


def _part(use: Use | None) -> str:
    """What a role makes of a skill in a word."""
    if use is None:
        return ""
    return "core" if use.is_core else "secondary"


def near_pairs(skills: Mapping[str, ComparedSkill], links: Iterable[SkillLink]) -> tuple[NearPair, ...]:
    """Each skill in one pair at most: the weightiest pairs first, of equal ones the nearer."""
    pairs = [
        NearPair(skills[link.left_slug], skills[link.right_slug], link.left_to_right, link.right_to_left, link.reason)
        for link in links
    ]
    pairs.sort(key=lambda p: (-p.left.weight - p.right.weight, -max(p.left_to_right, p.right_to_left), p.left.name))
    kept: list[NearPair] = []
    taken: set[str] = set()
    for pair in pairs:
        slugs = {skill.slug for skill in pair.skills}
        if taken.isdisjoint(slugs):
            taken |= slugs
            kept.append(pair)
    return tuple(kept)
