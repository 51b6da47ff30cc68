"""The parts of a résumé, by their headings as people in India write them (heading_words.json). Pure."""

import json
import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path

from profiles.importing.lines import Line
from profiles.importing.spoken import LANGUAGE


class Part(StrEnum):
    HEAD = "head"  # what stands above the first heading
    SUMMARY = "summary"
    SKILLS = "skills"
    WORK = "work"
    PROJECTS = "projects"
    STUDIES = "studies"
    CERTIFICATES = "certificates"
    LANGUAGES = "languages"
    CONTACT = "contact"
    PERSONAL = "personal"
    OTHER = "other"


_LONGEST = 45  # characters
_MOST_WORDS = 6
_EDGES = re.compile(r"^[\W\d_]+|[\W_]+$")
_SPACED = re.compile(r"(?:[A-Za-z&/] ){3,}[A-Za-z]")
_INLINE = re.compile(r"^([A-Za-z][A-Za-z &/]{2,34}?)\s*[:–-]+\s*(\S.*)$")
_INLINE_PARTS = (Part.SKILLS, Part.LANGUAGES, Part.SUMMARY, Part.CERTIFICATES)


def heading(line: str) -> Part | None:
    """Which part begins with this line; None where it is no heading. "E X P E R I E N C E" is one."""
    words = " ".join(_EDGES.sub("", line).split())
    if not words or len(words) > 2 * _LONGEST:
        return None
    return _named(words) or next(filter(None, map(_named, _unspaced(line))), None)


def _named(words: str) -> Part | None:
    if len(words) > _LONGEST or len(words.split()) > _MOST_WORDS:
        return None
    return next((part for part, titles in _headings() if titles.fullmatch(words)), None)


@cache
def _headings() -> list[tuple[Part, re.Pattern[str]]]:
    said = json.loads(Path(__file__).with_name("heading_words.json").read_text("utf-8"))
    return [(Part(part), re.compile(_pattern(**words), re.IGNORECASE)) for part, words in said["parts"].items()]


def _pattern(before: list[str], core: list[str], after: list[str], whole: list[str]) -> str:
    built = rf"(?:(?:{_any(before)}) ){{0,3}}(?:{_any(core)})(?: ?(?:&|/|and)? ?(?:{_any(after)})){{0,3}}"
    return rf"(?:{built}|{_any(whole)})"


def _any(phrases: list[str]) -> str:
    return "|".join(map(re.escape, phrases)) or "(?!)"


def _unspaced(line: str) -> Iterator[str]:
    """ "W O R K  H I S T O R Y": two blanks part words; where only one is left, all letters are one word, and the
    places of its blanks are tried."""
    bare = _EDGES.sub("", line)
    if not _SPACED.fullmatch(" ".join(bare.split())):
        return
    letters = "".join(bare.split())
    yield letters
    yield from (f"{letters[:at]} {letters[at:]}" for at in range(2, len(letters) - 2))


def parts(lines: Iterable[Line]) -> Iterator[tuple[Part, Line]]:
    """Each line with the part it stands in; headings themselves are left out. "Skills: Java, SQL" is one line of that
    part, and what comes after it belongs to the part before."""
    current = Part.HEAD
    for line in lines:
        begun = heading(line.text)
        if begun:
            current = begun
            continue
        inline = _INLINE.match(line.text)
        named = heading(inline[1]) if inline else None
        if inline and named in _INLINE_PARTS and current is not Part.WORK and _speaks_of(named, inline[2]):
            yield named, line._replace(text=inline[2])
        else:
            yield current, line


def _speaks_of(part: Part | None, words: str) -> bool:
    """ "Languages: Java, SQL" are languages of another kind, and stay where they stand."""
    return part is not Part.LANGUAGES or bool(LANGUAGE.search(words))
