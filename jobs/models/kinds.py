"""What an opening may be: its states, and the kinds of work and pay that adverts state."""

from django.db import models


class JobStatus(models.TextChoices):
    DRAFT = "draft", "draft"
    HELD = "held", "waits for an editor"
    OPEN = "open", "open"
    CLOSED = "closed", "closed"
    REFUSED = "refused", "refused"


class Mode(models.TextChoices):
    OFFICE = "office", "in the office"
    HYBRID = "hybrid", "hybrid"
    REMOTE = "remote", "remote"
    FIELD = "field", "in the field"


class Employment(models.TextChoices):
    FULL_TIME = "full_time", "full time"
    PART_TIME = "part_time", "part time"
    CONTRACT = "contract", "contract"
    TEMPORARY = "temporary", "temporary"
    INTERNSHIP = "internship", "internship"
    APPRENTICESHIP = "apprenticeship", "apprenticeship"
    FREELANCE = "freelance", "freelance"


class Period(models.TextChoices):
    YEAR = "year", "a year"
    MONTH = "month", "a month"
    WEEK = "week", "a week"
    DAY = "day", "a day"
    HOUR = "hour", "an hour"


class Closing(models.TextChoices):
    """Why an opening is no more."""

    GONE = "gone", "the employer took it down"
    EXPIRED = "expired", "its last day passed"
    UNSEEN = "unseen", "it wasn’t seen for too long"
    EDITOR = "editor", "closed by an editor"
