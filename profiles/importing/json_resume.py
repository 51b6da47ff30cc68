"""JSON Resume (jsonresume.org, schema 1.3.1) as facts, and through json_resume_out.py the other way: pure.

Taken is whatever keeps to the schema more or less, within bounds, since the schema has none; markup goes, no address in
the file is ever fetched, and no picture is taken. Our own files come back as they were.
"""

import re
from collections.abc import Callable, Mapping
from typing import TypeVar

from jobs.feeds.json_documents import listing, mapping
from profiles.facts import Certificate, Contact, Language, Link, Position, ProfileFacts, Project, SkillFact, Study, When
from profiles.importing.json_resume_out import LEVELS, OURS, WEBSITE, goes_on, to_json_resume
from profiles.importing.plain_text import address, one_line, paragraphs

__all__ = ["from_json_resume", "is_json_resume", "left_aside", "to_json_resume"]

MOST_ITEMS = 100  # of each list
MOST_LINES = 40  # of a position or a project
LONGEST_NAME = 200  # characters
LONGEST_LINE = 1_000
LONGEST_SUMMARY = 5_000
MOST_MONTHS = 60 * 12
READ = ("basics", "work", "education", "skills", "projects", "certificates", "languages")
NOT_READ = ("volunteer", "awards", "publications", "interests", "references")
_OTHER_LEVELS = {
    **dict.fromkeys(("basic", "novice", "elementary", "familiar"), 1),
    **dict.fromkeys(("competent", "medium"), 2),
    **dict.fromkeys(("proficient", "senior"), 3),
    **dict.fromkeys(("master", "guru"), 4),
}
_DATE = re.compile(r"([12]\d{3})(?:-(\d{1,2}))?(?:-\d{1,2})?(?:T.*)?")
_NOW = re.compile(r"present|now|current|till date|ongoing", re.IGNORECASE)
Read = TypeVar("Read")


def is_json_resume(document: object) -> bool:
    return any(key in mapping(document) for key in READ)


def left_aside(document: object) -> tuple[str, ...]:
    """Parts with something in them that a profile has no place for."""
    return tuple(key for key in NOT_READ if listing(mapping(document).get(key)))


def from_json_resume(document: object) -> ProfileFacts:
    whole = mapping(document)
    basics = mapping(whole.get("basics"))
    months = mapping(mapping(whole.get("meta")).get(OURS)).get("months")
    return ProfileFacts(
        _contact(basics),
        one_line(basics.get("label"), LONGEST_NAME),
        paragraphs(basics.get("summary"), LONGEST_SUMMARY),
        months if type(months) is int and 0 <= months <= MOST_MONTHS else None,
        _skills(listing(whole.get("skills"))[:MOST_ITEMS]),
        _each(whole.get("work"), _position),
        _each(whole.get("education"), _study),
        _each(whole.get("projects"), _project),
        _each(whole.get("certificates"), _certificate),
        _each(whole.get("languages"), _language),
    )


def _each(items: object, read: Callable[[Mapping[str, object]], Read | None]) -> tuple[Read, ...]:
    found = (read(mapping(item)) for item in listing(items)[:MOST_ITEMS])
    return tuple(item for item in found if item is not None)


def _contact(basics: Mapping[str, object]) -> Contact:
    links = [Link(WEBSITE, url)] if (url := address(basics.get("url"))) else []
    for profile in map(mapping, listing(basics.get("profiles"))[:MOST_ITEMS]):
        if url := address(profile.get("url")):
            links.append(Link(one_line(profile.get("network"), LONGEST_NAME) or WEBSITE, url))
    return Contact(
        one_line(basics.get("name"), LONGEST_NAME),
        one_line(basics.get("email"), LONGEST_NAME),
        one_line(basics.get("phone"), LONGEST_NAME),
        _place(basics.get("location")),
        tuple(links),
    )


def _place(location: object) -> str:
    """The schema has an object; many files have a text."""
    return one_line(mapping(location).get("city") if isinstance(location, dict) else location, LONGEST_NAME)


def _position(work: Mapping[str, object]) -> Position | None:
    title, company = one_line(work.get("position"), LONGEST_NAME), _company(work)
    if not (title or company):
        return None
    start, end = _when(work.get("startDate")), _when(work.get("endDate"))
    said = mapping(work.get(OURS)).get("is_current")
    is_open = goes_on(start, end) or (end is None and bool(_NOW.fullmatch(one_line(work.get("endDate"), 20))))
    return Position(
        title or company,
        company if title else "",
        _place(work.get("location")),
        start,
        end,
        said if isinstance(said, bool) else is_open,
        _lines(work.get("summary"), work.get("highlights")),
    )


def _company(work: Mapping[str, object]) -> str:
    return one_line(work.get("name") or work.get("company"), LONGEST_NAME)  # "company" until 2018


def _study(education: Mapping[str, object]) -> Study | None:
    degree = one_line(education.get("studyType"), LONGEST_NAME)
    school = one_line(education.get("institution"), LONGEST_NAME)
    field = one_line(education.get("area"), LONGEST_NAME)
    if not (degree or school or field):
        return None
    start, end = _when(education.get("startDate")), _when(education.get("endDate"))
    grade = one_line(education.get("score") or education.get("gpa"), LONGEST_NAME)
    return Study(degree, school, field, start, end, grade)


def _skills(items: list[object]) -> tuple[SkillFact, ...]:
    """A group's keywords are skills too."""
    found: list[SkillFact] = []
    for item in map(mapping, items):
        level = _level(one_line(item.get("level"), LONGEST_NAME))
        ours = mapping(item.get(OURS))
        slug = one_line(ours.get("slug"), LONGEST_NAME)
        if name := one_line(item.get("name"), LONGEST_NAME):
            found.append(SkillFact(name, slug, level, one_line(ours.get("evidence"), LONGEST_LINE)))
        words = (one_line(word, LONGEST_NAME) for word in listing(item.get("keywords"))[:MOST_ITEMS])
        found += [SkillFact(word, "", level) for word in words if word]
    return tuple(found)


def _level(word: str) -> int:
    if word in LEVELS:
        return LEVELS.index(word)
    return _OTHER_LEVELS.get(word.lower(), LEVELS.index(word.title()) if word.title() in LEVELS else 0)


def _project(project: Mapping[str, object]) -> Project | None:
    name = one_line(project.get("name"), LONGEST_NAME)
    lines = _lines(project.get("description") or project.get("summary"), project.get("highlights"))
    start, end = _when(project.get("startDate")), _when(project.get("endDate"))
    return Project(name, address(project.get("url")), start, end, lines) if name else None


def _certificate(item: Mapping[str, object]) -> Certificate | None:
    name, issuer = one_line(item.get("name"), LONGEST_NAME), one_line(item.get("issuer"), LONGEST_NAME)
    return Certificate(name, issuer, _when(item.get("date")), address(item.get("url"))) if name else None


def _language(item: Mapping[str, object]) -> Language | None:
    name = one_line(item.get("language"), LONGEST_NAME)
    return Language(name, one_line(item.get("fluency"), LONGEST_NAME)) if name else None


def _lines(summary: object, highlights: object) -> tuple[str, ...]:
    said = paragraphs(summary, LONGEST_SUMMARY).splitlines()
    said += [one_line(line, LONGEST_LINE) for line in listing(highlights)[:MOST_LINES]]
    return tuple(line for line in said if line)[:MOST_LINES]


def _when(value: object) -> When | None:
    """A day is let go of; a month that there isn't too, as the schema lets 13 to 19 through."""
    match = _DATE.fullmatch(one_line(value, 40))
    if not match:
        return None
    month = int(match[2]) if match[2] else 0
    return When(int(match[1]), month if 1 <= month <= 12 else None)
