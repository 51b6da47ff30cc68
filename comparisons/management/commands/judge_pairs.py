"""Let the publication gate judge which comparisons search engines are shown."""

import time
from argparse import ArgumentParser
from collections.abc import Iterable, Sequence

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from comparisons.gate.candidates import Candidate
from comparisons.gate.judging import has_changed, judge_all, judge_some
from comparisons.gate.rules import Reason
from comparisons.gate.writing import Outcome
from comparisons.models import Pair
from roles.models import Role


class Command(BaseCommand):
    help = (
        "Judges all pairs of published roles: overlap, the rules, then the pages of those that pass, measured against "
        "each other. Readers can open every comparison; the verdict decides on noindex and sitemaps. Safe to run twice."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="do all the work, say what it came to, keep nothing")
        parser.add_argument(
            "--if-changed", action="store_true", help="only when rows, words or code changed since the last judging"
        )
        parser.add_argument(
            "--only",
            nargs="+",
            metavar="SLUG",
            default=[],
            help="only the pairs of these roles, by the rules, at once: no page is read, texts stay as last measured",
        )

    def handle(self, *, dry_run: bool, if_changed: bool, only: list[str], **options: object) -> None:
        start = time.monotonic()
        if if_changed and not has_changed():
            self.stdout.write(f"Pairs: as last judged, {Pair.objects.filter(is_indexable=True).count():,} indexable")
            return
        outcome = self._some(only, dry_run) if only else judge_all(dry_run=dry_run, progress=self._progress)
        for words, count in _table(outcome):
            self.stdout.write(f"{count:>9,}  {words}")
        end = "Dry run, nothing was written" if dry_run else "Pairs judged"
        rows = f"{outcome.added:,} added, {outcome.changed:,} changed, {outcome.unchanged:,} unchanged"
        self.stdout.write(f"{end}: {rows}, {outcome.gone:,} gone in {time.monotonic() - start:.1f} s")

    def _some(self, slugs: list[str], dry_run: bool) -> Outcome:
        unknown = set(slugs) - set(Role.objects.filter(slug__in=slugs).values_list("slug", flat=True))
        if unknown:
            raise CommandError(f"There is no role “{min(unknown)}”.")
        return judge_some(slugs, dry_run=dry_run)

    def _progress(self, pairs: Sequence[Candidate], work: str) -> Iterable[Candidate]:
        """A bar on a terminal, nothing where the output goes to a file."""
        return tqdm(pairs, desc=work, unit=" pages", leave=False, disable=None)


def _table(outcome: Outcome) -> list[tuple[str, int]]:
    against = [(reason.sentence, outcome.reasons[reason]) for reason in Reason if outcome.reasons[reason]]
    return [("pairs of roles", outcome.pairs), ("indexable", outcome.indexable), *against]
