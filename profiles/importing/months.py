"""How many months somebody has worked: as they say, and as the dates of their positions add up. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from profiles.facts import Position, When
from profiles.importing.dates import months_between
from profiles.importing.lines import Line
from profiles.importing.pieces import Months, Piece, Span

MOST = 45 * 12
_NUMBER = r"(\d{1,2}(?:\.\d{1,2})?)"
_YEARS = r"\s?\+?\s?(?:plus\s)?(?:years?|yrs?\.?)"
_MONTHS = r"(?:\s?(?:and|&|,)?\s?(\d{1,2})\s?\+?\s?(?:months?|mths?))?"
_STATED = re.compile(
    rf"(?<![\d.]){_NUMBER}{_YEARS}{_MONTHS}['’]?\s?(?:of\s)?(?:[a-z/,&'’.-]{{1,20}}\s){{0,5}}?(?:experience|"
    rf"exp\b|expertise)"
    rf"|\b(?:experience|exp\.?)\s?(?:\([^()]{{0,20}}\)\s?)?(?:of|:|–|-|is)?\s?(?:about|over|around|more than|"
    rf"total|nearly|almost)?\s?{_NUMBER}{_YEARS}{_MONTHS}",
    re.IGNORECASE,
)


def months(lines: Iterable[Line], positions: Sequence[Piece[Position]], today: date) -> Months:
    dated = [piece for piece in positions if piece.value.start]
    spans = tuple(Span(piece.value.start, piece.value.end, piece.line) for piece in dated if piece.value.start)
    known = [piece.value for piece in dated if piece.value.end or piece.value.is_current]
    return Months(stated(lines), union(known, today) if known else None, spans)


def union(positions: Iterable[Position], today: date) -> int:
    """Months in which the person worked, each counted once. A year alone begins in January and ends in December, but
    never after today."""
    now = When(today.year, today.month)
    last = months_between(now, now)[0]
    worked: set[int] = set()
    for position in positions:
        if position.start and (position.end or position.is_current):
            worked.update(month for month in months_between(position.start, position.end or now) if month <= last)
    return len(worked)


def stated(lines: Iterable[Line]) -> Piece[int] | None:
    """What the person says first: "5.5 years of experience" are 66 months."""
    for line in lines:
        match = _STATED.search(line.text)
        if match:
            years, more = match[1] or match[3], match[2] or match[4]
            number = round(float(years) * 12) + int(more or 0)
            if 0 < number <= MOST:
                return Piece(number, line.number, line.text)
    return None
