"""Note which pages there are and what each says, for sitemaps, feeds and IndexNow."""

import time
from argparse import ArgumentParser
from collections.abc import Iterable

from django.core.management.base import BaseCommand
from django.utils import timezone
from tqdm import tqdm

from onjob.pages.facts import Page
from onjob.pages.models import Kind
from onjob.pages.noting import Outcome, note_all


class Command(BaseCommand):
    help = (
        "Goes through every page that search engines are shown and notes what is new, what says something else than "
        "before, and what is gone. Sitemaps, feeds and `indexnow` go by it. A change of words or looks alone is none. "
        "Safe to run twice."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="do all the work, say what it came to, keep nothing")

    def handle(self, *, dry_run: bool, **options: object) -> None:
        start = time.monotonic()
        outcome = note_all(timezone.now(), dry_run=dry_run, progress=self._progress)
        if not outcome.is_quiet:
            for line in _table(outcome):
                self.stdout.write(line)
        end = "Dry run, nothing was written" if dry_run else "Pages noted"
        new, changed, gone = (some.total() for some in (outcome.new, outcome.changed, outcome.gone))
        counts = f"{outcome.pages.total():,} there, {new:,} new, {changed:,} changed, {gone:,} gone"
        self.stdout.write(f"{end}: {counts} in {time.monotonic() - start:.1f} s")

    def _progress(self, pages: Iterable[Page], expected: int) -> Iterable[Page]:
        """A bar on a terminal, nothing where the output goes to a file."""
        return tqdm(pages, desc="Reading pages", total=expected, unit=" pages", leave=False, disable=None)


def _table(outcome: Outcome) -> list[str]:
    counts = {"there": outcome.pages, "new": outcome.new, "changed": outcome.changed, "gone": outcome.gone}
    lines = [f"{'':12}" + "".join(f"{heading:>9}" for heading in counts)]
    return lines + [f"{kind.value:12}" + "".join(f"{some[kind]:>9,}" for some in counts.values()) for kind in Kind]
