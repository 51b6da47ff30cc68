"""A résumé as its files set it: one column of headings, entries and lines, in the order of reading. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from profiles.documents.characters import plain
from profiles.documents.dates import span, when_words
from profiles.facts import Certificate, Contact, Language, Position, ProfileFacts, Project, Study
from profiles.importing.contacts import LINK

NAMELESS = "Résumé"  # what stands where the name would


@dataclass(frozen=True, slots=True)
class Detail:
    """A way to reach the person; url: "" where it leads nowhere."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """title: "Data Analyst"; dates: after it on its line; under: "Acme Retail, Pune"."""

    title: str
    dates: str = ""
    under: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    text: str = ""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """title: of the file, as a reader's window shows it."""

    title: str
    name: str
    headline: str
    contact: tuple[Detail, ...]
    sections: tuple[Section, ...]

    def words(self) -> Iterator[str]:
        """Every text of the page, in order."""
        yield from (self.name, self.headline, *(detail.text for detail in self.contact))
        for section in self.sections:
            yield from (section.heading, section.text)
            for entry in section.entries:
                yield from (entry.title, entry.dates, entry.under, *entry.lines)


def sheet(facts: ProfileFacts) -> Sheet:
    """Sections without anything to say are left out. Who has worked shows that before their studies."""
    name = plain(facts.contact.name)
    studies = Section("Education", entries=tuple(_study(study) for study in facts.studies))
    work = Section("Work experience", entries=tuple(_position(position) for position in facts.positions))
    projects = Section("Projects", entries=tuple(_project(project) for project in facts.projects))
    certificates = Section("Certifications", entries=tuple(_certificate(each) for each in facts.certificates))
    sections = (
        Section("Summary", plain(facts.summary)),
        Section("Skills", _joined(*(skill.name for skill in facts.skills))),
        *((work, projects, studies) if facts.positions else (studies, projects)),
        certificates,
        Section("Languages", _joined(*(_language(language) for language in facts.languages))),
    )
    return Sheet(
        title=f"{name} – résumé" if name else NAMELESS,
        name=name or NAMELESS,
        headline=plain(facts.headline),
        contact=_contact(facts.contact),
        sections=tuple(section for section in sections if section.text or section.entries),
    )


def _contact(contact: Contact) -> tuple[Detail, ...]:
    email = plain(contact.email)
    details = (
        Detail(email, f"mailto:{email}" if "@" in email else ""),
        Detail(plain(contact.phone)),
        Detail(plain(contact.city)),
        *(Detail(_bare(link.url), _safe(link.url)) for link in contact.links),
    )
    return tuple(detail for detail in details if detail.text)


def _position(position: Position) -> Entry:
    dates = span(position.start, position.end, position.is_current)
    return _entry(position.title or position.company, dates, position.company, position.place, lines=position.lines)


def _study(study: Study) -> Entry:
    degree = _joined(study.degree, study.field)
    return _entry(degree or study.school, span(study.start, study.end), study.school, study.grade)


def _project(project: Project) -> Entry:
    return _entry(project.name, span(project.start, project.end), _bare(project.url), lines=project.lines)


def _certificate(certificate: Certificate) -> Entry:
    """On one line, as programs take each line for a certificate of its own."""
    date = when_words(certificate.date) if certificate.date else ""
    beside = " | ".join(part for part in (date, _bare(certificate.url)) if part)
    return _entry(_joined(certificate.name, certificate.issuer), beside)


def _language(language: Language) -> str:
    level = plain(language.level)
    return f"{plain(language.name)} ({level})" if level else language.name


def _entry(title: str, dates: str, *under: str, lines: tuple[str, ...] = ()) -> Entry:
    """What is under a title doesn't say the title again."""
    shown = plain(title)
    kept = tuple(line for line in map(plain, lines) if line)
    return Entry(shown, dates, _joined(*(part for part in under if plain(part) != shown)), kept)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in map(plain, parts) if part)


def _bare(url: str) -> str:
    """As it is read: "github.com/asha"; whole where programs know it for an address by its beginning alone."""
    whole = plain(url)
    bare = whole.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")
    return bare if LINK.fullmatch(bare) else whole


def _safe(url: str) -> str:
    clean = plain(url)
    return clean if clean.startswith(("https://", "http://")) and " " not in clean else ""
