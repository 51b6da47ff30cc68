"""Make the open dataset that /data/ offers."""

from argparse import ArgumentParser
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from roles.dataset import write


class Command(BaseCommand):
    help = "Writes the catalogue as an open dataset: CSV, JSON, licence, data dictionary. Same data, same bytes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--to", type=Path, default=settings.DATASET_ROOT, help="the directory (default: %(default)s)"
        )

    def handle(self, *, to: Path, **options: object) -> None:
        changed = write(Path(to))
        self.stdout.write(
            f"Dataset in {to}: {len(changed)} files written." if changed else f"Dataset in {to}: as it was."
        )
