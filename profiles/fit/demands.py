"""What an advert wants that a number can't weigh, read from its words: pure. The licences that we know of, with the
phrases that mean them, are in licences.json."""

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

IMMEDIATE_DAYS = 15  # that "immediate joiner" leaves, as Indian adverts use it
DAYS = {"day": 1, "week": 7, "month": 30}

_TAG = re.compile("<[^>]*>")
_IMMEDIATE = re.compile(r"\bimmediate(?:ly)? (?:joiners?|joining|availab(?:le|ility))\b", re.I)
_WITHIN = re.compile(
    r"\b(?:notice period|join(?:ing)? (?:in|within))\b\W{0,3}"
    r"(?:(?:of|is|should be|must be|max(?:imum)?|up ?to|within|less than|not more than|only)\W+)*"
    r"(?:\d{1,3}\s*(?:-|–|to)\s*)?(?P<number>\d{1,3})\s*(?P<unit>day|week|month)s?\b",
    re.I,
)
_EXCUSED_BEFORE = re.compile(r"\b(?:no|without|not need(?: a)?|don[’']t need(?: a)?)\s+(?:a |any |valid )*$", re.I)
_EXCUSED_AFTER = re.compile(
    r"^\W{0,3}(?:is |are |will be |would be )?(?:an? )?"
    r"(?:not (?:required|needed|necessary|mandatory)|optional|preferred|preferable|desirable|added advantage|plus\b)",
    re.I,
)


class Notice(NamedTuple):
    """days: within which the employer wants somebody; words: the advert's."""

    days: int
    words: str


class Licence(NamedTuple):
    """name: "a driving licence"; words: the advert's."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Demands:
    """places: names by slug, none where the work can be done from anywhere or the place isn't known; months: of work
    asked for, 0 where none is."""

    places: Mapping[str, str] = field(default_factory=dict)
    months: int = 0
    notice: Notice | None = None
    licences: tuple[Licence, ...] = ()


def plain(description: str) -> str:
    """Of HTML, its words with single spaces between."""
    return " ".join(html.unescape(_TAG.sub(" ", description)).split())


def notice(text: str) -> Notice | None:
    """The shortest that the advert names."""
    found = [Notice(IMMEDIATE_DAYS, each[0]) for each in _IMMEDIATE.finditer(text)]
    found += [Notice(int(each["number"]) * DAYS[each["unit"].lower()], each[0]) for each in _WITHIN.finditer(text)]
    return min(found, key=lambda each: each.days, default=None)


def licences(text: str) -> tuple[Licence, ...]:
    """Each once, with the first words that ask for it; not those that the advert merely likes."""
    named = ((name, _asked(pattern, text)) for name, pattern in known_licences())
    return tuple(Licence(name, words) for name, words in named if words)


def _asked(pattern: re.Pattern[str], text: str) -> str:
    for found in pattern.finditer(text):
        if not _EXCUSED_BEFORE.search(text[: found.start()]) and not _EXCUSED_AFTER.match(text[found.end() :]):
            return found[0]
    return ""


def names_licence(name: str, papers: str) -> bool:
    """Whether these certificates and degrees name it, in any of its phrases."""
    return any(pattern.search(papers) for known, pattern in known_licences() if known == name)


@cache
def known_licences() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = json.loads(Path(__file__).with_name("licences.json").read_text(encoding="utf-8"))
    return tuple((row["name"], re.compile(rf"\b(?:{'|'.join(row['phrases'])})\b", re.I)) for row in rows)
