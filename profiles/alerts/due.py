"""When a search's mail is due, by days of India: pure."""

import datetime
from dataclasses import dataclass
from zoneinfo import ZoneInfo

INDIA = ZoneInfo("Asia/Kolkata")
WEEK = 7


@dataclass(frozen=True)
class Before:
    """Who was told last before these times may be told again."""

    daily: datetime.datetime
    weekly: datetime.datetime


def before(now: datetime.datetime) -> Before:
    """Not on the same day; not within seven days."""
    today = now.astimezone(INDIA).date()
    return Before(_start(today), _start(today - datetime.timedelta(days=WEEK - 1)))


def _start(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), INDIA)
