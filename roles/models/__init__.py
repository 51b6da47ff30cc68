from roles.models.career import CareerStep, with_ceiling
from roles.models.data_version import DataVersion
from roles.models.near_skills import NearSkill, SkillLink, links_between
from roles.models.pay import Confidence, PayBasis, SalaryRange
from roles.models.payroll import PayrollYear
from roles.models.reference import CatalogueRow, Location, LocationKind, Source, SourceMethod
from roles.models.reports import Report, ReportStatus
from roles.models.role_skills import Neighbour, RolePair, RoleSkill, SkillKind
from roles.models.roles import Article, EditedFAQ, Family, Role, RoleAlias, RoleFAQ, Status
from roles.models.skills import Skill, SkillAlias, SkillCategory, SkillPart, Trust
from roles.models.work import Responsibility, WorkKind

__all__ = [
    "Article",
    "CareerStep",
    "CatalogueRow",
    "Confidence",
    "DataVersion",
    "EditedFAQ",
    "Family",
    "Location",
    "LocationKind",
    "NearSkill",
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
    "SkillLink",
    "SkillPart",
    "Source",
    "SourceMethod",
    "Status",
    "Trust",
    "WorkKind",
    "links_between",
    "with_ceiling",
]
