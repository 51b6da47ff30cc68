"""The editors' screens of the catalogue. Django looks for them here; CatalogueRow is not for editors."""

from roles.admin.pay import SalaryRangeAdmin
from roles.admin.reference import LocationAdmin, SourceAdmin
from roles.admin.roles import RoleAdmin
from roles.admin.skills import NearSkillAdmin, SkillAdmin
from roles.admin.work import WorkKindAdmin

__all__ = [
    "LocationAdmin",
    "NearSkillAdmin",
    "RoleAdmin",
    "SalaryRangeAdmin",
    "SkillAdmin",
    "SourceAdmin",
    "WorkKindAdmin",
]
