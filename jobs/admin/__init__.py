"""The editors' screens of openings, of companies, of feeds and of what readers report."""

from jobs.admin.companies import CompanyAdmin
from jobs.admin.feeds import JobFeedAdmin
from jobs.admin.jobs import JobAdmin
from jobs.admin.trust import JobReportAdmin, ScamRuleAdmin

__all__ = ["CompanyAdmin", "JobAdmin", "JobFeedAdmin", "JobReportAdmin", "ScamRuleAdmin"]
