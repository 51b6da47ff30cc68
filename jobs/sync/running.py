"""One reading of a feed, from asking for it to the record of how it went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from jobs.feeds.adapters import ADAPTERS
from jobs.feeds.fetching import NO_VALIDATORS, Fetch, FetchFailed, Validators
from jobs.feeds.posting import Document, Refused
from jobs.feeds.walking import Read, read_feed, read_upload
from jobs.models import FeedRun, JobFeed, Outcome
from jobs.sync.locks import only_reader
from jobs.sync.planning import Plan, Progress, Shrunk, Understand, plan
from jobs.sync.writing import Writing, Written

MOST_WORDS = 100  # lines of a record on what was refused
KEPT_RUNS = 50  # of a feed


@dataclass(frozen=True)
class Tools:
    """edition: of the names and rules by which `understand` reads."""

    fetch: Fetch
    understand: Understand
    edition: str
    progress: Progress


def run(feed: JobFeed, tools: Tools, now: datetime, dry_run: bool = False) -> FeedRun | None:
    """All of the feed is taken in, or nothing, with a record in the same transaction. None: somebody else reads it.

    dry_run: does the work and leaves no trace; the record isn't saved.
    """
    with only_reader(feed.pk) as is_ours:
        if not is_ours:
            return None
        feed = JobFeed.objects.select_related("company").defer("upload").get(pk=feed.pk)
        try:
            read = _read(feed, tools)
            planned = _plan(feed, read, tools)
        except (FetchFailed, Shrunk, ValueError) as error:
            outcome = Outcome.WAITING if isinstance(error, Shrunk) else Outcome.FAILED
            return _record(feed, now, outcome, dry_run, words=str(error))
        return _write(feed, read, planned, tools, now, dry_run)


def _read(feed: JobFeed, tools: Tools) -> Read:
    """Raises ValueError for an account that can't be one and a document that can't be read, FetchFailed."""
    adapter, company = ADAPTERS[feed.kind], feed.company.name if feed.company else ""
    if not feed.account:
        [upload] = JobFeed.objects.filter(pk=feed.pk).values_list("upload", flat=True)
        return read_upload(adapter, Document("", bytes(upload)), company)
    known = Validators(feed.etag, feed.last_modified) if feed.edition == tools.edition else NO_VALIDATORS
    return read_feed(adapter, feed.account, company, tools.fetch, known)


def _plan(feed: JobFeed, read: Read, tools: Tools) -> Plan:
    if read.unchanged:
        return Plan()
    planned = plan(feed, read.postings, tools.edition, read.is_whole)
    planned.refused = [*read.refused, *planned.refused]
    return planned


def _write(feed: JobFeed, read: Read, planned: Plan, tools: Tools, now: datetime, dry_run: bool) -> FeedRun:
    with transaction.atomic():
        written = Writing(feed, tools.understand, now, tools.progress).write(planned)
        feed.etag, feed.last_modified = read.validators.etag, read.validators.modified
        feed.edition, feed.may_shrink = tools.edition, False
        JobFeed.objects.filter(pk=feed.pk).update(upload=b"")
        outcome = Outcome.UNCHANGED if read.unchanged else Outcome.DONE
        record = _record(feed, now, outcome, dry_run, written, planned)
        transaction.set_rollback(dry_run)
    return record


def _record(
    feed: JobFeed,
    now: datetime,
    outcome: Outcome,
    dry_run: bool,
    written: Written | None = None,
    planned: Plan | None = None,
    words: str = "",
) -> FeedRun:
    """Old records go."""
    written, planned = written or Written(), planned or Plan()
    record = FeedRun(
        feed=feed,
        started_at=now,
        ended_at=max(timezone.now(), now),
        outcome=outcome,
        same=planned.same,
        refused=len(planned.refused),
        words=words or "\n".join(_lines(planned.refused)),
        **vars(written),
    )
    if not dry_run:
        record.save()
        feed.next_run_at = now + timedelta(hours=feed.every_hours)
        feed.save(update_fields=["etag", "last_modified", "edition", "may_shrink", "next_run_at"])
        FeedRun.objects.filter(pk__in=feed.runs.values("pk")[KEPT_RUNS:]).delete()
    return record


def _lines(refused: Iterable[Refused]) -> list[str]:
    lines = [f"{each.key}: {each.reason}" if each.key else each.reason for each in refused]
    more = len(lines) - MOST_WORDS
    return [*lines[:MOST_WORDS], *([f"… and {more:,} more."] if more > 0 else [])]
