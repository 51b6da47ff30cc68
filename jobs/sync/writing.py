"""The plan of a reading into the tables, within the caller's transaction: some statements for each 500 openings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from jobs.models import Closing, Job, JobFeed, JobSource, JobStatus
from jobs.sync.companies import Companies
from jobs.sync.planning import Change, Entry, Plan, Progress, Understand
from jobs.sync.related import Related
from jobs.sync.rows import change, columns, hold, new_job
from jobs.sync.understood import Understood
from roles.models import Role

BATCH = 500
CHANGING = [
    *("company", "title", "slug", "status", "held_because", "description", "role", "role_confidence"),
    *("mode", "mode_words", "employment", "employment_words", "years_min", "years_max", "years_words"),
    *("pay_min", "pay_max", "stated_low", "stated_high", "stated_currency", "stated_period", "pay_words"),
    *("places_words", "posted_at", "is_posting_stated", "closes_at", "apply_url", "original_url", "fingerprint"),
]
# What the employer's listing it again undoes. An editor's word stands.
UNDONE = Q(closed_because__in=[Closing.GONE, Closing.UNSEEN])
LISTED = JobSource.objects.filter(job=OuterRef("pk"), is_listed=True)

T = TypeVar("T")


@dataclass
class Written:
    """new: openings; merged: those that another feed has too; held: new or changed ones that wait for an editor."""

    new: int = 0
    merged: int = 0
    changed: int = 0
    closed: int = 0
    reopened: int = 0
    held: int = 0


class Read(NamedTuple):
    """values: columns of the opening by name of field; Any: of every kind."""

    entry: Entry
    understood: Understood
    values: dict[str, Any]


class Writing:
    """Adverts are understood batch by batch, as all at once would take up the memory of the server."""

    def __init__(self, feed: JobFeed, understand: Understand, now: datetime, progress: Progress) -> None:
        self.feed, self.understand, self.now, self.progress = feed, understand, now, progress
        self.roles = dict(Role.objects.values_list("slug", "pk"))
        self.companies = Companies(feed)
        self.related = Related()
        self.written = Written()

    def write(self, plan: Plan) -> Written:
        for new in self._batches(plan.new, "new"):
            self._add(new)
        for changed in self._batches(plan.changed, "changed"):
            self._change(changed)
        for batch in batches(plan.back):
            JobSource.objects.filter(pk__in=batch).update(is_listed=True)
        for batch in batches(plan.gone):
            JobSource.objects.filter(pk__in=batch).update(is_listed=False)
            self._close(batch)
        self._see()
        return self.written

    def _batches(self, entries: Sequence[T], what: str) -> Iterator[Sequence[T]]:
        return self.progress(list(batches(entries)), f"{self.feed}: {what}, by {BATCH}")

    # --- New

    def _add(self, entries: Sequence[Entry]) -> None:
        """One that another feed has too becomes another source of it."""
        read = self._read(entries)
        elsewhere = self._elsewhere([each.values["fingerprint"] for each in read])
        made: list[tuple[Job, Understood]] = []
        sources: list[JobSource] = []
        for each in read:
            job = elsewhere.pop(each.values["fingerprint"], None)
            if job is None:
                job = new_job(each.values, each.understood.warnings, self.feed.is_sample, self.now)
                made.append((job, each.understood))
            sources.append(self._source(each.entry, job))
        self._create(made)
        JobSource.objects.bulk_create(sources)
        self.written.new += len(made)
        self.written.merged += len(sources) - len(made)
        self.written.held += sum(job.status == JobStatus.HELD for job, _ in made)

    def _create(self, made: Sequence[tuple[Job, Understood]]) -> None:
        """They are opened when their places and skills are there: what finds open jobs takes each up once then."""
        opening = [job for job, _ in made if job.is_open]
        for job in opening:
            job.status = JobStatus.DRAFT
        Job.objects.bulk_create([job for job, _ in made])
        self.related.add(made)
        updated(Job.objects.filter(pk__in=[job.pk for job in opening]), status=JobStatus.OPEN)

    def _read(self, entries: Sequence[Entry]) -> list[Read]:
        understood = [self.understand(entry.posting) for entry in entries]
        self.companies.make_ready(each.company for each in understood)
        return [Read(entry, said, self._columns(entry, said)) for entry, said in zip(entries, understood, strict=True)]

    def _columns(self, entry: Entry, said: Understood) -> dict[str, Any]:
        """By name of field; Any: of every kind."""
        return columns(entry.posting, said, self.feed, self.companies.key(said.company), self.roles, self.now)

    def _elsewhere(self, fingerprints: list[str]) -> dict[str, Job]:
        """Openings of other feeds only: two alike in one feed are two."""
        ours = JobSource.objects.filter(job=OuterRef("pk"), feed=self.feed)
        alike = Job.objects.filter(fingerprint__in=fingerprints, is_by_hand=False).exclude(Exists(ours))
        return {job.fingerprint: job for job in alike.only("fingerprint").order_by("-pk")}

    def _source(self, entry: Entry, job: Job) -> JobSource:
        return JobSource(
            feed=self.feed,
            key=entry.posting.key,
            job=job,
            url=entry.posting.url,
            digest=entry.digest,
            first_seen_at=self.now,
            last_seen_at=self.now,
        )

    # --- Changed

    def _change(self, changes: Sequence[Change]) -> None:
        sources = JobSource.objects.select_related("job").in_bulk([each.source for each in changes])
        leading = self._leading([source.job_id for source in sources.values()])
        read = self._read([each.entry for each in changes])
        rewritten = []
        for source_key, each in zip((each.source for each in changes), read, strict=True):
            source = sources[source_key]
            source.digest, source.url, source.is_listed = each.entry.digest, each.entry.posting.url, True
            if leading[source.job_id] == source.pk:
                rewritten.append((source.job, each.understood))
                self._rewrite(source.job, each)
        JobSource.objects.bulk_update(sources.values(), ["digest", "url", "is_listed"])
        Job.objects.bulk_update([job for job, _ in rewritten], CHANGING)
        self.related.replace(rewritten)
        self.written.changed += len(changes)

    def _leading(self, jobs: list[int]) -> dict[int, int]:
        """The source that an opening's words are taken from, by opening: the first that still lists it."""
        rows = JobSource.objects.filter(job__in=jobs).order_by("-is_listed", "pk").values_list("job", "pk")
        leading: dict[int, int] = {}
        for job, source in rows:
            leading.setdefault(job, source)
        return leading

    def _rewrite(self, job: Job, read: Read) -> None:
        was_held = job.status == JobStatus.HELD
        change(job, read.values)
        hold(job, read.understood.warnings)
        self.written.held += job.status == JobStatus.HELD and not was_held

    # --- Gone, and back

    def _close(self, sources: Sequence[int]) -> None:
        """Where no other feed lists it. One that waits for an editor goes on waiting."""
        alive = Job.objects.filter(sources__in=sources, status=JobStatus.OPEN)
        gone = list(alive.exclude(Exists(LISTED)).values_list("pk", flat=True).distinct())
        self.written.closed += updated(
            Job.objects.filter(pk__in=gone), status=JobStatus.CLOSED, closed_at=self.now, closed_because=Closing.GONE
        )

    def _see(self) -> None:
        """What the feed lists now was seen today. Openings say the day, so they are written once a day at most."""
        self.feed.sources.filter(is_listed=True).update(last_seen_at=self.now)
        listed = JobSource.objects.filter(feed=self.feed, is_listed=True).values("job")
        jobs = Job.objects.filter(pk__in=listed)
        today = timezone.localdate(self.now)
        updated(jobs.filter(last_seen_on__lt=today), last_seen_on=today)
        closed = jobs.filter(UNDONE, status=JobStatus.CLOSED)
        back = {"status": JobStatus.OPEN, "closed_at": None, "closed_because": "", "reopened_at": self.now}
        self.written.reopened += updated(closed, **back)


def batches(rows: Sequence[T]) -> Iterator[Sequence[T]]:
    return (rows[start : start + BATCH] for start in range(0, len(rows), BATCH))


def updated(jobs: QuerySet, **values: Any) -> int:
    """How many; where there are none the table isn't touched, as on PostgreSQL that too would move the data version.
    Any: of every kind."""
    return jobs.update(**values) if jobs.exists() else 0
