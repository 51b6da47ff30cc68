"""The editors' screens of openings. Django looks for them here."""

from jobs.admin.trust import JobReportAdmin, ScamRuleAdmin

__all__ = ["JobReportAdmin", "ScamRuleAdmin"]
