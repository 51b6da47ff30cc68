"""The tables of a “download of your data” from LinkedIn, as facts: pure.

Headings as LinkedIn writes them, in any order and case; those that we have no use for (birth date, address, maiden
name) aren't looked at.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import date

from profiles.facts import Certificate, Contact, Language, Link, Position, ProfileFacts, Project, SkillFact, Study, When
from profiles.importing.contacts import label_of
from profiles.importing.dates import point
from profiles.importing.plain_text import address, one_line, paragraphs

MOST_ROWS = 200  # of a table
LONGEST_NAME = 200  # characters
LONGEST_LINE = 1_000
LONGEST_SUMMARY = 5_000
MOST_LINES = 40
_WEBSITES = re.compile(r"https?://[^\s,\]]{3,300}", re.IGNORECASE)
_MARK = re.compile(r"^\s*[•·▪◦*–—-]+\s*")
Row = Mapping[str, str]


def from_linkedin(files: Iterable[tuple[str, str]], today: date) -> ProfileFacts:
    """files: each table's text by its name."""
    tables = {name: _rows(text) for name, text in files}
    profile = next(iter(tables.get("Profile.csv", [])), {})
    summary = next(iter(tables.get("Profile Summary.csv", [])), {})
    return ProfileFacts(
        _contact(profile, tables),
        one_line(profile.get("headline"), LONGEST_NAME),
        paragraphs(profile.get("summary") or summary.get("profile summary"), LONGEST_SUMMARY),
        None,
        _skills(tables.get("Skills.csv", [])),
        tuple(_position(row, today) for row in tables.get("Positions.csv", []) if _of(row, "title", "company name")),
        tuple(_study(row, today) for row in tables.get("Education.csv", []) if _of(row, "degree name", "school name")),
        tuple(_project(row, today) for row in tables.get("Projects.csv", []) if row.get("title")),
        tuple(_certificate(row, today) for row in tables.get("Certifications.csv", []) if row.get("name")),
        tuple(_language(row) for row in tables.get("Languages.csv", []) if row.get("name")),
    )


def _rows(text: str) -> list[Row]:
    """The table's rows by their headings in small letters; as many as could be read."""
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""))
    rows: list[Row] = []
    headings: list[str] = []
    try:
        for cells in reader:
            if not headings:
                headings = [cell.strip().lower() for cell in cells]
            elif any(cell.strip() for cell in cells):
                rows.append(dict(zip(headings, (cell.strip() for cell in cells), strict=False)))
            if len(rows) == MOST_ROWS:
                break
    except csv.Error:  # a cell of more than 128 KB, or a line end within none
        pass
    return rows


def _of(row: Row, *names: str) -> str:
    """The first that says something."""
    return next((found for name in names if (found := one_line(row.get(name), LONGEST_NAME))), "")


def _contact(profile: Row, tables: Mapping[str, list[Row]]) -> Contact:
    emails = sorted(tables.get("Email Addresses.csv", []), key=lambda row: row.get("primary", "").lower() != "yes")
    numbers = tables.get("PhoneNumbers.csv", [])
    links = [Link(label_of(url), url) for url in _WEBSITES.findall(profile.get("websites", ""))[:8]]
    return Contact(
        f"{_of(profile, 'first name')} {_of(profile, 'last name')}".strip(),
        _of(emails[0], "email address") if emails else "",
        _of(numbers[0], "number") if numbers else "",
        _of(profile, "geo location"),
        tuple(links),
    )


def _skills(rows: list[Row]) -> tuple[SkillFact, ...]:
    names = dict.fromkeys(name for row in rows if (name := _of(row, "name")))
    return tuple(SkillFact(name) for name in names)


def _position(row: Row, today: date) -> Position:
    title, company = _of(row, "title"), _of(row, "company name")
    start, end = _when(row.get("started on"), today), _when(row.get("finished on"), today)
    return Position(
        title or company,
        company if title else "",
        _of(row, "location"),
        start,
        end,
        start is not None and not row.get("finished on"),
        _lines(row.get("description")),
    )


def _study(row: Row, today: date) -> Study:
    """ "Bachelor of Technology - BTech, Computer Science" has the field after its comma."""
    degree, _, field = _of(row, "degree name").partition(", ")
    start, end = _when(row.get("start date"), today), _when(row.get("end date"), today)
    return Study(degree, _of(row, "school name"), field, start, end)


def _project(row: Row, today: date) -> Project:
    start, end = _when(row.get("started on"), today), _when(row.get("finished on"), today)
    return Project(_of(row, "title"), address(row.get("url")), start, end, _lines(row.get("description")))


def _certificate(row: Row, today: date) -> Certificate:
    when = _when(row.get("started on") or row.get("finished on"), today)
    return Certificate(_of(row, "name"), _of(row, "authority"), when, address(row.get("url")))


def _language(row: Row) -> Language:
    return Language(_of(row, "name"), _of(row, "proficiency"))


def _when(words: str | None, today: date) -> When | None:
    """ "Jan 2020", "2020", "Mar 4, 2019"."""
    return point(words[:40], today) if words else None


def _lines(description: str | None) -> tuple[str, ...]:
    """A bullet or a line each."""
    said = paragraphs((description or "").replace("•", "\n•"), LONGEST_SUMMARY).splitlines()
    bare = (_MARK.sub("", line)[:LONGEST_LINE].strip() for line in said)
    return tuple(line for line in bare if line)[:MOST_LINES]
