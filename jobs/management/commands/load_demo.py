"""Openings of invented companies, to try the site out with."""

from argparse import ArgumentParser
from collections.abc import Sequence
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from jobs.demo.openings import openings
from jobs.demo.questions import ask
from jobs.models import Company, Job, JobFeed
from jobs.sync.planning import plan
from jobs.sync.understanding import understanding
from jobs.sync.writing import Writing

FEED = {"name": "Invented openings", "kind": "csv", "account": ""}


class Command(BaseCommand):
    help = (
        "Loads about 200 openings of invented companies, with dates counted from today. They are marked as samples and "
        "kept from search engines. Safe to run twice; --remove takes them away again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--remove", action="store_true", help="take the invented openings and companies away")

    @transaction.atomic
    def handle(self, *, remove: bool, **options: object) -> None:
        if remove:
            self._remove()
            return
        feed, _ = JobFeed.objects.get_or_create(
            **FEED, defaults={"is_sample": True, "is_active": False, "may_shrink": True}
        )
        now = timezone.now()
        today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
        understand, edition = understanding()
        planned = plan(feed, openings(today), edition)
        written = Writing(feed, understand, now, _quietly).write(planned)
        ask(Job.objects.filter(is_sample=True, questions=None))
        counts = f"{written.new:,} new, {written.changed:,} changed, {planned.same:,} as they were"
        self.stdout.write(f"Invented openings: {counts}")

    def _remove(self) -> None:
        jobs = Job.objects.filter(is_sample=True)
        count = jobs.count()
        jobs.delete()
        JobFeed.objects.filter(is_sample=True).delete()
        Company.objects.filter(is_sample=True, jobs=None).delete()
        self.stdout.write(f"Invented openings: {count:,} removed")


def _quietly(entries: Sequence[Any], work: str) -> Sequence[Any]:
    """Two hundred take no time. Any: of whatever."""
    return entries
