"""Skills out of a résumé's text, by the one matcher of the site (roles/matching/): pure.

What it is sure of is ticked; what it doubts ("Go", "Excel" inside a sentence), and what stands under "Skills" and is in
no catalogue, is offered unticked.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from profiles.facts import SkillFact
from profiles.importing.contacts import without_contacts
from profiles.importing.degrees import degree
from profiles.importing.headings import Part
from profiles.importing.lines import Line, shortened
from profiles.importing.pieces import Piece
from profiles.importing.titles import is_school
from roles.matching.matcher import SkillMatcher

MOST = 150
MOST_UNKNOWN = 40
LONGEST_EVIDENCE = 200  # characters
_LONGEST_UNKNOWN = 40
_MOST_WORDS = 4
_NOT_READ = (Part.CONTACT, Part.PERSONAL, Part.LANGUAGES)
_APART = re.compile(r"\s*[,;|/•\t]\s*|\s+-\s+|\band\b")
_SLASH = "\u2215"
_DOCUMENT = re.compile(r"(?:curriculum vitae|c\.?v\.?|resume|résumé|bio ?data)\W*", re.IGNORECASE)
_SHORTEST_NAME = 3  # letters; shorter ones are parts of too many words
_LABEL = re.compile(r"^[A-Za-z &/]{2,40}[:–]\s*")


def skills(
    lines: Sequence[tuple[Part, Line]], matcher: SkillMatcher, names: Collection[str] = ()
) -> tuple[Piece[SkillFact], ...]:
    """Each once, those under "Skills" first: there the person names them, elsewhere they have the catalogue's names.
    names: of the person and of companies, which are no skills whatever words they hold."""
    listed = [line for part, line in lines if part is Part.SKILLS]
    others = [line for part, line in lines if part is not Part.SKILLS and _speaks_of_work(part, line)]
    sure: dict[str, Piece[SkillFact]] = {}
    doubtful: dict[str, Piece[SkillFact]] = {}
    _find(listed, listed, True, matcher, sure, doubtful)
    _find(others, [_without(line, names) for line in others], False, matcher, sure, doubtful)
    known = list(sure.values()) + [piece for slug, piece in doubtful.items() if slug not in sure]
    return (*known[:MOST], *_unknown(listed, matcher))


def _speaks_of_work(part: Part, line: Line) -> bool:
    """Not a school, nor the word "Curriculum" above everything."""
    is_study = part is Part.STUDIES and (is_school(line.text) or bool(degree(line.text)))
    return part not in _NOT_READ and not is_study and not _DOCUMENT.fullmatch(line.text)


def _without(line: Line, names: Collection[str]) -> Line:
    """With blanks in place of the names."""
    text = line.text
    for name in names:
        if len(name) >= _SHORTEST_NAME:
            text = re.sub(
                rf"(?<!\w){re.escape(name)}(?!\w)", lambda match: " " * len(match[0]), text, flags=re.IGNORECASE
            )
    return line._replace(text=text)


def _find(
    lines: Sequence[Line],
    read: Sequence[Line],
    is_list: bool,
    matcher: SkillMatcher,
    sure: dict[str, Piece[SkillFact]],
    doubtful: dict[str, Piece[SkillFact]],
) -> None:
    """read: the same lines as they are searched; told of are they as they were written."""
    text = "\n".join(without_contacts(line.text) for line in read)
    starts = [0]
    for line in read:
        starts.append(starts[-1] + len(line.text) + 1)
    found = matcher.find(text, is_list)
    for hits, into, is_sure in ((found.hits, sure, True), (found.doubtful, doubtful, False)):
        for hit in hits:
            line = lines[bisect_right(starts, hit.start) - 1]
            written = " ".join(text[hit.start : hit.end].split())
            name = written if is_list else matcher.own_names.get(hit.skill, written)
            into.setdefault(hit.skill, _piece(SkillFact(name, hit.skill), line, is_sure))


def _piece(skill: SkillFact, line: Line, is_sure: bool) -> Piece[SkillFact]:
    told = replace(skill, evidence=shortened(line.text, LONGEST_EVIDENCE))
    return Piece(told, line.number, line.text, is_sure)


def _unknown(lines: Sequence[Line], matcher: SkillMatcher) -> tuple[Piece[SkillFact], ...]:
    """Items of a list of skills that no catalogue knows."""
    found: dict[str, Piece[SkillFact]] = {}
    for line in lines:
        for item in _items(_in_one_piece(line.text, matcher)):
            if item.lower() not in found and not matcher.tags([item]).hits and not _has_doubtful(item, matcher):
                found[item.lower()] = Piece(SkillFact(item), line.number, line.text, is_sure=False)
            if len(found) == MOST_UNKNOWN:
                return tuple(found.values())
    return tuple(found.values())


def _in_one_piece(text: str, matcher: SkillMatcher) -> str:
    """With another sign for slashes within names of skills, so that “A/B testing” isn't taken apart."""
    for hit in matcher.find(text, is_list=True).hits:
        text = text[: hit.start] + text[hit.start : hit.end].replace("/", _SLASH) + text[hit.end :]
    return text


def _has_doubtful(item: str, matcher: SkillMatcher) -> bool:
    found = matcher.find(item, is_list=True)
    return bool(found.hits or found.doubtful)


def _items(text: str) -> Iterator[str]:
    """Short ones of a line that is a list, or a short line of its own."""
    for item in _APART.split(_LABEL.sub("", without_contacts(text))):
        bare = item.replace(_SLASH, "/").strip(" .:()[]–-")
        if 1 < len(bare) <= _LONGEST_UNKNOWN and len(bare.split()) <= _MOST_WORDS and re.search(r"[^\W\d]{2}", bare):
            yield bare
