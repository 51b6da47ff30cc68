"""What each source is used for in the catalogue, counted."""

import datetime
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Max, Min

from roles.models import PayrollYear, Role, RoleSkill, SalaryRange, Source, Status
from roles.models.payroll import SOURCES
from roles.money import thousands

OF_PUBLISHED = {"role__status": Status.PUBLISHED}


@dataclass(frozen=True)
class SourceUse:
    """A source, and what of published roles, or of the estimate of in-hand pay, rests on it.

    first, last: the days that its pay figures span, both None when it dates none.
    """

    source: Source
    pay_rows: int = 0
    pay_roles: int = 0
    first: datetime.date | None = None
    last: datetime.date | None = None
    skill_rows: int = 0
    skill_roles: int = 0
    experience_roles: int = 0
    payroll_years: int = 0

    @property
    def rows(self) -> int:
        return self.pay_rows + self.skill_rows + self.experience_roles + self.payroll_years

    @property
    def holds(self) -> list[str]:
        """What rests on it: "464 pay figures for 95 roles"; empty when nothing does."""
        parts = [
            (self.pay_rows, f"{_many(self.pay_rows, 'pay figure')} for {_many(self.pay_roles, 'role')}"),
            (self.skill_rows, f"{_many(self.skill_rows, 'skill weight')} in {_many(self.skill_roles, 'role')}"),
            (self.experience_roles, f"experience of {_many(self.experience_roles, 'role')}"),
            (self.payroll_years, f"in-hand pay of {_many(self.payroll_years, 'tax year')}"),
        ]
        return [text for rows, text in parts if rows]


def _many(number: int, noun: str) -> str:
    return f"{thousands(number)} {noun}{'' if number == 1 else 's'}"


def source_uses() -> list[SourceUse]:
    """Every source, the one that most rests on first. Five queries."""
    pay = SalaryRange.objects.filter(**OF_PUBLISHED).order_by().values("source")
    pay = pay.annotate(
        pay_rows=Count("id"),
        pay_roles=Count("role", distinct=True),
        first=Min("period_start"),
        last=Max("period_end"),
    )
    skills = RoleSkill.objects.filter(**OF_PUBLISHED, source__isnull=False).order_by().values("source")
    skills = skills.annotate(skill_rows=Count("id"), skill_roles=Count("role", distinct=True))
    roles = Role.objects.published().filter(experience_source__isnull=False).order_by()
    experience = roles.values(source=F("experience_source")).annotate(experience_roles=Count("id"))
    counts: dict[int, dict[str, Any]] = {}  # Any: counts and days
    for row in [*pay, *skills, *experience]:
        counts.setdefault(row.pop("source"), {}).update(row)
    for source, years in _payroll_years().items():
        counts.setdefault(source, {})["payroll_years"] = years
    uses = [SourceUse(source, **counts.get(source.pk, {})) for source in Source.objects.all()]
    return sorted(uses, key=lambda use: (-use.rows, use.source.name))


def _payroll_years() -> Counter[int]:
    """How many tax years rest on each source, by its key."""
    rows = PayrollYear.objects.order_by().values_list(*(f"{name}_id" for name in SOURCES))
    return Counter(source for row in rows for source in set(row))
