"""What a person says of themselves for work, as plain values: pure. Imports, checks, documents and the fit score read
these; the rows are in profiles/models/. Nothing here is needed for a judgement of the person: no age, sex, religion,
marriage or picture."""

from dataclasses import dataclass
from typing import NamedTuple


class When(NamedTuple):
    """A month, or a year where the month isn't said (None)."""

    year: int
    month: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """label: "GitHub"; url: http or https."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Contact:
    """How the person is reached. Never sent to a language model, nor shown on a public page unless they say so."""

    name: str = ""
    email: str = ""
    phone: str = ""
    city: str = ""
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class SkillFact:
    """slug: the catalogue's skill, "" where it isn't in it; name: as the person says it; level: 1 (has tried it) to
    4 (teaches it), 0 where it isn't said; evidence: where it shows, in the person's words."""

    name: str
    slug: str = ""
    level: int = 0
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """end: None where it isn't said or goes on (is_current); lines: what was done and what came of it, one each."""

    title: str
    company: str = ""
    place: str = ""
    start: When | None = None
    end: When | None = None
    is_current: bool = False
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Study:
    """grade: as the school gives it: "8.1 CGPA", "72 %"."""

    degree: str
    school: str = ""
    field: str = ""
    start: When | None = None
    end: When | None = None
    grade: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    name: str
    url: str = ""
    start: When | None = None
    end: When | None = None
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Certificate:
    name: str
    issuer: str = ""
    date: When | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Language:
    """level: in the person's words: "native", "professional", "B2"."""

    name: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class ProfileFacts:
    """months: of work, confirmed by the person, None where they haven't."""

    contact: Contact = Contact()
    headline: str = ""
    summary: str = ""
    months: int | None = None
    skills: tuple[SkillFact, ...] = ()
    positions: tuple[Position, ...] = ()
    studies: tuple[Study, ...] = ()
    projects: tuple[Project, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    languages: tuple[Language, ...] = ()
