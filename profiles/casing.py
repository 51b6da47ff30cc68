"""The case that advice looks at, of a profile's rows: what the person says, and what the roles they aim for want."""

from django.utils import timezone

from profiles.advice.case import Case, OwnFile, WantedSkill
from profiles.advice.places import Places
from profiles.facts import When
from profiles.fit.targets import NEEDS
from profiles.models import Profile
from profiles.rows import fact_of
from roles.matching.catalogue import TOOLS, skill_matcher
from roles.models import RoleSkill, Skill, SkillCategory, Status

MOST_WANTED = 40  # skills, of all roles together


def case_of(profile: Profile, own: OwnFile | None = None) -> Case:
    """Three queries beside those of the facts; two more after a change of the catalogue."""
    today = timezone.localdate()
    tools = Skill.objects.filter(category__in=TOOLS).order_by().values_list("slug", flat=True)
    matcher = skill_matcher()
    return Case(profile.facts(), matcher, When(today.year, today.month), own, wanted_of(profile), frozenset(tools))


def wanted_of(profile: Profile) -> tuple[WantedSkill, ...]:
    """By the target roles, each skill as the role has it that needs it most. Without what can't be shown on paper. One
    query."""
    rows = (
        RoleSkill.objects.filter(role__in=profile.target_roles.all(), role__status=Status.PUBLISHED)
        .exclude(skill__category=SkillCategory.SOFT)
        .select_related("role", "skill")
    )
    by_need = sorted(rows, key=lambda row: (-row.importance * NEEDS[row.kind], row.skill.name, row.role.name))
    first = {row.skill.slug: WantedSkill(row.skill.slug, row.skill.name, _asked(row)) for row in reversed(by_need)}
    order = dict.fromkeys(row.skill.slug for row in by_need)
    return tuple(first[slug] for slug in order)[:MOST_WANTED]


def _asked(row: RoleSkill) -> str:
    """As many adverts as were counted, or by which role alone."""
    if row.adverts_read and row.adverts_naming:
        return f"named by {row.adverts_naming:,} of {row.adverts_read:,} adverts read for {row.role.name}"
    return f"by the work of {row.role.article} {row.role.name}"


def places_of(profile: Profile) -> Places:
    """No query for a profile whose sections were read."""
    return Places(
        tuple((f"/profile/experience/{row.pk}/", fact_of(row)) for row in profile.experience_rows.all()),
        tuple((f"/profile/projects/{row.pk}/", fact_of(row)) for row in profile.project_rows.all()),
    )
