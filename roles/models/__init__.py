from roles.models.pay import Confidence, PayBasis, SalaryRange
from roles.models.reference import CatalogueRow, Location, LocationKind, Source, SourceMethod
from roles.models.roles import Article, Family, Responsibility, Role, RoleAlias, RoleFAQ, Status
from roles.models.skills import RoleSkill, Skill, SkillAlias, SkillCategory, SkillKind

__all__ = [
    "Article",
    "CatalogueRow",
    "Confidence",
    "Family",
    "Location",
    "LocationKind",
    "PayBasis",
    "Responsibility",
    "Role",
    "RoleAlias",
    "RoleFAQ",
    "RoleSkill",
    "SalaryRange",
    "Skill",
    "SkillAlias",
    "SkillCategory",
    "SkillKind",
    "Source",
    "SourceMethod",
    "Status",
]
