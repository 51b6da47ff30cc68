"""Facts of a profile in words."""

import datetime

from django import template

from profiles.facts import Position, Project, Study, When
from profiles.models import Level
from profiles.spans import length, month, span

register = template.Library()


@register.filter
def level(number: int) -> str:
    return Level(number).label if number in Level.values else ""


@register.filter
def months(fact: Position | Study | Project) -> str:
    """From when until when."""
    return span(fact.start, fact.end, getattr(fact, "is_current", False))


@register.filter
def day(text: str) -> str:
    """ "2026-11-02" → "2 November 2026"."""
    said = datetime.date.fromisoformat(text)
    return f"{said.day} {said:%B %Y}"


@register.filter
def in_month(said: When | None) -> str:
    return month(said)


@register.filter
def years_and_months(number: int) -> str:
    return length(number)
