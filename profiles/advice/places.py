"""Where a person can change what a finding speaks of. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from profiles.advice.case import LONGEST
from profiles.advice.findings import Finding
from profiles.facts import Position, Project
from roles.words import join_words


class Place(NamedTuple):
    """href: of the form; words: of the link to it; within: what the words belong to, "Analyst at Acme"."""

    href: str
    words: str
    within: str = ""


ABOUT = Place("/profile/about/", "Write it under “About you”")
SKILLS = Place("/profile/skills/#add", "Add to your skills")
PAGES = {
    "no_name": ABOUT,
    "no_phone": ABOUT,
    "odd_phone": ABOUT,
    "no_city": ABOUT,
    "no_email": Place("/accounts/email/", "Change your e-mail address"),
    "odd_email": Place("/accounts/email/", "Change your e-mail address"),
    "no_link": Place("/profile/links/#add", "Add a link"),
    "personal": Place("/profile/about/", "Look at your summary"),
    "missing": SKILLS,
    "long": Place("/profile/experience/", "Look at your work"),
    "gap": Place("/profile/experience/", "Look at your work"),
}


@dataclass(frozen=True, slots=True)
class Places:
    """Each job and each project, with the address of its form."""

    positions: tuple[tuple[str, Position], ...] = ()
    projects: tuple[tuple[str, Project], ...] = ()

    def of_text(self, text: str) -> Place | None:
        """Of a line, or of the name of a job; the first where several say the same."""
        return next(self._found(text), None)

    def _found(self, text: str) -> Iterator[Place]:
        for href, position in self.positions:
            if text in _beginnings(position.lines) or text in _names(position):
                yield Place(
                    href, "Edit this job", join_words(list(filter(None, (position.title, position.company))), "at")
                )
        for href, project in self.projects:
            if text in _beginnings(project.lines):
                yield Place(href, "Edit this project", project.name)


class Told(NamedTuple):
    """A finding as its page tells it. lines: each with where it can be changed; place: where the rest can."""

    finding: Finding
    lines: tuple[tuple[str, Place | None], ...]
    place: Place | None


def told(finding: Finding, places: Places) -> Told:
    lines = tuple((line, places.of_text(line)) for line in finding.lines)
    is_placed = finding.fix is not None or any(place for _, place in lines)
    return Told(finding, lines, None if is_placed else PAGES.get(finding.code))


def _beginnings(lines: tuple[str, ...]) -> set[str]:
    """As a case looks at them."""
    return {line[:LONGEST] for line in lines}


def _names(position: Position) -> set[str]:
    return {
        ", ".join(filter(None, (position.title, position.company))),
        position.title or position.company,
    }
