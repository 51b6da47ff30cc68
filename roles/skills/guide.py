"""Everything that the pages of skills say, read from the catalogue."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import Count, Q

from roles.models import Role, RoleSkill, Skill, SkillAlias, SkillKind, Source, Status, Trust
from roles.skills.facts import HEADINGS, Companion, SkillUse, companions, in_order, most_named, other_names

USES_SHOWN = 15
NAMES_SHOWN = 12
COMPANIONS_SHOWN = 12
WIDEST_SHOWN = 10
GROUP_SHOWN = 18
USED = Q(role_skills__role__status=Status.PUBLISHED)


@dataclass(frozen=True)
class SkillGuide:
    """A skill with its facts sorted for reading. Made by get_skill_guide()."""

    skill: Skill
    uses: list[SkillUse]  # most important first
    companions: list[Companion]
    names: list[str]
    parts: list[Skill]
    bundles: list[Skill]  # with `roles`: how many use the bundle
    sources: list[Source]  # of importance and counts

    @cached_property
    def core(self) -> list[SkillUse]:
        return [use for use in self.uses if use.is_core]

    @cached_property
    def also(self) -> list[SkillUse]:
        return [use for use in self.uses if not use.is_core]

    @property
    def first_also(self) -> list[SkillUse]:
        return self.also[:USES_SHOWN]

    @property
    def more_also(self) -> list[SkillUse]:
        return self.also[USES_SHOWN:]

    @property
    def as_important(self) -> int:
        """How many roles it is as important in as in the first."""
        return sum(use.importance == self.uses[0].importance for use in self.uses) - 1

    @cached_property
    def most_named(self) -> SkillUse | None:
        return most_named(self.uses)

    @property
    def first_names(self) -> list[str]:
        return self.names[:NAMES_SHOWN]

    @property
    def more_names(self) -> list[str]:
        return self.names[NAMES_SHOWN:]


def get_skill_guide(skill: Skill) -> SkillGuide:
    """Five queries, four for a skill that no role uses: uses, companions, names, parts, bundles."""
    rows = list(skill.role_skills.filter(role__status=Status.PUBLISHED).select_related("role", "source"))
    uses = in_order(_use(row) for row in rows)
    names = skill.aliases.filter(trust__in=[Trust.TEXT, Trust.CASE]).values_list("name", flat=True)
    parts = list(skill.parts.all())
    bundles = list(skill.bundles.annotate(roles=Count("role_skills", filter=USED)))
    kin = {other.pk for other in (skill, *parts, *bundles)}
    return SkillGuide(
        skill=skill,
        uses=uses,
        companions=_companions(skill, len(uses), kin) if uses else [],
        names=other_names(skill.name, list(names)),
        parts=parts,
        bundles=bundles,
        sources=list({row.source_id: row.source for row in rows if row.source}.values()),
    )


def _use(row: RoleSkill) -> SkillUse:
    return SkillUse(
        role=row.role.name,
        plural=row.role.plural,
        href=row.role.get_absolute_url(),
        is_core=row.kind == SkillKind.CORE,
        importance=row.importance,
        evidence=row.evidence_count,
        naming=row.adverts_naming,
        read=row.adverts_read,
    )


def _companions(skill: Skill, uses: int, kin: set[int]) -> list[Companion]:
    """kin: itself, its parts and what it is a part of; they go together by definition."""
    ours = RoleSkill.objects.filter(skill=skill).values("role")
    rows = (
        RoleSkill.objects.filter(role__status=Status.PUBLISHED)
        .exclude(skill__in=kin)
        .values_list("skill__name", "skill__slug")
        .annotate(shared=Count("id", filter=Q(role__in=ours)), roles=Count("id"))
        .filter(shared__gt=0)
        .order_by()
    )
    return companions(rows, uses, COMPANIONS_SHOWN)


def named_by_alias(slug: str) -> Skill | None:
    """The one skill that a name written as an address means: "ms-excel" is "MS Excel". None when that isn't certain.

    One query. Only names that mean the skill wherever they stand.
    """
    written = Q(name__iexact=slug) | Q(name__iexact=slug.replace("-", " "))
    aliases = SkillAlias.objects.filter(written, trust=Trust.TEXT).select_related("skill")
    meant = {alias.skill_id: alias.skill for alias in aliases}
    return meant.popitem()[1] if len(meant) == 1 else None


@dataclass(frozen=True)
class SkillGroup:
    """A category's skills, most widely used first; each with `roles`, how many use it."""

    slug: str
    heading: str
    skills: list[Skill]

    @property
    def first(self) -> list[Skill]:
        return self.skills[:GROUP_SHOWN]

    @property
    def more(self) -> list[Skill]:
        """The others, from A to Z."""
        return sorted(self.skills[GROUP_SHOWN:], key=lambda skill: skill.name.casefold())


@dataclass(frozen=True)
class SkillIndex:
    """All skills that published roles use, most widely used first. Made by get_skill_index()."""

    skills: list[Skill]
    roles: int  # published
    unused: int  # skills in the catalogue that no published role uses

    @property
    def widest(self) -> list[Skill]:
        return self.skills[:WIDEST_SHOWN]

    @property
    def groups(self) -> list[SkillGroup]:
        order = list(HEADINGS)
        in_groups = sorted(self.skills, key=lambda skill: order.index(skill.category))
        return [
            SkillGroup(category, HEADINGS[category], list(skills))
            for category, skills in groupby(in_groups, key=lambda skill: skill.category)
        ]


def get_skill_index() -> SkillIndex:
    """Three queries."""
    counted = Skill.objects.annotate(roles=Count("role_skills", filter=USED))
    skills = list(counted.filter(roles__gt=0).order_by("-roles", "name"))
    return SkillIndex(skills, Role.objects.published().count(), Skill.objects.count() - len(skills))
