"""When: the ways in which feeds write a time, as a moment in UTC. Pure; what can't be read wasn't said."""

import datetime
import re
from decimal import Decimal
from email.utils import parsedate_to_datetime

# Before and after, a date is a placeholder ("1970-01-01", "9999-12-31") or a slip. Whether one lies too far from today
# is for whoever knows today.
EARLIEST = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
LATEST = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)
INDIA = datetime.timezone(datetime.timedelta(hours=5, minutes=30))  # a time without an offset is taken as India's
LAST_SECOND = datetime.time(23, 59, 59)

_START = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_ZONE_WORD = re.compile(r"\s*(?:UTC|GMT|Z)$", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BY_HAND = (
    re.compile(r"(?P<day>\d{1,2})([/.-])(?P<month>\d{1,2})\2(?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3,9})[ -](?P<year>\d{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9}) (?P<day>\d{1,2}),? (?P<year>\d{4})"),
)
_LONGEST = 40  # characters of a written time


def moment(value: object, ends_day: bool = False) -> datetime.datetime | None:
    """ISO 8601, RFC 2822, seconds or milliseconds since 1970, or a date as people in India write it (day first).

    ends_day: a date without a time means the day's last second, as for a last day to apply.
    """
    read = _epoch(value) if isinstance(value, (int, Decimal)) else _written(value, ends_day)
    return read.astimezone(datetime.UTC) if read and EARLIEST <= read < LATEST else None


def _epoch(value: int | Decimal) -> datetime.datetime | None:
    """Milliseconds from 100,000,000,000 on (which as seconds would be the year 5138)."""
    if isinstance(value, bool) or (isinstance(value, Decimal) and not value.is_finite()) or not 0 < value < 10**14:
        return None
    since = datetime.timedelta(milliseconds=int(value)) if value >= 10**11 else datetime.timedelta(seconds=int(value))
    return _START + since


def _written(value: object, ends_day: bool) -> datetime.datetime | None:
    text = " ".join(value.split()) if isinstance(value, str) and len(value) <= _LONGEST else ""
    if not text or not text.isascii():
        return None
    if _EPOCH.fullmatch(text):
        return _epoch(int(text))
    read = _iso(text) or _mail(text) or _by_hand(text)
    if read is None:
        return None
    if ends_day and ":" not in text and read.time() == datetime.time():
        read = datetime.datetime.combine(read.date(), LAST_SECOND, read.tzinfo)
    return read if read.tzinfo else read.replace(tzinfo=INDIA)


def _iso(text: str) -> datetime.datetime | None:
    """Also with the zone as a word after it: "2026-11-02 09:30:00 UTC"."""
    for form in (text, _ZONE_WORD.sub("+00:00", text)):
        try:
            return datetime.datetime.fromisoformat(form)
        except ValueError:
            continue
    return None


def _mail(text: str) -> datetime.datetime | None:
    """ "Mon, 02 Nov 2026 09:30:00 GMT"; without a time it is left to `_by_hand`."""
    if ":" not in text:
        return None
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _by_hand(text: str) -> datetime.datetime | None:
    """ "2/11/2026", "2-Nov-2026", "2 November 2026", "November 2, 2026"."""
    found = next((match for form in _BY_HAND if (match := form.fullmatch(text))), None)
    if not found:
        return None
    name = found["month"].lower()[:3]
    month = _MONTHS.index(name) + 1 if name in _MONTHS else int(name) if name.isdecimal() else 0
    try:
        return datetime.datetime(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
