"""Share out the points of open jobs by what they ask for."""

import time
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence

from django.core.management.base import BaseCommand
from tqdm import tqdm

from jobs.sync.locks import only_reader
from profiles.fit.weighing import LOCK, weigh


class Command(BaseCommand):
    help = (
        "Brings the points of open jobs, by which profiles are matched with them, up to what the adverts and the "
        "catalogue say; only changed ones are written. Safe to run twice, and to stop at any moment."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--lists", action="store_true", help="write the posting lists anew however little changed")

    def handle(self, *, lists: bool, **options: object) -> None:
        start = time.monotonic()
        with only_reader(LOCK) as is_ours:
            if not is_ours:
                self.stdout.write("Jobs are being weighed already.")
                return
            done = weigh(self._progress, lists)
        kept = "kept" if done.listed is None else f"written for {done.listed:,} jobs"
        self.stdout.write(
            f"Jobs weighed: {done.open:,} open, {done.changed:,} changed, {done.gone:,} gone; posting lists {kept}; "
            f"{time.monotonic() - start:.1f} s"
        )

    def _progress(self, batches: Sequence[int]) -> Iterable[int]:
        """A bar on a terminal, nothing where the output goes to a file."""
        return tqdm(batches, desc="jobs", leave=False, disable=None)
