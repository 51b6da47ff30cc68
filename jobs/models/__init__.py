from jobs.models.closing import UNSEEN_DAYS
from jobs.models.companies import Company
from jobs.models.feeds import COUNTS, FeedKind, FeedRun, JobFeed, Outcome
from jobs.models.jobs import DAYS_AFTER_CLOSING, PUBLIC, Job, JobPlace, JobSkill, JobSource
from jobs.models.kinds import Closing, Employment, JobStatus, Mode, Period
from jobs.models.open_jobs import OpenJob
from jobs.models.questions import MOST_QUESTIONS, AnswerKind, JobQuestion
from jobs.models.trust import SERIOUS, Complaint, JobReport, ScamRule, Verdict

__all__ = [
    "COUNTS",
    "DAYS_AFTER_CLOSING",
    "MOST_QUESTIONS",
    "PUBLIC",
    "SERIOUS",
    "UNSEEN_DAYS",
    "AnswerKind",
    "Closing",
    "Company",
    "Complaint",
    "Employment",
    "FeedKind",
    "FeedRun",
    "Job",
    "JobFeed",
    "JobPlace",
    "JobQuestion",
    "JobReport",
    "JobSkill",
    "JobSource",
    "JobStatus",
    "Mode",
    "OpenJob",
    "Outcome",
    "Period",
    "ScamRule",
    "Verdict",
]
