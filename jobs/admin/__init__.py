"""The editors' screens of openings, of companies and of feeds."""

from jobs.admin.companies import CompanyAdmin
from jobs.admin.feeds import JobFeedAdmin
from jobs.admin.jobs import JobAdmin

__all__ = ["CompanyAdmin", "JobAdmin", "JobFeedAdmin"]
