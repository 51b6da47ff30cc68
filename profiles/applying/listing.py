"""A person's applications as a list and as a file."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from django.conf import settings
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils import timezone

from profiles.applying.states import State
from profiles.applying.wording import next_step
from profiles.models import Application, Profile

COLUMNS = ("job", "company", "state", "applied", "changed", "next", "where", "receipt")
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would reckon with


@dataclass(frozen=True)
class Listed:
    """An application, and what comes next."""

    application: Application
    step: str

    @classmethod
    def of(cls, application: Application) -> Self:
        """Reads its job: join it."""
        job = application.job
        is_open, is_sample = bool(job and job.is_open_at(timezone.now())), bool(job and job.is_sample)
        step = next_step(application.way, application.status, is_job_open=is_open, is_sample=is_sample)
        return cls(application, step)

    @property
    def cells(self) -> tuple[str, ...]:
        """Days are India's."""
        made = self.application
        days = (f"{timezone.localdate(time):%Y-%m-%d}" for time in (made.applied_at, made.changed_at))
        receipt = settings.SITE_URL + reverse("applications:receipt", args=[made.pk])
        words = (made.title, made.company_name, made.get_status_display())
        return tuple(map(_plain, (*words, *days, self.step, made.get_way_display(), receipt)))


def applications_of(profile: Profile, state: str = "") -> QuerySet[Application]:
    """The newest first; state: nothing for all. Without the adverts' words."""
    found = Application.objects.of(profile).select_related("job").defer("job__description", "job__held_because")
    return found.filter(status=state) if state else found


def counts(profile: Profile) -> list[tuple[State, int]]:
    """How many are in each state, but for those without any. One query."""
    rows = Application.objects.of(profile).order_by().values_list("status").annotate(Count("pk"))
    found = dict(rows)
    return [(state, found[state]) for state in State if state in found]


def as_csv(listed: Iterable[Listed]) -> bytes:
    """RFC 4180 in UTF-8, with a header."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([COLUMNS, *(each.cells for each in listed)])
    return text.getvalue().encode()


def _plain(text: str) -> str:
    """Text, also for a program that takes some texts for formulas."""
    return f"'{text}" if text.startswith(FORMULA) else text
