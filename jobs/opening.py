"""Everything that an opening's page says."""

import datetime
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from jobs.addresses import apply_path, host, report_path, role_jobs_path
from jobs.models import DAYS_AFTER_CLOSING, Job, JobPlace, JobSkill, JobSource, Mode
from jobs.offers import Offer
from jobs.similar import similar_jobs
from jobs.typical_pay import Typical, middle_year, typical
from roles.facts import RoleFacts
from roles.models import LocationKind, Role, SalaryRange, Status
from roles.pay import presentable
from roles.words import join_words, years


@dataclass(frozen=True)
class Opening:
    """An opening with its facts sorted for reading. Made by get_opening()."""

    job: Job
    offer: Offer
    places: list[JobPlace]
    skills: list[JobSkill]
    sources: list[JobSource]
    typical: Typical | None  # of its role; None where the role or its pay isn't known
    similar: list[Job]  # open ones

    @property
    def role(self) -> Role | None:
        """None where no reader is shown a page of it."""
        role = self.job.role
        return role if role and role.status == Status.PUBLISHED else None

    @cached_property
    def role_facts(self) -> RoleFacts | None:
        return self.role.facts(()) if self.role else None

    @property
    def role_jobs_path(self) -> str:
        return role_jobs_path(self.role.slug) if self.role else ""

    @property
    def places_text(self) -> str:
        """ "Pune and Mumbai"; the advert's own words where none of its places is known to us."""
        names = [row.location.name for row in self.places if not self.is_remote or row.location.kind != "remote"]
        return join_words(names) or self.job.places_words

    @property
    def is_remote(self) -> bool:
        """Wholly: hybrid work is at a place."""
        return self.job.mode == Mode.REMOTE

    @property
    def experience(self) -> str:
        low, high = self.job.years_min, self.job.years_max
        if low is None:
            return ""
        return years(low, high) if low != high else years(low, None).removesuffix(" and more")

    @property
    def apply_host(self) -> str:
        return host(self.job.apply_url)

    @property
    def apply_path(self) -> str:
        return apply_path(self.job.pk)

    @property
    def is_taking(self) -> bool:
        """Whether somebody can still apply."""
        return self.job.is_open_at(timezone.now())

    @property
    def report_path(self) -> str:
        return report_path(self.job.pk)

    @property
    def is_ours(self) -> bool:
        """Whether search engines are to take this page for the original."""
        return not self.job.original_url

    @property
    def is_indexable(self) -> bool:
        return self.job.is_open and not self.job.is_sample


def offer_of(job: Job) -> Offer:
    rupees = None if job.pay_min is None or job.pay_max is None else (job.pay_min, job.pay_max)
    return Offer(job.stated_low, job.stated_high, job.stated_currency, job.stated_period, rupees, job.pay_words)


def get_opening(job: Job) -> Opening:
    """Six queries at most: places, skills, sources, pay of its role, similar ones and their places. Reads company, role
    and the role's experience_source: join them."""
    offer = offer_of(job)
    places = list(job.place_rows.select_related("location").order_by("location__name"))
    skills = list(job.skill_rows.select_related("skill").order_by("skill__name"))
    return Opening(
        job=job,
        offer=offer,
        places=places,
        skills=skills,
        sources=list(job.sources.select_related("feed").order_by("first_seen_at", "pk")),
        typical=_typical(job, offer, places),
        similar=similar_jobs(job, [row.skill_id for row in skills]),
    )


def _typical(job: Job, offer: Offer, places: list[JobPlace]) -> Typical | None:
    if job.role is None or job.role.status != Status.PUBLISHED:
        return None
    rows = SalaryRange.objects.for_roles(job.role)
    figures = presentable((row.figure() for row in rows), job.role.facts(()).usual_years)
    cities = [row.location.name for row in places if row.location.kind == LocationKind.CITY]
    return typical(figures, middle_year(job.years_min, job.years_max), cities, offer.compared)


def is_long_closed(job: Job, today: datetime.date) -> bool:
    """Closed for so long that its page has gone. By days, as pages are kept for one."""
    if job.closed_at is None:
        return False
    return (today - timezone.localdate(job.closed_at)).days >= DAYS_AFTER_CLOSING
