"""Bring the database to what the fixtures say, without touching what editors have changed."""

import time
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from roles.catalogue import Refused, load
from roles.catalogue.files import WrittenRow


class Command(BaseCommand):
    help = (
        "Loads the catalogue's fixtures: all or nothing, each row checked. Rows that an editor changed, added or "
        "deleted stay as the editor left them, and are listed. Safe to run at any time."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="do all the work, say what it came to, keep nothing")
        parser.add_argument(
            "--force", action="store_true", help="bring rows that editors changed or deleted back to what the files say"
        )
        parser.add_argument(
            "--path",
            type=Path,
            default=settings.BASE_DIR / "fixtures",
            help="the directory of the whole catalogue: what its *.json files don't hold any more is withdrawn",
        )

    def handle(self, *, path: Path, dry_run: bool, force: bool, **options: object) -> None:
        start = time.monotonic()
        try:
            report = load(Path(path), dry_run=dry_run, force=force, progress=self._progress)
        except Refused as refused:
            raise CommandError(f"Nothing was loaded. {refused}") from refused
        for line in report.lines():
            self.stdout.write(line)
        end = "Dry run, nothing was written" if dry_run else "Catalogue loaded"
        self.stdout.write(f"{end}: {report.total()} in {time.monotonic() - start:.1f} s")

    def _progress(self, rows: Sequence[WrittenRow], work: str) -> Iterable[WrittenRow]:
        """A bar on a terminal, nothing where the output goes to a file."""
        return tqdm(rows, desc=work, unit=" rows", leave=False, disable=None)
