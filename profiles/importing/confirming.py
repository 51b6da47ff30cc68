"""What was understood as a form to go through, and what the person let stand as facts: pure.

Short texts can be mended in the form; positions, studies, skills and the like are ticked or not, and mended in the
profile afterwards. Nothing becomes part of a profile that the person hasn't seen with its line.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from profiles.facts import Contact, Position, ProfileFacts, Project
from profiles.importing.already import Values, is_in, is_said, texts_of
from profiles.importing.pieces import Piece, Understood
from profiles.importing.plain_text import one_line, paragraphs
from profiles.importing.wording import said
from roles.words import counted

LONGEST = {"name": 100, "phone": 30, "city": 80, "headline": 160, "summary": 2_000, "months": 4}  # as a profile holds
MOST_MONTHS = 60 * 12
_PHONE = re.compile(r"[+0-9 ()./-]*")
_LABELS = {
    "name": "Name",
    "phone": "Phone",
    "city": "City",
    "headline": "What you are, in one line",
    "summary": "Summary",
    "months": "Months of work",
}
_SIDE_BY_SIDE = {"skills", "languages"}  # many come from one line
_FEW = 3  # so many without a tick are ticked one by one
NOTHING = ProfileFacts()


@dataclass(frozen=True, slots=True)
class Text:
    """A short text to mend. line: 0 where the file has no lines; hint: what else to know; before: what the profile says
    now, which stays unless is_replacing."""

    key: str
    label: str
    value: str
    longest: int
    line: int = 0
    words: str = ""
    hint: str = ""
    error: str = ""
    before: str = ""
    is_replacing: bool = False


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
class Source:
    """A line of the file, and what was read from it."""

    line: int
    words: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """key: what the form sends when all of it is wanted; known: what the profile has already."""

    key: str
    title: str
    sources: tuple[Source, ...]
    known: tuple[str, ...] = ()
    is_side_by_side: bool = False
    is_wanted_whole: bool = False

    @property
    def choices(self) -> tuple[Choice, ...]:
        return tuple(choice for source in self.sources for choice in source.choices)

    @property
    def has_many_unticked(self) -> bool:
        return self.is_wanted_whole or sum(not choice.is_ticked for choice in self.choices) > _FEW


@dataclass(frozen=True, slots=True)
class Form:
    texts: tuple[Text, ...]
    groups: tuple[Group, ...]

    @property
    def offers_something(self) -> bool:
        return bool(self.texts) or any(group.sources for group in self.groups)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """errors: a sentence by the text's key; nothing may be kept while there is one."""

    facts: ProfileFacts
    errors: Mapping[str, str] = field(default_factory=dict)


def form_of(
    understood: Understood,
    has: ProfileFacts = NOTHING,
    posted: Mapping[str, str] | None = None,
    ticked: Collection[str] = (),
) -> Form:
    """has: the profile's, which isn't offered again; posted, ticked: what the person sent, when the form is shown once
    more."""
    texts = tuple(
        _text(key, found, understood, has, posted, ticked) for key, found in _offered(understood, has).items()
    )
    groups = (_group(*each, has, posted is not None, ticked) for each in _groups(understood))
    return Form(texts, tuple(group for group in groups if group.sources or group.known))


def confirmed(
    understood: Understood, posted: Mapping[str, str], ticked: Collection[str], has: ProfileFacts = NOTHING
) -> Confirmed:
    """The facts that the person let stand, without those that the profile has by now. posted: the texts by key; ticked:
    keys of choices; others are no matter."""
    chosen = {name: _chosen(name, pieces, ticked, of_profile(name, has)) for name, _, pieces in _groups(understood)}
    links = chosen.pop("links")
    texts = _said_again(understood, posted, ticked, has)
    months = texts.pop("months", "")
    facts = ProfileFacts(
        Contact(texts.get("name", ""), "", texts.get("phone", ""), texts.get("city", ""), links),
        texts.get("headline", ""),
        texts.get("summary", ""),
        int(months) if _is_number(months) else None,
        **chosen,
    )
    return Confirmed(facts, _errors(posted, _offered(understood, has)))


def of_profile(name: str, has: ProfileFacts) -> Sequence[Values]:
    """What a profile has in a section, by the section's name in ProfileFacts."""
    found: Sequence[Values] = has.contact.links if name == "links" else getattr(has, name)
    return found


def _chosen(
    name: str, pieces: Sequence[Piece[Values]], ticked: Collection[str], has: Sequence[Values]
) -> tuple[Any, ...]:  # of the section's own kind
    keys = {f"{name}-{at}": piece.value for at, piece in enumerate(pieces)}
    wanted = [value for key, value in keys.items() if key in ticked or f"all-{name}" in ticked]
    return tuple(value for value in wanted if not is_in(value, has))


def _said_again(
    understood: Understood, posted: Mapping[str, str], ticked: Collection[str], has: ProfileFacts
) -> dict[str, str]:
    """Texts that were offered, as they were sent; one in place of another only where that is ticked."""
    before = texts_of(has)
    wanted = [key for key in _offered(understood, has) if not before[key] or f"replace-{key}" in ticked]
    return {key: (paragraphs if key == "summary" else one_line)(posted.get(key, ""), LONGEST[key]) for key in wanted}


def _offered(understood: Understood, has: ProfileFacts) -> dict[str, str]:
    """What was found for each text and isn't what the profile says."""
    pieces = {key: piece.value if (piece := _piece(key, understood)) else "" for key in _LABELS if key != "months"}
    found = pieces | {"months": str(understood.months.best or "")}
    return {key: value[: LONGEST[key]] for key, value in found.items() if value and not is_said(key, value, has)}


def _groups(understood: Understood) -> Iterator[tuple[str, str, Sequence[Piece[Values]]]]:
    yield "positions", "Work", understood.positions
    yield "skills", "Skills", understood.skills
    yield "studies", "Studies", understood.studies
    yield "projects", "Projects", understood.projects
    yield "certificates", "Certificates", understood.certificates
    yield "languages", "Languages", understood.languages
    yield "links", "Links", understood.links


def _errors(posted: Mapping[str, str], offered: Collection[str]) -> dict[str, str]:
    phone, months = posted.get("phone", "").strip(), posted.get("months", "").strip()
    errors = {}
    if "phone" in offered and not _PHONE.fullmatch(phone):
        errors["phone"] = "A telephone number has digits, spaces and + ( ) . / - only."
    if "months" in offered and months and not (_is_number(months) and int(months) <= MOST_MONTHS):
        errors["months"] = f"Write months as a whole number, {MOST_MONTHS} at most."
    return errors


def _is_number(words: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,4}", words))


def _text(
    key: str,
    found: str,
    understood: Understood,
    has: ProfileFacts,
    posted: Mapping[str, str] | None,
    ticked: Collection[str],
) -> Text:
    piece = None if key == "months" else _piece(key, understood)
    return Text(
        key,
        _LABELS[key],
        found if posted is None else posted.get(key, "")[: LONGEST[key]],
        LONGEST[key],
        piece.line if piece else 0,
        piece.words if piece else "",
        _hint(understood) if key == "months" else "",
        _errors(posted, [key]).get(key, "") if posted is not None else "",
        texts_of(has)[key],
        f"replace-{key}" in ticked,
    )


def _piece(key: str, understood: Understood) -> Piece[str] | None:
    by_key = {
        "name": understood.name,
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


def _group(
    name: str, title: str, pieces: Sequence[Piece[Values]], has: ProfileFacts, is_sent: bool, ticked: Collection[str]
) -> Group:
    own = of_profile(name, has)
    known: list[str] = []
    sources: dict[int, list[Choice]] = {}
    for at, piece in enumerate(pieces):
        choice = _choice(f"{name}-{at}", piece, is_sent, ticked)
        if is_in(piece.value, own):
            known.append(choice.title)
        else:
            place = piece.line if name in _SIDE_BY_SIDE else at
            sources.setdefault(place, []).append(choice)
    lines = tuple(Source(choices[0].line, choices[0].words, tuple(choices)) for choices in sources.values())
    key = f"all-{name}"
    return Group(key, title, lines, tuple(known), name in _SIDE_BY_SIDE, key in ticked)


def _choice(key: str, piece: Piece[Values], is_sent: bool, ticked: Collection[str]) -> Choice:
    value = piece.value
    title, aside = said(value)
    lines = value.lines if isinstance(value, Position | Project) else ()
    return Choice(key, title, aside, lines, piece.line, piece.words, key in ticked if is_sent else piece.is_sure)
