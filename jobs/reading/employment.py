"""What kind of employment is offered. Pure."""

import re
from enum import StrEnum

from jobs.reading.derived import Derived


class Employment(StrEnum):
    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    INTERNSHIP = "internship"
    TEMPORARY = "temporary"
    APPRENTICESHIP = "apprenticeship"
    FREELANCE = "freelance"


# What says most goes first: a full-time internship is an internship.
_WORDS = (
    (Employment.APPRENTICESHIP, r"apprentices?(?:hip)?"),
    (Employment.INTERNSHIP, r"intern(?:s|ship|ships)?"),
    (Employment.FREELANCE, r"free-?lanc(?:e|er|ers|ing)|gig"),
    (Employment.PART_TIME, r"part[ -]?time(?:r|rs)?"),
    (Employment.TEMPORARY, r"temporary|temp|seasonal|per diem"),
    (Employment.CONTRACT, r"contract(?:ual|or|ors)?|fixed[ -]term|c2h|contract[ -]to[ -]hire|third[ -]party payroll"),
    (Employment.FULL_TIME, r"full[ -]?time(?:r|rs)?|permanent|regular|fte"),
)
_PATTERNS = tuple((kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)) for kind, words in _WORDS)
# In a title or a text the short ones are other words: "temp", "gig", "regular", "contract management".
_IN_TITLE = (
    (Employment.APPRENTICESHIP, r"apprentice(?:ship)?s?"),
    (Employment.INTERNSHIP, r"intern(?:ship)?s?"),
    (Employment.FREELANCE, r"free-?lancers?|freelance"),
    (Employment.PART_TIME, r"part[ -]?time"),
    (Employment.TEMPORARY, r"temporary"),
    (
        Employment.CONTRACT,
        r"contractual|on contract|contract (?:role|basis|position|job|to hire)|\(contract\)|- contract$",
    ),
    (Employment.FULL_TIME, r"full[ -]?time"),
)
_TITLE_PATTERNS = tuple(
    (kind, re.compile(rf"(?<![a-z])(?:{words})(?![a-z])", re.IGNORECASE)) for kind, words in _IN_TITLE
)


def read_employment(stated: str, title: str = "") -> Derived[Employment] | None:
    """What the source states ("FULL_TIME", "Contractor"), unless the title says more: an intern's job is an internship,
    whatever a form has as its default."""
    of_title = _first(_TITLE_PATTERNS, title)
    of_field = _first(_PATTERNS, stated.replace("_", " "))
    if of_title and (of_field is None or of_field.value is Employment.FULL_TIME):
        return of_title
    return of_field


def _first(patterns: tuple[tuple[Employment, re.Pattern[str]], ...], text: str) -> Derived[Employment] | None:
    for kind, words in patterns:
        match = words.search(text[:400])
        if match:
            return Derived(kind, match[0])
    return None
