"""One reading of a feed: what is kept of it, however it ends; and the command."""

import io
from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command

from jobs.feeds.fetching import Fetched, FetchFailed, Validators
from jobs.feeds.posting import Document
from jobs.management.commands import sync_jobs
from jobs.models import FeedRun, Job, JobFeed
from jobs.sync.locks import _in_a_file, only_reader
from jobs.sync.running import KEPT_RUNS, MOST_WORDS, Tools, run
from tests.factories import SEEN, FeedRunFactory, JobFactory, JobFeedFactory
from tests.jobs.postings import DAY, NOW, quietly, understand

HEAD = "id,url,title,company,description"


def rows(*keys: str) -> str:
    return "\n".join([HEAD, *(f"{key},https://jobs.example/{key},Data Analyst {key},Acme,Numbers" for key in keys)])


class Server:
    """Gives its document, unless that is an error; 304 to who has it already."""

    def __init__(self, document: str | Exception) -> None:
        self.document, self.etag, self.asked = document, '"1"', 0

    def __call__(self, address: str, validators: Validators, most_bytes: int) -> Fetched:
        self.asked += 1
        if isinstance(self.document, Exception):
            raise self.document
        if validators.etag == self.etag:
            return Fetched(None, validators, 1)
        return Fetched(Document(address, self.document.encode(), "text/csv"), Validators(self.etag), 1)

    def now_gives(self, document: str | Exception) -> None:
        self.document, self.etag = document, f'{self.etag[:-1]}1"'


@pytest.fixture
def feed(db) -> JobFeed:
    return JobFeedFactory(kind="csv", account="https://jobs.example/all.csv", company=None, name="Board")


@pytest.fixture
def server() -> Server:
    return Server(rows("1", "2"))


def read(feed: JobFeed, server: Callable, now=NOW, edition="1", **how) -> FeedRun | None:
    return run(feed, Tools(server, understand, edition, quietly), now, **how)


def test_a_reading_is_recorded_and_the_next_one_is_due_later(feed, server):
    record = read(feed, server)
    feed.refresh_from_db()
    assert (record.outcome, record.new, record.words) == ("done", 2, "")
    assert (feed.etag, feed.edition, feed.next_run_at) == ('"1"', "1", NOW + feed.every_hours * DAY / 24)
    assert list(JobFeed.objects.due(NOW)) == []
    assert list(JobFeed.objects.due(NOW + DAY)) == [feed]


def test_what_the_server_says_is_unchanged_is_seen_again(feed, server):
    read(feed, server)
    record = read(feed, server, NOW + DAY)
    assert (record.outcome, Job.objects.filter(last_seen_on=(NOW + DAY).date()).count()) == ("unchanged", 2)


def test_by_other_names_and_rules_the_whole_feed_is_read_anew(feed, server):
    read(feed, server)
    record = read(feed, server, edition="2")
    assert (record.outcome, record.changed) == ("done", 2)


def test_a_feed_that_fails_keeps_its_jobs_and_says_so(feed, server):
    read(feed, server)
    server.now_gives(FetchFailed("jobs.example answers 503."))
    record = read(feed, server)
    assert (record.outcome, record.words) == ("failed", "jobs.example answers 503.")
    assert Job.objects.filter(status="open").count() == 2
    assert feed.runs.count() == 2


def test_what_cannot_be_read_is_a_failure_too(feed, server):
    server.now_gives("<html>Not found</html>")
    assert read(feed, server).outcome == "failed"


def test_a_feed_that_loses_most_waits_until_an_editor_says_so(feed, server):
    server.now_gives(rows(*"12345"))
    read(feed, server)
    server.now_gives(rows("1"))
    record = read(feed, server)
    assert (record.outcome, record.closed, Job.objects.filter(status="open").count()) == ("waiting", 0, 5)
    JobFeed.objects.update(may_shrink=True)
    assert read(feed, server).closed == 4
    feed.refresh_from_db()
    assert not feed.may_shrink


def test_why_entries_were_refused_is_told_up_to_a_limit(feed, server):
    server.now_gives("\n".join([HEAD, *(f"{n},https://jobs.example/{n},,Acme,Numbers" for n in range(MOST_WORDS + 5))]))
    record = read(feed, server)
    lines = record.words.splitlines()
    assert record.refused == MOST_WORDS + 5
    assert len(lines) == MOST_WORDS + 1
    assert "title" in lines[0]
    assert lines[-1] == "… and 5 more."


def test_a_dry_run_leaves_no_trace(feed, server):
    record = read(feed, server, dry_run=True)
    feed.refresh_from_db()
    assert (record.new, record.pk, Job.objects.count(), FeedRun.objects.count(), feed.next_run_at) == (
        2,
        None,
        0,
        0,
        None,
    )


def test_an_uploaded_file_is_read_without_asking_anybody(db, server):
    feed = JobFeedFactory(kind="csv", account="", upload=rows("1").encode(), company=None)
    assert (read(feed, server).new, server.asked) == (1, 0)
    feed.refresh_from_db()
    assert bytes(feed.upload) == b""
    assert read(feed, server).outcome == "failed"  # nothing is there, so nothing is closed
    assert Job.objects.get().status == "open"


def test_old_records_go(feed, server):
    FeedRunFactory.create_batch(KEPT_RUNS + 5, feed=feed)
    read(feed, server)
    assert feed.runs.count() == KEPT_RUNS


def test_a_lock_beside_sqlite_is_one_readers_and_ends_with_it():
    with _in_a_file(1) as is_ours, _in_a_file(1) as is_anothers, _in_a_file(2) as is_another_feeds:
        assert (is_ours, is_anothers, is_another_feeds) == (True, False, True)
    with _in_a_file(1) as is_free:
        assert is_free


@pytest.mark.django_db(transaction=True)
def test_only_one_reads_a_feed_at_a_time(server):
    """From another thread, which has a connection of its own."""
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connection

    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        pytest.skip("Threads share SQLite's database in memory; test_sync_killed.py has processes.")
    feed = JobFeedFactory(kind="csv", account="https://jobs.example/all.csv", company=None)

    def attempt() -> FeedRun | None:
        try:
            return read(feed, server)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        with only_reader(feed.pk) as is_ours:
            assert is_ours
            assert other.submit(attempt).result() is None
        assert other.submit(attempt).result().new == 2


# --- The command


@pytest.fixture
def command(server, monkeypatch):
    monkeypatch.setattr(sync_jobs, "Fetcher", lambda *_: server)
    monkeypatch.setattr(sync_jobs, "understanding", lambda: (understand, "1"))

    def call(*words: str) -> list[str]:
        out = io.StringIO()
        call_command("sync_jobs", *words, stdout=out)
        return out.getvalue().splitlines()

    return call


def test_the_command_reads_what_is_due_and_prints_a_table(feed, command):
    JobFeedFactory(name="Idle", kind="csv", account="https://b.example/", is_active=False)
    head, line, closed, end = command()
    assert head.split() == [
        "feed",
        "new",
        "merged",
        "changed",
        "same",
        "closed",
        "reopened",
        "held",
        "refused",
        "outcome",
    ]
    assert line.split() == ["Board", *"20000000", "read"]
    assert closed.startswith("Jobs closed: 0 ")
    assert end.startswith("Feeds read: 1 in ")
    assert command()[-1].startswith("Feeds read: 0 in ")
    assert command("--all")[1].split() == ["Board", *"00000000", "nothing", "new"]


def test_what_ended_meanwhile_is_closed_too(feed, command):
    ended = JobFactory(closes_at=SEEN + DAY)
    command("--dry-run")
    ended.refresh_from_db()
    assert ended.is_open
    command()
    ended.refresh_from_db()
    assert ended.closed_because == "expired"


def test_one_feed_by_its_number_due_or_not(feed, command):
    command("--feed", str(feed.pk))
    assert command("--feed", str(feed.pk))[-1].startswith("Feeds read: 1 in ")
    with pytest.raises(CommandError, match="There is no feed 99"):
        command("--feed", "99")


def test_a_failure_is_an_error_after_all_others_were_read(feed, command, server):
    server.now_gives(FetchFailed("jobs.example answers 503."))
    with pytest.raises(CommandError, match=r"Couldn't be read: Board\. Their openings stay"):
        command()
    assert feed.runs.get().outcome == "failed"


def test_the_commands_dry_run_says_so(feed, command):
    assert command("--dry-run")[-1].startswith("Dry run, nothing was written: 1 in ")
    assert Job.objects.count() == 0
