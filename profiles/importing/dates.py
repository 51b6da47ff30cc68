"""Months and years as people write them in a résumé: "Jan 2020 – Till date", "2019-21", "06/2018 to 03/2020". Pure."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from profiles.facts import When

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july"),
            *("aug august", "sep sept september", "oct october", "nov november", "dec december"),
        ),
        1,
    )
    for name in names.split()
}
_NAME = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)(?!\d)"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?[\s./,-]{1,3})?"
_POINT = (
    rf"(?:{_DAY}{_NAME}[\s,.'’/-]{{0,3}}(?:[0-3]?\d(?:st|nd|rd|th)?,?\s)?{_YEAR}"  # 12 Jan 2020, Jan 12, 2020
    rf"|{_NAME}[\s,.'’/-]{{0,3}}\d\d(?!\d)"  # Jan'20
    rf"|(?:[0-3]?\d[/.-])?(?:0?[1-9]|1[0-2])\s?[/.-]\s?{_YEAR}"  # 06/2018, 15.06.2018
    rf"|{_YEAR}[/-](?:0[1-9]|1[0-2])(?:[/-][0-3]\d)?(?!\d)"  # 2018-06
    rf"|{_YEAR})"
)
_NOW = (
    r"(?:till\s?-?(?:date|now|today|present)|to\s?date|until\s?now|present(?:ly)?|current(?:ly)?|now|today|on-?going"
    r"|continuing|date|working)\b"
)
_TO = r"\s{0,3}(?:[-–—]{1,2}|to\b|till\b|until\b|up\s?to\b|through\b)\s{0,3}"
_SPAN = re.compile(
    rf"(?<![\w/.])(?:(?:from|since)\s+)?({_POINT}){_TO}(?:({_POINT})|({_NOW})|(\d\d)(?![\w/]))", re.IGNORECASE
)
_SINCE = re.compile(
    rf"\b(?:since|from)\s+({_POINT})(?:{_TO})?$|\bsince\s+({_POINT})|(?<![\w/.])({_POINT})\s?(?:[-–—]|onwards?)$",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"(?<![\w/.-])({_POINT})(?![\w/-])", re.IGNORECASE)
_NUMBERED = re.compile(rf"(\d{{1,2}})\s?[/.-]\s?({_YEAR})$")
_FIRST_YEAR = re.compile(rf"^({_YEAR})[/-](\d\d)")
_NAMED = re.compile(_NAME, re.IGNORECASE)
_WHOLE_YEAR = re.compile(_YEAR)
_SHORT_YEAR = re.compile(r"(\d\d)$")
_LONGEST_STUDY_YEARS = 8  # "2019-21"; more apart are no two years of one thing


class Dated(NamedTuple):
    """start, end: as written, the end None where it goes on or isn't said; begin, stop: places in the line."""

    start: When
    end: When | None
    is_current: bool
    begin: int
    stop: int


def spans(line: str, today: date) -> list[Dated]:
    """Times with a beginning and an end that the line states, in order; one whose end is before its start is none."""
    found = [dated for match in _SPAN.finditer(line) if (dated := _span(match, today))]
    if found:
        return found
    since = _SINCE.search(line)
    start = point(since[1] or since[2] or since[3], today) if since else None
    if since and start and _order(start) <= _order(When(today.year, today.month)):
        return [Dated(start, None, True, *since.span())]
    return []


def points(line: str, today: date) -> Iterator[tuple[When, int, int]]:
    """Single months and years that the line states, each with its place."""
    for match in _ALONE.finditer(line):
        when = point(match[1], today)
        if when:
            yield when, *match.span()


def point(words: str, today: date) -> When | None:
    """ "June 2018", "06/2018", "15.06.2018", "2018-06", "Jun'18" or "2018"; None where it is none."""
    words = words.strip(" .,()")
    named = _NAMED.search(words)
    year = _WHOLE_YEAR.search(words)
    if named:
        short = None if year else _SHORT_YEAR.search(words)
        full = int(year[0]) if year else _century(int(short[1]), today) if short else None
        return When(full, _MONTHS[named[0].strip(".").lower()]) if full else None
    if year is None:
        return None
    numbered = _NUMBERED.search(words)
    first = _FIRST_YEAR.match(words)
    month = int(numbered[1]) if numbered else int(first[2]) if first else None
    return When(int(year[0]), month) if month is None or 1 <= month <= 12 else None


def months_between(start: When, end: When) -> range:
    """Every month from start to end, both counted, as months since year 0; a year alone begins in January and ends in
    December."""
    return range(start.year * 12 + (start.month or 1), end.year * 12 + (end.month or 12) + 1)


def _span(match: re.Match[str], today: date) -> Dated | None:
    first, last, now, short = match.groups()
    start = point(first, today)
    if start is None:
        return None
    if now:
        is_past = _order(start) <= _order(When(today.year, today.month))
        return Dated(start, None, True, *match.span()) if is_past else None
    end = point(last, today) if last else _short_end(start, int(short))
    if end is None or end.year - start.year > 60 or (end.year, end.month or 12) < (start.year, start.month or 1):
        return None
    return Dated(start, end, False, *match.span())


def _short_end(start: When, short: int) -> When | None:
    """The second year of "2019-21"."""
    year = start.year // 100 * 100 + short
    year += 100 if year < start.year else 0
    is_near = start.month is None and 0 < year - start.year <= _LONGEST_STUDY_YEARS
    return When(year) if is_near else None


def _century(short: int, today: date) -> int:
    return 2000 + short if short <= today.year % 100 + 8 else 1900 + short


def _order(when: When) -> tuple[int, int]:
    return when.year, when.month or 1
