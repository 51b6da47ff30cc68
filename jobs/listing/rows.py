"""An opening as a row of a list says it."""

import datetime
from dataclasses import dataclass

from django.utils import timezone

from jobs.listing import wording
from jobs.models import Job, Period
from roles.words import capitalised, join_words

MOST_SKILLS = 5
RUPEE = "INR"


@dataclass(frozen=True)
class Row:
    """key: the opening's; places: the advert's own words where we know none of them; skills: the first few; day: when
    it was posted."""

    key: int
    title: str
    href: str
    company: str
    places: str
    mode: str
    years: str
    pay: str
    is_paid: bool
    posted: str
    day: datetime.date
    skills: tuple[str, ...]
    is_sample: bool

    @property
    def facts(self) -> list[str]:
        """What is known of place, mode and years; “Remote (India)” says already that it is remote."""
        mode = "" if self.mode in self.places else self.mode
        return [fact for fact in (self.places, mode, self.years) if fact]


def row(job: Job, today: datetime.date) -> Row:
    day = timezone.localdate(job.posted_at)
    pay = _pay(job)
    return Row(
        key=job.pk,
        title=job.title,
        href=job.get_absolute_url(),
        company=job.company.name,
        places=join_words(each.location.name for each in job.place_rows.all()) or job.places_words,
        mode=capitalised(job.get_mode_display()),
        years=wording.experience(job.years_min, job.years_max),
        pay=pay,
        is_paid=pay != wording.NOT_STATED,
        posted=wording.posted(day, today, job.is_posting_stated),
        day=day,
        skills=tuple(each.skill.name for each in job.skill_rows.all())[:MOST_SKILLS],
        is_sample=job.is_sample,
    )


def _pay(job: Job) -> str:
    is_monthly = job.stated_period == Period.MONTH and job.stated_currency in ("", RUPEE)
    low, high = job.stated_low, job.stated_high
    ends = (low if low is not None else high, high if high is not None else low)
    a_month = (ends[0], ends[1]) if is_monthly and ends[0] is not None and ends[1] is not None else None
    return wording.pay(job.pay_min, job.pay_max, a_month, job.pay_words)
