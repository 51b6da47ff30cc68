"""Takes personal particulars out of a text before anything of it is kept: date of birth, father's or husband's name,
marriage, religion, caste, nationality, passport, Aadhaar, PAN, sex, body, photograph. Pure; their spellings in India
are in personal_words.json.

None of them says how somebody works. What goes is the whole line, or the part of it between bars and the like, and the
text is then as if it had never stood there.
"""

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from profiles.importing.headings import Part, heading

_PATTERNS = {
    "DATE": r"[0-3]?\d(?:st|nd|rd|th)?[\s./,'-]{0,3}(?:[a-z]{3,9}|\d{1,2})[\s./,'’-]{0,3}\d{2,4}",
    "NUMBER": r"\d{1,3}(?:\.\d{1,2})?",
    "NAME": r"[^\W\d][^\d:|;,]{1,60}",
    "AADHAAR": r"[x*\d]{4}[\s-]?[x*\d]{4}[\s-]?\d{4}",
    "PAN": r"[a-z]{3}p[a-z]\d{4}[a-z]",
    "PASSPORT": r"[a-z][\s-]?\d{7}",
    "BLOOD": r"(?:a|b|ab|o)\s?\(?(?:\+|-|positive|negative)\s?(?:ve)?\)?",
}
_BETWEEN = re.compile(r"\s*(?:[|;•]|\t+)\s*|,\s+(?=[A-Z][\w'’/& ]{1,24}\s?[:–-])|\s/\s(?=[A-Z][\w'’ ]{1,24}\s?[:–-])")
_CONTACT_LABEL = r"(?:e-?mail|mobile|phone|contact|address|linked ?in|languages?|permanent|present|current)"
_PARTED = r"\s*(?:[:=]+[-–]?|[-–—]|\t)\s*"  # between a label and its value
_OF_RELATIVE = re.compile(r"(?<![\w/])[SDWC]\s?/\s?[Oo]\b\.?\s*[:–-]?\s*[^,|;\n]{2,60}(?:,\s*|$)")
_NUMBERS = re.compile(r"(?<![\w+-])(?:\d{4}[ -]\d{4}[ -]\d{4}|[A-Z]{3}P[A-Z]\d{4}[A-Z])(?![\w-])")
_STAYS = re.compile(
    r"@|\b(?:https?:|www\.|linkedin\.|github\.)|\b(?:e-?mail|mobile|phone|contact|cell|tel|languages?|address|"
    r"city)\b",
    re.IGNORECASE,
)
_TITLE_LINES = 3  # within which "Bio data" is what the document is called


class Stripped(NamedTuple):
    """removed: what stood in the text, each once, in the order of the list of words."""

    text: str
    removed: tuple[str, ...]


class _Rule(NamedTuple):
    """names: a segment that is one of its labels with any value, or a label alone; values: a value alone."""

    name: str
    names: re.Pattern[str]
    is_alone: re.Pattern[str]
    values: re.Pattern[str]
    speaking: re.Pattern[str]


def without_personal(text: str) -> Stripped:
    """Of a cleaned text. Taking particulars out once more changes nothing."""
    kept: list[str] = []
    met: set[str] = set()
    within = False  # personal particulars, by their heading
    awaited: _Rule | None = None  # a label that stood on a line of its own
    for number, line in enumerate(text.split("\n")):
        begun = heading(line)
        within = (begun is Part.PERSONAL and number >= _TITLE_LINES) if begun else within
        if awaited and (line.lstrip().startswith(":") or awaited.values.fullmatch(line)):
            awaited = None
            continue
        rest, found, awaited = _line(line)
        met |= found
        if rest.strip() and within and not begun and not _STAYS.search(rest):
            rest = ""
        if rest or not line:
            kept.append(rest)
    removed = tuple(rule.name for rule in _rules() if rule.name in met)
    return Stripped("\n".join(kept), removed)


def _line(line: str) -> tuple[str, set[str], _Rule | None]:
    """What is left of it, what was taken out, and the particular whose label is all there is of it."""
    met = {"a relative's name"} if _OF_RELATIVE.search(line) else set()
    left: list[str] = []
    awaited = None
    for before, segment in _segments(_OF_RELATIVE.sub("", line)):
        rule = next((rule for rule in _rules() if _is_of(rule, segment)), None)
        if rule is None:
            left += [before, segment]
            continue
        met.add(rule.name)
        awaited = rule if rule.is_alone.fullmatch(segment) else None
    joined = "".join(left[1:])
    met |= {"Aadhaar" if match[0][0].isdigit() else "PAN" for match in _NUMBERS.finditer(joined)}
    if not met:
        return line, met, None
    joined = _NUMBERS.sub("", joined).strip(" \t,|;/-–")
    return (joined if re.search(r"\w", joined) else ""), met, awaited if not joined else None


def _is_of(rule: _Rule, segment: str) -> bool:
    return bool(rule.names.match(segment) or rule.speaking.fullmatch(segment))


def _segments(line: str) -> Iterator[tuple[str, str]]:
    """What stands before each part of a line, and the part."""
    cuts = {match.start(): match.end() for match in _BETWEEN.finditer(line)}
    for match in _starts().finditer(line):
        if match.start() not in cuts.values():
            cuts.setdefault(match.start(), match.start())
    begin, before = 0, ""
    for start in sorted(cuts):
        has_slash = "/" in line[start : cuts[start]] or line[:start].rstrip().endswith("/")
        if start < begin or (has_slash and ":" not in line[begin:start]):  # "Father's / Husband's name: …"
            continue
        yield before, line[begin:start]
        begin, before = cuts[start], line[start : cuts[start]]
    yield before, line[begin:]


@cache
def _rules() -> tuple[_Rule, ...]:
    return tuple(_rule(name, **words) for name, words in _words().items())


@cache
def _starts() -> re.Pattern[str]:
    """Where a label with a colon begins within a line, as in tables that were made one line."""
    labels = [label for words in _words().values() for label in words["labels"]]
    return re.compile(rf"(?<=\s)(?:{_any(labels)}|{_CONTACT_LABEL}[\w .]{{0,12}})(?=\s?:)", re.IGNORECASE)


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    said: dict[str, dict[str, dict[str, list[str]]]] = json.loads(
        Path(__file__).with_name("personal_words.json").read_text("utf-8")
    )
    return said["particulars"]


def _rule(name: str, labels: list[str], doubtful: list[str], values: list[str], speaking: list[str]) -> _Rule:
    value = rf"\W{{0,3}}(?:{_any(values)})\W*$"
    return _Rule(
        name,
        _pattern(
            rf"\W{{0,4}}(?:(?:{_any(labels)})\.?(?:\W{{0,4}}$|{_PARTED}|\s+(?={value}))"
            rf"|(?:{_any([*labels, *doubtful])})(?:{_PARTED}|\s+)(?={value}))"
        ),
        _pattern(rf"\W{{0,4}}(?:{_any(labels)})\W{{0,4}}"),
        _pattern(rf"\W*(?:{_any(values)})\W*"),
        _pattern(rf"\W*(?:{_any(speaking)})\W*"),
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _any(phrases: Iterable[str]) -> str:
    """The longest first; "(?!)", which nothing fits, for none."""
    return "|".join(map(_phrase, sorted(phrases, key=len, reverse=True))) or "(?!)"


def _phrase(words: str) -> str:
    """ "father's name" also fits "Fathers  name" and "FATHER’S NAME"."""
    for name in _PATTERNS:
        words = words.replace(f"\\{name}", f"\x00{name}\x00")
    pieces = re.split(r"\x00(\w+)\x00", words)
    return "".join(_PATTERNS[piece] if at % 2 else _spelled(piece) for at, piece in enumerate(pieces))


def _spelled(words: str) -> str:
    fitting = {" ": r"[\s_]{1,3}", "'": r"\s?['’`´]?\s?", "/": r"\s?/\s?", ".": r"\.?", "&": r"(?:&|and)"}
    return "".join(fitting.get(letter, re.escape(letter)) for letter in words)
