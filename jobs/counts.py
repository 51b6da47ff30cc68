"""How many jobs are open here, for pages about something else. Invented ones never count."""

from dataclasses import dataclass

from django.db.models import Count, QuerySet, Window
from django.db.models.functions import RowNumber

from jobs.addresses import job_path, role_jobs_path
from jobs.models import Job, JobSkill, JobStatus
from roles.facts import RoleFacts
from roles.models import Role
from roles.prepared import Rows, prepared
from roles.words import counted

NEWEST = 3  # of each role
MOST_COUNTED = 1_000  # of a skill


@dataclass(frozen=True)
class Link:
    """An opening in a list."""

    title: str
    company: str
    path: str


@dataclass(frozen=True)
class OpenJobs:
    """Of one role: how many, and the newest."""

    slug: str
    name: str
    plural: str
    count: int = 0
    newest: tuple[Link, ...] = ()

    @property
    def path(self) -> str:
        return role_jobs_path(self.slug)

    @property
    def text(self) -> str:
        return counted(self.count, "open job")


def real_open_jobs() -> QuerySet[Job]:
    return Job.objects.filter(status=JobStatus.OPEN, is_sample=False)


def open_jobs(*roles: Role | RoleFacts) -> tuple[OpenJobs, ...]:
    """Of each of these roles, in their order. One query for all of them."""
    rows = _newest(*(role.slug for role in roles))
    return tuple(_of_role(role, [row[1:] for row in rows if row[0] == role.slug]) for role in roles)


def _of_role(role: Role | RoleFacts, rows: Rows) -> OpenJobs:
    links = tuple(Link(title, company, job_path(key, slug)) for _, title, company, key, slug, _ in rows)
    return OpenJobs(role.slug, role.name, role.plural, rows[0][0] if rows else 0, links)


@prepared
def _newest(*slugs: str) -> QuerySet:
    """Role by role, as SQLite goes through all that are open where it is asked for two roles at once."""
    first, *more = (_newest_of(slug) for slug in slugs)
    return first.union(*more, all=True).order_by("role__slug", "number") if more else first.order_by("number")


def _newest_of(slug: str) -> QuerySet:
    newest_first = Window(RowNumber(), partition_by="role", order_by=["-posted_at", "-id"])
    numbered = real_open_jobs().filter(role__slug=slug).annotate(number=newest_first, count=Window(Count("*")))
    columns = ("role__slug", "count", "title", "company__name", "pk", "slug", "number")
    return numbered.filter(number__lte=NEWEST).order_by().values_list(*columns)


def open_jobs_naming(skill: int) -> int:
    """How many open jobs ask for a skill, counted no further than MOST_COUNTED. One query. skill: its key."""
    rows = JobSkill.objects.filter(skill=skill, job__status=JobStatus.OPEN, job__is_sample=False)
    return rows.order_by()[:MOST_COUNTED].count()
