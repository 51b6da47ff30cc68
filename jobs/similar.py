"""Open jobs that are like one: of its role, or asking for the same skills."""

from collections.abc import Collection

from django.db.models import BooleanField, Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from jobs.models import Job, JobSkill, JobStatus

MOST = 6
OF_ROLE = 60  # of the newest of its role so many are looked at
OF_ALL = 240  # and of those that came in last
NOT_OPEN = [status for status in JobStatus if status != JobStatus.OPEN]
ENOUGH_SKILLS = 2  # that a job of another role has to share


def similar_jobs(job: Job, skills: Collection[int]) -> list[Job]:
    """Of other companies first, then of the same role, then by how many skills they share, the newest first; each with
    its company and places. skills: keys of those that the job asks for. One query over at most 300 rows, however many
    there are, and one for the places.

    Invented ones stand beside invented ones only.
    """
    found = (
        Job.objects.filter(pk__in=_looked_at(job))
        .exclude(pk=job.pk)
        .annotate(shared=_shared(skills), is_of_role=_is(role=job.role_id), is_of_company=_is(company=job.company_id))
        .filter(Q(is_of_role=True) | Q(shared__gte=ENOUGH_SKILLS))
        .select_related("company")
        .prefetch_related("places")
    )
    order = ("is_of_company", F("is_of_role").desc(), F("shared").desc(), "-posted_at", "-id")
    return list(found.order_by(*order)[:MOST])


def _looked_at(job: Job) -> QuerySet:
    """Keys. A union, as PostgreSQL goes through all openings for one or the other."""
    alike = Job.objects.filter(is_sample=job.is_sample)
    # Said so, SQLite goes back from the last row; with status="open" it would sort all that are open.
    latest = _keys(alike.exclude(status__in=NOT_OPEN).order_by("-pk")[:OF_ALL])
    if job.role_id is None:
        return latest
    of_role = alike.filter(status=JobStatus.OPEN, role=job.role_id).order_by("-posted_at", "-id")
    return latest.union(_keys(of_role[:OF_ROLE]))


def _keys(some: QuerySet) -> QuerySet:
    """SQLite takes no part of a union with a limit of its own."""
    return Job.objects.filter(pk__in=some.values("pk")).order_by().values("pk")


def _is(**what: int | None) -> Case:
    """Whether a field has this value; nothing is the same as nothing."""
    has_value = None not in what.values()
    return Case(When(Q(**what) if has_value else Q(pk=None), then=True), default=False, output_field=BooleanField())


def _shared(skills: Collection[int]) -> Coalesce | Value:
    """How many of these skills a job asks for."""
    if not skills:
        return Value(0)
    asked = JobSkill.objects.filter(job=OuterRef("pk"), skill__in=skills).order_by().values("job")
    return Coalesce(Subquery(asked.annotate(count=Count("pk")).values("count")), 0)
