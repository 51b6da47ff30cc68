from roles.models.career import CareerStep, with_ceiling
from roles.models.pay import Confidence, PayBasis, SalaryRange
from roles.models.payroll import PayrollYear
from roles.models.reference import CatalogueRow, Location, LocationKind, Source, SourceMethod
from roles.models.reports import Report, ReportStatus
from roles.models.role_skills import Neighbour, RolePair, RoleSkill, SkillKind
from roles.models.roles import Article, EditedFAQ, Family, Responsibility, Role, RoleAlias, RoleFAQ, Status
from roles.models.skills import Skill, SkillAlias, SkillCategory, SkillPart, Trust

__all__ = [
    "Article",
    "CareerStep",
    "CatalogueRow",
    "Confidence",
    "EditedFAQ",
    "Family",
    "Location",
    "LocationKind",
    "Neighbour",
    "PayBasis",
    "PayrollYear",
    "Report",
    "ReportStatus",
    "Responsibility",
    "Role",
    "RoleAlias",
    "RoleFAQ",
    "RolePair",
    "RoleSkill",
    "SalaryRange",
    "Skill",
    "SkillAlias",
    "SkillCategory",
    "SkillKind",
    "SkillPart",
    "Source",
    "SourceMethod",
    "Status",
    "Trust",
    "with_ceiling",
]
