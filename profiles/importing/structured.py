"""Facts that a file states by their names (JSON Resume, LinkedIn) as pieces to check: pure.

There is nothing to interpret, so all is sure, except skills that no catalogue knows; particulars that stand within
summaries and lines go as they do in documents.
"""

import dataclasses
from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from profiles.facts import Position, ProfileFacts, Project, SkillFact
from profiles.importing.kinds import FileKind
from profiles.importing.months import union
from profiles.importing.personal import without_personal
from profiles.importing.pieces import Months, Piece, Span, Understood
from roles.matching.matcher import SkillMatcher

Value = TypeVar("Value")
Lined = TypeVar("Lined", Position, Project)


def understood(facts: ProfileFacts, kind: FileKind, matcher: SkillMatcher, today: date) -> Understood:
    removed: dict[str, None] = {}
    contact = facts.contact
    positions = _pieces("Position", (_lines(one, removed) for one in facts.positions))
    return Understood(
        kind,
        name=_said("Name", contact.name),
        email=_said("E-mail", contact.email),
        phone=_said("Phone", contact.phone),
        city=_said("City", contact.city),
        links=_pieces("Link", contact.links),
        headline=_said("Headline", _stripped(facts.headline, removed)),
        summary=_said("Summary", _stripped(facts.summary, removed)),
        months=_months(facts, positions, today),
        skills=_skills(facts.skills, matcher),
        positions=positions,
        studies=_pieces("Study", facts.studies),
        projects=_pieces("Project", (_lines(one, removed) for one in facts.projects)),
        certificates=_pieces("Certificate", facts.certificates),
        languages=_pieces("Language", facts.languages),
        removed=tuple(removed),
    )


def _said(what: str, words: str) -> Piece[str] | None:
    return Piece(words, 0, what) if words else None


def _pieces(what: str, values: Iterable[Value]) -> tuple[Piece[Value], ...]:
    return tuple(Piece(value, 0, f"{what} {number}") for number, value in enumerate(values, 1))


def _stripped(text: str, removed: dict[str, None]) -> str:
    stripped = without_personal(text)
    removed.update(dict.fromkeys(stripped.removed))
    return stripped.text.strip()


def _lines(value: Lined, removed: dict[str, None]) -> Lined:
    """Each on its own, since a line of a position is no heading."""
    lines = (_stripped(line, removed) for line in value.lines)
    return dataclasses.replace(value, lines=tuple(line for line in lines if line))


def _months(facts: ProfileFacts, positions: tuple[Piece[Position], ...], today: date) -> Months:
    known = [piece.value for piece in positions if piece.value.start and (piece.value.end or piece.value.is_current)]
    spans = tuple(Span(one.start, one.end, 0) for one in known if one.start)
    stated = Piece(facts.months, 0, "Months of work") if facts.months is not None else None
    return Months(stated, union(known, today) if known else None, spans)


def _skills(skills: tuple[SkillFact, ...], matcher: SkillMatcher) -> tuple[Piece[SkillFact], ...]:
    """Each under the catalogue's slug, whatever the file says; once."""
    found: dict[str, Piece[SkillFact]] = {}
    for number, skill in enumerate(skills, 1):
        hits = matcher.tags([skill.name]).hits
        slug = hits[0].skill if hits else ""
        fact = dataclasses.replace(skill, slug=slug)
        found.setdefault(slug or skill.name.lower(), Piece(fact, 0, f"Skill {number}", bool(slug)))
    return tuple(found.values())
