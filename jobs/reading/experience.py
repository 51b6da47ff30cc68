"""How many years of work an advert asks for. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from jobs.reading.derived import Derived

LONGEST = 20_000  # characters; a requirement stands near the top of an advert or nowhere
MOST = 40  # years; more is a firm's age or a slip of the keyboard
_NUMBER = r"(\d{1,2}(?:\.\d)?)"
_UNIT = r"(years?|yrs?|yoe|months?|mnths?|mths?)\b"
_GAP = r"\s{0,3}"
_RANGE = re.compile(
    rf"(?<![\d.,/]){_NUMBER}{_GAP}(?:{_UNIT}{_GAP})?(?:-|–|—|to|and)+{_GAP}{_NUMBER}{_GAP}\+?{_GAP}{_UNIT}"
)
_ONE = re.compile(
    rf"(?<![\d.,/-]){_NUMBER}{_GAP}(\+|plus\b)?{_GAP}{_UNIT}{_GAP}(\+|plus\b|(?:and|&)\s(?:above|more)\b)?"
)
_BARE = re.compile(rf"{_NUMBER}{_GAP}(?:(?:-|–|—|to){_GAP}{_NUMBER}|(\+|plus))?")
_AT_LEAST = re.compile(r"\b(?:min(?:imum)?|at ?least|over|more than|above)\W+(?:of\W+)?$")
_AT_MOST = re.compile(r"\b(?:max(?:imum)?|at ?most|up ?to|less than|below|under|not more than)\W+(?:of\W+)?$")
_NONE = re.compile(
    r"\bfreshers?\b|\bno (?:prior |previous |work )?experience\b|\bentry[ -]level\b|\bexperience not required\b"
)
_IS_NOT_ASKED = re.compile(
    r"\b(?:age|aged|bond|contract|agreement|warranty|course|degree|diploma|notice|duration|internship|founded|old"
    r"|legacy|history|last|past|within|project|tenure|probation)\b"
)
_IS_ASKED = re.compile(r"\bexp(?:erience|erienced|\b)|\bwork(?:ed|ing)\b|\bhands[ -]on\b|\bindustry\b|\brelevant\b")
_AROUND = 40  # characters
_COMPANY = re.compile(
    r"\b(?:we (?:have|bring)|our (?:team|company|firm|founders?)|company|founders?|leader|established|combined)\b"
    r"[^.]{0,30}$"
)


@dataclass(frozen=True, slots=True)
class Experience:
    """In years; high is None where more is welcome, low is 0 for who begins."""

    low: float
    high: float | None


def read_experience(words: str) -> Derived[Experience] | None:
    """A field that is there for experience: "3-5 yrs", "10 plus", "Fresher"."""
    text = words.casefold()[:200]
    found = next(_stated(text), None) or _bare(text) or _fresher(text)
    return Derived(found[0], words.strip()) if found else None


def find_experience(text: str) -> Derived[Experience] | None:
    """In a title or a description, where years may be of anything: only what is said of experience."""
    lower = text[:LONGEST].casefold()
    for experience, start, end in _stated(lower):
        before, after = lower[max(0, start - _AROUND) : start], lower[end : end + _AROUND]
        if _is_meant(before, after):
            return Derived(experience, text[start:end].strip())
    found = _fresher(lower)
    return Derived(found[0], text[found[1] : found[2]].strip()) if found else None


def _is_meant(before: str, after: str) -> bool:
    if _IS_NOT_ASKED.search(before[-25:]) or _IS_NOT_ASKED.search(after[:15]) or _COMPANY.search(before):
        return False
    return bool(_IS_ASKED.search(before) or _IS_ASKED.search(after))


Stated = tuple[Experience, int, int]


def _stated(text: str) -> Iterator[Stated]:
    """Each figure with its unit, and where it stands, in order."""
    ranges = [(match.start(), match.end(), _of_range(match)) for match in _RANGE.finditer(text)]
    covered = {place for start, end, _ in ranges for place in range(start, end)}
    ones = [
        (match.start(), match.end(), _of_one(text, match))
        for match in _ONE.finditer(text)
        if match.start() not in covered
    ]
    for start, end, experience in sorted([*ranges, *ones], key=lambda found: found[0]):
        if experience:
            yield experience, start, end


def _of_range(match: re.Match[str]) -> Experience | None:
    low, first_unit, high, unit = match.groups()
    return _checked(_years(low, first_unit or unit), _years(high, unit))


def _of_one(text: str, match: re.Match[str]) -> Experience | None:
    number, plus, unit, more = match.groups()
    years = _years(number, unit)
    before = text[max(0, match.start() - 20) : match.start()]
    if _AT_MOST.search(before):
        return _checked(0.0, years)
    is_open = plus or more or _AT_LEAST.search(before)
    return _checked(years, None if is_open else years)


def _bare(text: str) -> Stated | None:
    """ "3-5", "10 plus": in a field for experience the unit goes without saying."""
    match = _BARE.fullmatch(text.strip())
    if not match:
        return None
    low, high, plus = match.groups()
    experience = _checked(float(low), None if plus else float(high or low))
    return (experience, *match.span()) if experience else None


def _fresher(text: str) -> Stated | None:
    match = _NONE.search(text)
    return (Experience(0.0, 0.0), *match.span()) if match else None


def _checked(low: float, high: float | None) -> Experience | None:
    if low > MOST or (high is not None and not low <= high <= MOST):
        return None
    return Experience(low, high)


def _years(number: str, unit: str) -> float:
    return round(float(number) / 12, 2) if unit.startswith("m") else float(number)
