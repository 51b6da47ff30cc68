"""What was understood, each piece with the line it was read from, so that the person can check it: pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from profiles.facts import (
    Certificate,
    Contact,
    Language,
    Link,
    Position,
    ProfileFacts,
    Project,
    SkillFact,
    Study,
    When,
)
from profiles.importing.kinds import FileKind

Value = TypeVar("Value", covariant=True)


@dataclass(frozen=True, slots=True)
class Piece(Generic[Value]):
    """line: of Understood.text, from 1; 0 where a file has no lines; words: what stands there; is_sure: ticked before
    the person has looked."""

    value: Value
    line: int
    words: str
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A time of work: start and end as they are written, the end None where it goes on."""

    start: When
    end: When | None
    line: int


@dataclass(frozen=True, slots=True)
class Months:
    """stated: as the person writes it ("5 years of experience"); dated: worked out from the positions' dates, months in
    two positions counted once; None where there is nothing to go by. In months, both of them."""

    stated: Piece[int] | None = None
    dated: int | None = None
    spans: tuple[Span, ...] = ()

    @property
    def best(self) -> int | None:
        """What the form starts with: dates can be checked, so they go first."""
        return self.dated if self.dated is not None else self.stated.value if self.stated else None


@dataclass(frozen=True, slots=True)
class Understood:
    """text: what was read, without personal particulars; removed: which of those stood in it ("date of birth");
    left_aside: parts of the file that a profile has no place for; is_cut: the file is longer than what was read;
    guards: what was in force while it was read, empty where no process was needed."""

    kind: FileKind
    text: str = ""
    name: Piece[str] | None = None
    email: Piece[str] | None = None
    phone: Piece[str] | None = None
    city: Piece[str] | None = None
    links: tuple[Piece[Link], ...] = ()
    headline: Piece[str] | None = None
    summary: Piece[str] | None = None
    months: Months = Months()
    skills: tuple[Piece[SkillFact], ...] = ()
    positions: tuple[Piece[Position], ...] = ()
    studies: tuple[Piece[Study], ...] = ()
    projects: tuple[Piece[Project], ...] = ()
    certificates: tuple[Piece[Certificate], ...] = ()
    languages: tuple[Piece[Language], ...] = ()
    removed: tuple[str, ...] = ()
    left_aside: tuple[str, ...] = ()
    is_cut: bool = False
    guards: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing that a profile has a place for."""
        once = (self.name, self.phone, self.city, self.headline, self.summary, self.months.best)
        lists = (
            self.links,
            self.skills,
            self.positions,
            self.studies,
            self.projects,
            self.certificates,
            self.languages,
        )
        return not any(once) and not any(lists)

    @property
    def facts(self) -> ProfileFacts:
        """Everything that is sure; months only as the person confirms them."""
        links = _sure(self.links)
        contact = Contact(_said(self.name), _said(self.email), _said(self.phone), _said(self.city), links)
        return ProfileFacts(
            contact,
            _said(self.headline),
            _said(self.summary),
            None,
            _sure(self.skills),
            _sure(self.positions),
            _sure(self.studies),
            _sure(self.projects),
            _sure(self.certificates),
            _sure(self.languages),
        )


@dataclass(frozen=True, slots=True)
class Refused:
    """sentence: for the person; is_busy: it isn't the file's fault, and will be read when it comes again."""

    sentence: str
    is_busy: bool = False


def _said(piece: Piece[str] | None) -> str:
    return piece.value if piece and piece.is_sure else ""


def _sure(pieces: Iterable[Piece[Value]]) -> tuple[Value, ...]:
    return tuple(piece.value for piece in pieces if piece.is_sure)
