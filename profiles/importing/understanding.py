"""A text into what it says of a person's work, each piece with its line: pure.

Personal particulars go first (personal.py), so nothing here ever sees them. Nothing is completed or guessed: what
doesn't stand in the text isn't in the answer.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from profiles.facts import Position
from profiles.importing import contacts, items, months, skills, studies, works
from profiles.importing.headings import Part, parts
from profiles.importing.kinds import FileKind
from profiles.importing.lines import Line, cleaned, lines_of, shortened
from profiles.importing.personal import without_personal
from profiles.importing.pieces import Piece, Understood
from profiles.importing.titles import is_title
from roles.matching.matcher import SkillMatcher

LONGEST_HEADLINE = 120  # characters
LONGEST_SUMMARY = 1_500
_HEADLINE_LINES = 10


@dataclass(frozen=True, slots=True)
class Known:
    """What the catalogue knows: its skills, and towns in small letters."""

    matcher: SkillMatcher
    towns: Collection[str] = frozenset()


def understand(text: str, known: Known, today: date, kind: FileKind = FileKind.TEXT) -> Understood:
    stripped = without_personal(cleaned(text))
    lines = lines_of(stripped.text)
    placed = list(parts(lines))
    reach = _of(placed, *contacts.CONTACT_PARTS)
    positions = works.positions(_of(placed, Part.WORK), known.towns, today)
    name = contacts.name(_of(placed, Part.HEAD, Part.CONTACT, Part.PERSONAL))
    return Understood(
        kind,
        stripped.text,
        name=name,
        email=contacts.email(reach) or contacts.email(lines),
        phone=contacts.phone(reach) or contacts.phone(lines),
        city=contacts.city(reach, known.towns),
        links=contacts.links(reach),
        headline=_headline(_of(placed, Part.HEAD), name),
        summary=_summary(_of(placed, Part.SUMMARY)),
        months=months.months(_of(placed, Part.HEAD, Part.SUMMARY, Part.WORK), positions, today),
        skills=skills.skills(placed, known.matcher, _names(name, positions)),
        positions=positions,
        studies=studies.studies(_of(placed, Part.STUDIES), today),
        projects=items.projects(_of(placed, Part.PROJECTS), today),
        certificates=items.certificates(_of(placed, Part.CERTIFICATES), today),
        languages=items.languages(_of(placed, Part.LANGUAGES) or _spoken(placed)),
        removed=stripped.removed,
    )


def _names(name: Piece[str] | None, positions: Sequence[Piece[Position]]) -> set[str]:
    """Of the person and of companies."""
    return {piece.value.company for piece in positions if piece.value.company} | ({name.value} if name else set())


def _of(placed: Sequence[tuple[Part, Line]], *wanted: Part) -> list[Line]:
    return [line for part, line in placed if part in wanted]


def _spoken(placed: Sequence[tuple[Part, Line]]) -> list[Line]:
    """ "Languages known: English, Hindi" in a part of another name."""
    return [line for _, line in placed if line.text.lower().startswith("language")]


def _headline(head: Sequence[Line], name: Piece[str] | None) -> Piece[str] | None:
    """What stands near the name and is a title."""
    for line in head[:_HEADLINE_LINES]:
        words = line.text
        if name and line.number == name.line:
            words = words[len(name.value) :].strip(" |,–—-•\t") if words.lower().startswith(name.value.lower()) else ""
        if is_title(words) and not contacts.is_contact(words):
            return Piece(shortened(words, LONGEST_HEADLINE), line.number, line.text)
    return None


def _summary(lines: Sequence[Line]) -> Piece[str] | None:
    if not lines:
        return None
    said = " ".join(line.text for line in lines)
    return Piece(shortened(said, LONGEST_SUMMARY), lines[0].number, lines[0].text)
