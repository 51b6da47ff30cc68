from roles.models.career import CareerStep, with_ceiling
from roles.models.data_version import DataVersion
from roles.models.near_skills import NearSkill, SkillLink, all_near, links_between
from roles.models.pay import Confidence, PayBasis, SalaryRange, figures_of
from roles.models.payroll import PayrollYear, rules_on
from roles.models.reference import CatalogueRow, Location, LocationAlias, LocationKind, Source, SourceMethod
from roles.models.reports import Report, ReportStatus
from roles.models.role_skills import Neighbour, RoleSkill, SkillKind, SkillOfPair, skills_of_pair
from roles.models.roles import Article, EditedFAQ, Family, Role, RoleAlias, RoleFAQ, Status
from roles.models.skills import Skill, SkillAlias, SkillCategory, SkillPart, Trust
from roles.models.work import Responsibility, WorkKind, duties_of

__all__ = [
    "Article",
    "CareerStep",
    "CatalogueRow",
    "Confidence",
    "DataVersion",
    "EditedFAQ",
    "Family",
    "Location",
    "LocationAlias",
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
    "RoleSkill",
    "SalaryRange",
    "Skill",
    "SkillAlias",
    "SkillCategory",
    "SkillKind",
    "SkillLink",
    "SkillOfPair",
    "SkillPart",
    "Source",
    "SourceMethod",
    "Status",
    "Trust",
    "WorkKind",
    "all_near",
    "duties_of",
    "figures_of",
    "links_between",
    "rules_on",
    "skills_of_pair",
    "with_ceiling",
]
