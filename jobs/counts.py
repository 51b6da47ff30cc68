"""How many jobs are open here, for pages about something else. Invented ones never count."""

from dataclasses import dataclass
from operator import itemgetter

from django.db.models import Count, QuerySet, Subquery

from jobs.addresses import job_path, role_jobs_path
from jobs.models import Job, JobSkill, JobStatus
from roles.facts import RoleFacts
from roles.models import Role
from roles.prepared import Rows, prepared
from roles.words import counted

NEWEST = 3  # of each role
MOST_COUNTED = 1_000  # of a skill
COLUMNS = ("role", "count", "pk", "slug", "title", "company__name", "posted_at")
KEY, POSTED = COLUMNS.index("pk"), COLUMNS.index("posted_at")


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
    rows = sorted(_newest(*(role.pk for role in roles)), key=itemgetter(POSTED, KEY), reverse=True)
    return tuple(_of_role(role, [row[1:POSTED] for row in rows if row[0] == role.pk]) for role in roles)


def _of_role(role: Role | RoleFacts, rows: Rows) -> OpenJobs:
    links = tuple(Link(title, company, job_path(key, slug)) for _, key, slug, title, company in rows)
    return OpenJobs(role.slug, role.name, role.plural, rows[0][0] if rows else 0, links)


@prepared
def _newest(*roles: int) -> QuerySet:
    """Role by role, in no order. Not numbered by the database, which would go through all of a role: where it has
    thousands, three times as long."""
    first, *more = map(_newest_of, roles)
    return first.union(*more, all=True) if more else first


def _newest_of(role: int) -> QuerySet:
    found = real_open_jobs().filter(role=role).order_by()
    newest = found.order_by("-posted_at", "-pk").values("pk")[:NEWEST]
    count = found.values("role").annotate(count=Count("pk")).values("count")
    return Job.objects.filter(pk__in=newest).annotate(count=Subquery(count)).order_by().values_list(*COLUMNS)


def open_jobs_naming(skill: int) -> int:
    """How many open jobs ask for a skill, counted no further than MOST_COUNTED. One query. skill: its key."""
    rows = JobSkill.objects.filter(skill=skill, job__status=JobStatus.OPEN, job__is_sample=False)
    return rows.order_by()[:MOST_COUNTED].count()
