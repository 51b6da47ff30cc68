"""Read the feeds that are due, and bring the openings to what they say."""

import time
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from tqdm import tqdm

from jobs.feeds.fetching import Fetcher, user_agent
from jobs.models import COUNTS, FeedRun, JobFeed, Outcome
from jobs.sync.running import Tools, run
from jobs.sync.understanding import understanding


class Command(BaseCommand):
    help = (
        "Reads the feeds that are due: new openings are added, changed ones rewritten, those that a feed lists no more "
        "closed. All of a feed or nothing of it; a feed that can't be read keeps its openings. Safe to run twice, in "
        "parallel, and to stop at any moment."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--feed", type=int, metavar="N", help="only the feed of this number, due or not")
        parser.add_argument("--all", action="store_true", help="all active feeds, due or not")
        parser.add_argument("--dry-run", action="store_true", help="do all the work, say what it came to, keep nothing")

    def handle(self, *, feed: int | None, dry_run: bool, **options: Any) -> None:
        """Any: what Django adds of its own."""
        start = time.monotonic()
        feeds = self._feeds(feed, options["all"])
        understand, edition = understanding()
        fetch = Fetcher(user_agent(settings.SITE_NAME, settings.SITE_URL), settings.FEEDS_MAY_ASK_LOOPBACK)
        tools = Tools(fetch, understand, edition, self._progress)
        runs = [(each, run(each, tools, timezone.now(), dry_run)) for each in feeds]
        for line in table(runs):
            self.stdout.write(line)
        if not dry_run:
            call_command("close_jobs", stdout=self.stdout)
        end = "Dry run, nothing was written" if dry_run else "Feeds read"
        self.stdout.write(f"{end}: {len(feeds):,} in {time.monotonic() - start:.1f} s")
        if failed := [each.name for each, record in runs if record and record.outcome == Outcome.FAILED]:
            raise CommandError(f"Couldn't be read: {', '.join(failed)}. Their openings stay as they are.")

    def _feeds(self, number: int | None, all_of_them: bool) -> Sequence[JobFeed]:
        if number is not None:
            chosen = list(JobFeed.objects.filter(pk=number))
            if not chosen:
                raise CommandError(f"There is no feed {number}.")
            return chosen
        feeds = JobFeed.objects.filter(is_active=True) if all_of_them else JobFeed.objects.due(timezone.now())
        return list(feeds)

    def _progress(self, entries: Sequence[Any], work: str) -> Iterable[Any]:
        """A bar on a terminal, nothing where the output goes to a file. Any: of whatever."""
        return tqdm(entries, desc=work, leave=False, disable=None)


def table(runs: Iterable[tuple[JobFeed, FeedRun | None]]) -> list[str]:
    """A line a feed, with what was refused and why below it."""
    heads = ["feed", *COUNTS, "outcome"]
    rows = [[feed.name, *_cells(record)] for feed, record in runs]
    widths = [max(len(row[column]) for row in [heads, *rows]) for column in range(len(heads))]
    lines = [_line(heads, widths)]
    for row, (_, record) in zip(rows, runs, strict=True):
        lines += [_line(row, widths), *(f"    {line}" for line in (record.words.splitlines() if record else ()))]
    return lines


def _cells(record: FeedRun | None) -> list[str]:
    if record is None:
        return [*("" for _ in COUNTS), "is being read by another"]
    return [*(f"{getattr(record, name):,}" for name in COUNTS), record.get_outcome_display()]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Words to the left, numbers to the right."""
    name, *numbers, outcome = cells
    aligned = [number.rjust(width) for number, width in zip(numbers, widths[1:-1], strict=True)]
    return "  ".join([name.ljust(widths[0]), *aligned, outcome]).rstrip()
