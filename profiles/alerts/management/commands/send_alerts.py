"""Mail people the openings that are new in their saved searches."""

import time
from argparse import ArgumentParser
from collections import Counter

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from profiles.alerts.running import MailIsDown, run
from profiles.alerts.sending import Outcome


class Command(BaseCommand):
    help = (
        "Mails people the openings that are new in their saved searches: all that is due in one mail, and nothing "
        "where nothing is new. Safe to run twice, in parallel, and to stop at any moment."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--now", action="store_true", help="also what isn’t due yet today or this week")
        parser.add_argument("--dry-run", action="store_true", help="say who would be mailed; send and keep nothing")

    def handle(self, *, dry_run: bool, **options: object) -> None:
        start = time.monotonic()
        try:
            counts = run(timezone.now(), is_early=bool(options["now"]), is_dry=dry_run)
        except MailIsDown as down:
            self._report(down.counts, dry_run, start)
            raise CommandError("The mail server takes nothing now. What is left is tried in the next run.") from None
        self._report(counts, dry_run, start)

    def _report(self, counts: Counter[Outcome], dry_run: bool, start: float) -> None:
        """A line for each way that it ended."""
        self.stdout.write("Dry run, nothing was sent:" if dry_run else "Alerts, by people:")
        for outcome in Outcome:
            self.stdout.write(f"  {outcome:<26} {counts[outcome]:>8,}")
        self.stdout.write(f"{time.monotonic() - start:.1f} s")
