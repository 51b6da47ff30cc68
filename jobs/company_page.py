"""Everything that a company's page says."""

import math
from dataclasses import dataclass

from django.db.models import Count, Q

from jobs.addresses import company_path
from jobs.models import Company, Job, JobStatus

PER_PAGE = 50


@dataclass(frozen=True)
class CompanyPage:
    """A company and some of its open jobs, newest first. number: of this page, from 1; count: of all its open jobs,
    real: of those that aren't invented."""

    company: Company
    jobs: list[Job]
    number: int
    count: int
    real: int

    @property
    def path(self) -> str:
        return company_path(self.company.slug, self.number)

    @property
    def pages(self) -> int:
        return max(1, math.ceil(self.count / PER_PAGE))

    @property
    def steps(self) -> list[tuple[int, str]]:
        """Every page with its address; none for a single one."""
        if self.pages == 1:
            return []
        return [(number, company_path(self.company.slug, number)) for number in range(1, self.pages + 1)]

    @property
    def is_indexable(self) -> bool:
        """The first page stands for all, while one of the jobs is real."""
        return self.real > 0 and self.number == 1


def get_company_page(company: Company, number: int) -> CompanyPage | None:
    """None where there is no such page. Two queries, and one for the places of the jobs."""
    jobs = Job.objects.filter(company=company, status=JobStatus.OPEN)
    counts = jobs.aggregate(all=Count("pk"), real=Count("pk", filter=Q(is_sample=False)))
    start = (number - 1) * PER_PAGE
    if number < 1 or 0 < start >= counts["all"]:
        return None
    listed = list(jobs.order_by("-posted_at", "-id").prefetch_related("places")[start : start + PER_PAGE])
    for job in listed:
        job.company = company
    return CompanyPage(company, listed, number, counts["all"], counts["real"])
