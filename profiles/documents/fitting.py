"""How much of a person's facts a page holds. Pure.

A page is never filled with tiny type: it says less. What goes first, step by step: lines of older jobs, lines of
projects, certificates and further skills, then lines of the newest job, then the oldest jobs themselves. Within each,
what the person put last goes first; nothing is reworded."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from profiles.documents.characters import plain
from profiles.facts import Certificate, Contact, Language, Link, Position, ProfileFacts, Project, SkillFact, Study

NAME, LINE, SUMMARY, ADDRESS = 120, 600, 900, 160  # characters
MOST_LINKS = 4


class Room(NamedTuple):
    """How many of each; newest: lines of the first position, older: of each other; told: lines of each project."""

    newest: int
    older: int
    positions: int
    told: int
    projects: int
    studies: int
    certificates: int
    skills: int
    languages: int
    summary: int  # characters; a longer one goes as a whole


STEPS = (
    Room(12, 12, 20, 8, 10, 6, 15, 60, 12, SUMMARY),
    Room(10, 8, 15, 6, 8, 6, 12, 50, 12, SUMMARY),
    Room(8, 6, 12, 5, 6, 5, 10, 40, 10, SUMMARY),
    Room(8, 5, 10, 4, 5, 5, 8, 36, 10, SUMMARY),
    Room(7, 4, 9, 3, 4, 4, 6, 32, 8, SUMMARY),
    Room(7, 3, 8, 3, 3, 4, 5, 30, 8, SUMMARY),
    Room(6, 3, 7, 2, 3, 4, 5, 28, 8, 600),
    Room(6, 2, 6, 2, 3, 3, 4, 26, 6, 600),
    Room(5, 2, 6, 2, 2, 3, 4, 24, 6, 600),
    Room(5, 1, 5, 1, 2, 3, 3, 22, 6, 600),
    Room(4, 1, 5, 1, 2, 3, 3, 20, 6, 400),
    Room(4, 1, 4, 1, 1, 2, 2, 18, 5, 400),
    Room(3, 1, 4, 0, 1, 2, 2, 16, 5, 400),
    Room(3, 0, 3, 0, 1, 2, 1, 14, 4, 300),
    Room(2, 0, 3, 0, 0, 1, 0, 12, 3, 300),
    Room(1, 0, 2, 0, 0, 1, 0, 8, 2, 0),
)


def shortened(facts: ProfileFacts, step: int) -> ProfileFacts:
    """What that step keeps; 0 keeps all that two pages could hold, whatever comes in. Long texts are cut at a word."""
    room = STEPS[step]
    summary = _cut(facts.summary, SUMMARY)
    return replace(
        facts,
        contact=_contact(facts.contact),
        headline=_cut(facts.headline, NAME),
        summary=summary if len(summary) <= room.summary else "",
        skills=tuple(_skill(skill) for skill in facts.skills[: room.skills]),
        positions=tuple(
            _position(each, room.older if nth else room.newest)
            for nth, each in enumerate(facts.positions[: room.positions])
        ),
        studies=tuple(_study(study) for study in facts.studies[: room.studies]),
        projects=tuple(_project(project, room.told) for project in facts.projects[: room.projects]),
        certificates=tuple(_certificate(each) for each in facts.certificates[: room.certificates]),
        languages=tuple(_language(language) for language in facts.languages[: room.languages]),
    )


def first_fitting(fits: Callable[[int], bool]) -> int:
    """The first step that fits; the last one where none does. Asks at most five times."""
    if fits(0):
        return 0
    return min(bisect_left(range(len(STEPS)), True, 1, key=fits), len(STEPS) - 1)


def lines_of(facts: ProfileFacts) -> int:
    """How many lines of work and projects there are."""
    return sum(len(position.lines) for position in facts.positions) + sum(len(each.lines) for each in facts.projects)


def _contact(contact: Contact) -> Contact:
    links = tuple(Link(_name(link.label), _address(link.url)) for link in contact.links[:MOST_LINKS])
    return Contact(_name(contact.name), _name(contact.email), _name(contact.phone), _name(contact.city), links)


def _position(of: Position, most: int) -> Position:
    names = (_name(of.title), _name(of.company), _name(of.place))
    return Position(*names, of.start, of.end, of.is_current, _lines(of.lines, most))


def _study(of: Study) -> Study:
    return Study(_name(of.degree), _name(of.school), _name(of.field), of.start, of.end, _name(of.grade))


def _project(of: Project, most: int) -> Project:
    return Project(_name(of.name), _address(of.url), of.start, of.end, _lines(of.lines, most))


def _certificate(of: Certificate) -> Certificate:
    return Certificate(_name(of.name), _name(of.issuer), of.date, _address(of.url))


def _skill(skill: SkillFact) -> SkillFact:
    return replace(skill, name=_cut(skill.name, NAME // 2))


def _language(language: Language) -> Language:
    return Language(_cut(language.name, NAME // 2), _cut(language.level, NAME // 2))


def _lines(lines: tuple[str, ...], most: int) -> tuple[str, ...]:
    return tuple(_cut(line, LINE) for line in lines[:most])


def _name(text: str) -> str:
    return _cut(text, NAME)


def _address(url: str) -> str:
    """Cut short it would lead elsewhere, so a long one isn't shown."""
    return url if len(url) <= ADDRESS else ""


def _cut(text: str, most: int) -> str:
    whole = plain(text[: most * 2])  # what is far too long isn't even looked at
    return whole if len(whole) <= most else f"{whole[: most - 1].rsplit(' ', 1)[0]}…"
