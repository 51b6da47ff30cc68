"""Everything that the pages of skills say, read from the catalogue."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q

from roles.models import RoleSkill, Skill, SkillAlias, Status, Trust
from roles.skills.facts import Companion, SkillUse, companions, least_shared, other_names
from roles.skills.uses import Uses, uses_of

USES_SHOWN = 15
NAMES_SHOWN = 12
COMPANIONS_SHOWN = 12
USED = Q(role_skills__role__status=Status.PUBLISHED)


@dataclass(frozen=True)
class SkillGuide:
    """A skill with its facts sorted for reading. Made by get_skill_guide()."""

    skill: Skill
    uses: Uses
    companions: list[Companion]
    names: list[str]
    parts: list[Skill]
    bundles: list[Skill]  # with `roles`: how many use the bundle

    @cached_property
    def core(self) -> list[SkillUse]:
        return [use for use in self.uses.shown if use.is_core]

    @cached_property
    def also(self) -> list[SkillUse]:
        return [use for use in self.uses.shown if not use.is_core]

    @property
    def first_also(self) -> list[SkillUse]:
        return self.also[:USES_SHOWN]

    @property
    def more_also(self) -> list[SkillUse]:
        return self.also[USES_SHOWN:]

    @property
    def first_names(self) -> list[str]:
        return self.names[:NAMES_SHOWN]

    @property
    def more_names(self) -> list[str]:
        return self.names[NAMES_SHOWN:]


def get_skill_guide(skill: Skill) -> SkillGuide:
    """Six queries, four for a skill that no role uses: uses, companions, names, parts, bundles. Two more where so many
    use it that they go over several pages."""
    uses = uses_of(skill)
    names = skill.aliases.filter(trust__in=[Trust.TEXT, Trust.CASE]).values_list("name", flat=True)
    parts = list(skill.parts.all())
    bundles = list(skill.bundles.annotate(roles=Count("role_skills", filter=USED)))
    kin = {other.pk for other in (skill, *parts, *bundles)}
    return SkillGuide(
        skill=skill,
        uses=uses,
        companions=_companions(skill, uses.count, kin) if uses.count else [],
        names=other_names(skill.name, list(names)),
        parts=parts,
        bundles=bundles,
    )


def _companions(skill: Skill, uses: int, kin: set[int]) -> list[Companion]:
    """kin: itself, its parts and what it is a part of; they go together by definition. Two queries, whose cost follows
    the roles that use the skill, and how widely its companions are used."""
    ours = RoleSkill.objects.filter(skill=skill, role__status=Status.PUBLISHED).values("role")
    together = RoleSkill.objects.filter(role__in=ours).exclude(skill__in=kin).order_by()
    counted = together.values_list("skill", "skill__name", "skill__slug").annotate(shared=Count("id"))
    shared = list(counted.filter(shared__gte=least_shared(uses)))
    roles = RoleSkill.objects.roles_by_skill(*(key for key, *_ in shared))
    rows = ((name, slug, number, roles[key]) for key, name, slug, number in shared)
    return companions(rows, uses, COMPANIONS_SHOWN)


def named_by_alias(slug: str) -> Skill | None:
    """The one skill that a name written as an address means: "ms-excel" is "MS Excel". None when that isn't certain.

    One query. Only names that mean the skill wherever they stand.
    """
    written = Q(name__iexact=slug) | Q(name__iexact=slug.replace("-", " "))
    aliases = SkillAlias.objects.filter(written, trust=Trust.TEXT).select_related("skill")
    meant = {alias.skill_id: alias.skill for alias in aliases}
    return meant.popitem()[1] if len(meant) == 1 else None
