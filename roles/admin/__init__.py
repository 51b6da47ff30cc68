"""The editors' screens of the catalogue. Django looks for them here; CatalogueRow is not for editors."""

from roles.admin.pay import SalaryRangeAdmin
from roles.admin.payroll import PayrollYearAdmin
from roles.admin.reference import LocationAdmin, SourceAdmin
from roles.admin.reports import ReportAdmin
from roles.admin.roles import RoleAdmin
from roles.admin.skills import NearSkillAdmin, SkillAdmin
from roles.admin.work import WorkKindAdmin

__all__ = [
    "LocationAdmin",
    "NearSkillAdmin",
    "PayrollYearAdmin",
    "ReportAdmin",
    "RoleAdmin",
    "SalaryRangeAdmin",
    "SkillAdmin",
    "SourceAdmin",
    "WorkKindAdmin",
]
