"""The matcher of our own catalogue, kept until the catalogue changes. The one module here that reads the database."""

from datetime import datetime
from functools import lru_cache

from roles.matching.matcher import SkillMatcher
from roles.matching.names import SkillName, Trusted
from roles.models import DataVersion, Skill, SkillAlias
from roles.models.skills import SkillCategory

TOOLS = frozenset({SkillCategory.LANGUAGE, SkillCategory.FRAMEWORK, SkillCategory.TOOL, SkillCategory.CLOUD})


def skill_matcher() -> SkillMatcher:
    """One query; two more, and some tenths of a second, after a change of the data."""
    version = DataVersion.objects.values_list("number", "changed_at").first()
    return _of(*version) if version else SkillMatcher(skill_names())


def skill_names() -> list[SkillName]:
    """Skills' own names before other names, each from A to Z. Two queries."""
    own = Skill.objects.order_by("name").values_list("slug", "name", "trust", "category")
    others = SkillAlias.objects.order_by("name").values_list("skill__slug", "name", "trust", "skill__category")
    return [SkillName(slug, name, Trusted(trust), of in TOOLS) for slug, name, trust, of in (*own, *others)]


@lru_cache(maxsize=1)
def _of(number: int, changed_at: datetime) -> SkillMatcher:
    """The time is part of the key, because a transaction that is rolled back gives its number back."""
    return SkillMatcher(skill_names())
