"""What was understood as a form to go through, and what the person let stand as facts: pure.

Short texts can be mended in the form; positions, studies, skills and the like are ticked or not, and mended in the
profile afterwards. Nothing becomes part of a profile that the person hasn't seen with its line.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from profiles.facts import Certificate, Contact, Language, Link, Position, ProfileFacts, Project, SkillFact, Study, When
from profiles.importing.pieces import Piece, Understood
from profiles.importing.plain_text import one_line, paragraphs
from roles.words import counted

LONGEST = {"name": 120, "email": 254, "phone": 40, "city": 120, "headline": 160, "summary": 2_000, "months": 4}
MOST_MONTHS = 60 * 12
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LABELS = {
    "name": "Name",
    "email": "E-mail",
    "phone": "Phone",
    "city": "City",
    "headline": "What you are, in one line",
    "summary": "Summary",
    "months": "Months of work",
}
Value = TypeVar("Value")
Values = Position | Study | Project | Certificate | Language | SkillFact | Link


@dataclass(frozen=True, slots=True)
class Text:
    """A short text to mend. line: 0 where the file has no lines or nothing was found; hint: what else to know."""

    key: str
    label: str
    value: str
    longest: int
    line: int = 0
    words: str = ""
    hint: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """key: what the form sends when it is ticked; aside: dates, a level, a grade."""

    key: str
    title: str
    aside: str
    lines: tuple[str, ...]
    line: int
    words: str
    is_ticked: bool


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Form:
    texts: tuple[Text, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """errors: a sentence by the text's key; nothing may be kept while there is one."""

    facts: ProfileFacts
    errors: Mapping[str, str] = field(default_factory=dict)


def form_of(understood: Understood, posted: Mapping[str, str] | None = None, ticked: Collection[str] = ()) -> Form:
    """posted, ticked: what the person sent, when the form is shown once more."""
    errors = _errors(posted) if posted is not None else {}
    texts = tuple(_text(key, understood, posted, errors.get(key, "")) for key in _LABELS)
    groups = (
        Group(
            title, tuple(_choice(f"{name}-{at}", piece, posted is not None, ticked) for at, piece in enumerate(pieces))
        )
        for name, title, pieces in _groups(understood)
        if pieces
    )
    return Form(texts, tuple(groups))


def confirmed(understood: Understood, posted: Mapping[str, str], ticked: Collection[str]) -> Confirmed:
    """The facts that the person let stand. posted: the texts by key; ticked: keys of choices; others are no matter."""

    def chosen(name: str, pieces: Sequence[Piece[Value]]) -> tuple[Value, ...]:
        return tuple(piece.value for at, piece in enumerate(pieces) if f"{name}-{at}" in ticked)

    said = {key: one_line(posted.get(key, ""), longest) for key, longest in LONGEST.items()}
    links = chosen("links", understood.links)
    facts = ProfileFacts(
        Contact(said["name"], said["email"], said["phone"], said["city"], links),
        said["headline"],
        paragraphs(posted.get("summary", ""), LONGEST["summary"]),
        int(said["months"]) if _is_number(said["months"]) else None,
        chosen("skills", understood.skills),
        chosen("positions", understood.positions),
        chosen("studies", understood.studies),
        chosen("projects", understood.projects),
        chosen("certificates", understood.certificates),
        chosen("languages", understood.languages),
    )
    return Confirmed(facts, _errors(posted))


def _groups(understood: Understood) -> Iterator[tuple[str, str, Sequence[Piece[Values]]]]:
    yield "positions", "Work", understood.positions
    yield "skills", "Skills", understood.skills
    yield "studies", "Studies", understood.studies
    yield "projects", "Projects", understood.projects
    yield "certificates", "Certificates", understood.certificates
    yield "languages", "Languages", understood.languages
    yield "links", "Links", understood.links


def _errors(posted: Mapping[str, str]) -> dict[str, str]:
    email, months = posted.get("email", "").strip(), posted.get("months", "").strip()
    errors = {}
    if email and not _EMAIL.fullmatch(email):
        errors["email"] = "This isn’t an e-mail address: it needs an @ and a full stop after it."
    if months and not (_is_number(months) and int(months) <= MOST_MONTHS):
        errors["months"] = f"Write months as a whole number, {MOST_MONTHS} at most."
    return errors


def _is_number(words: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,4}", words))


def _text(key: str, understood: Understood, posted: Mapping[str, str] | None, error: str) -> Text:
    piece, hint = (None, _hint(understood)) if key == "months" else (_piece(key, understood), "")
    found = str(understood.months.best or "") if key == "months" else piece.value if piece else ""
    value = posted.get(key, "") if posted is not None else found
    line, words = (piece.line, piece.words) if piece else (0, "")
    return Text(key, _LABELS[key], value[: LONGEST[key]], LONGEST[key], line, words, hint, error)


def _piece(key: str, understood: Understood) -> Piece[str] | None:
    by_key = {
        "name": understood.name,
        "email": understood.email,
        "phone": understood.phone,
        "city": understood.city,
        "headline": understood.headline,
        "summary": understood.summary,
    }
    return by_key[key]


def _hint(understood: Understood) -> str:
    """Both ways of counting, where there are both."""
    stated, dated = understood.months.stated, understood.months.dated
    parts = [
        f"The dates of your positions add up to {counted(dated, 'month')}." if dated is not None else "",
        f"You write {counted(stated.value, 'month')}: “{stated.words}”." if stated and stated.line else "",
    ]
    return " ".join(filter(None, parts))


def _choice(key: str, piece: Piece[Values], is_sent: bool, ticked: Collection[str]) -> Choice:
    value = piece.value
    title, aside = _said(value)
    lines = value.lines if isinstance(value, Position | Project) else ()
    return Choice(key, title, aside, lines, piece.line, piece.words, key in ticked if is_sent else piece.is_sure)


def _said(value: Values) -> tuple[str, str]:
    """What it is, and what is said of it."""
    match value:
        case Position():
            return _joined(value.title, value.company, value.place), dates(value.start, value.end, value.is_current)
        case Study():
            times = dates(value.start, value.end)
            return _joined(value.degree, value.field, value.school), _joined(times, value.grade)
        case Project():
            return value.name, dates(value.start, value.end)
        case Certificate():
            return _joined(value.name, value.issuer), dates(None, value.date)
        case Language():
            return value.name, value.level
        case SkillFact():
            return value.name, "" if value.slug else "not in our list of skills"
        case Link():
            return f"{value.label}: {value.url}", ""


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]


def dates(start: When | None, end: When | None, is_current: bool = False) -> str:
    """ "Jan 2020 – Mar 2022", "since Jan 2020", "2019"; "" for nothing."""
    if start and is_current:
        return f"since {_month(start)}"
    return " – ".join(_month(when) for when in (start, end) if when)


def _month(when: When) -> str:
    return f"{_MONTHS[when.month - 1]} {when.year}" if when.month else str(when.year)
