"""Positions out of the lines under "Experience": pure.

A position is known by the time it states. Its title and company stand in that line, right before it or right after it;
then comes what was done. Where the two can't be told apart, what is written first is the title.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from profiles.facts import Position
from profiles.importing.dates import Dated, spans
from profiles.importing.lines import Line, shortened
from profiles.importing.pieces import Piece
from profiles.importing.titles import is_company, is_title

MOST = 40  # positions
MOST_LINES = 30  # of one
LONGEST_LINE = 500  # characters
LONGEST_NAME = 120
_HEAD_LINES = 2  # before the line with the dates, and after it
_LABELLED_LINES = 6  # "Company: …", "Designation: …", each on a line of its own
_DATE_LABEL = re.compile(r"^(?:duration|period|tenure|dates?|from|year)\s*[:–-]*\s*$", re.IGNORECASE)
_LABEL = re.compile(
    r"^(?P<label>company(?: name)?|organi[sz]ation(?: name)?|employer|firm|client|designation|role|position|"
    r"job title|"
    r"title|post|duration|period|tenure|from|location|place|dates?)\s*[:–-]+\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
_OF_COMPANY = ("company", "company name", "organization", "organisation", "organization name", "employer", "firm")
_OF_TITLE = ("designation", "role", "position", "job title", "title", "post")
_OF_PLACE = ("location", "place")
_ABOVE_LINES = re.compile(
    r"(?:key |major |main |my )?(?:roles? ?(?:and|&|/) ?)?(?:responsibilit(?:y|ies)|duties|"
    r"job (?:profile|description|role))(?: ?(?:and|&|/) ?(?:responsibilities|duties))?\s*[:–-]*",
    re.IGNORECASE,
)
_WORKED = re.compile(
    r"^(?:(?:currently |presently )?work(?:ed|ing)|employed|served|"
    r"joined)(?:\s+as)?\s+(?:an?\s+)?(?P<title>.{2,80}?)\s+"
    r"(?:at|in|with|for)\s+(?P<company>.{2,80}?)\s*[,.]?\s*(?:from|since|during)?\s*$",
    re.IGNORECASE,
)
_APART = re.compile(r"\s+[–—|-]+\s+|\s*[|\t•]\s*|,\s+|\s+@\s+|\s+(?:at|with)\s+(?=[A-Z])|\s*[–—]\s*")
_EDGES = " \t,;:|.–—-()[]•"


@dataclass(slots=True)
class _Entry:
    line: Line
    dated: Dated
    head: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)


def positions(lines: Sequence[Line], towns: Collection[str], today: date) -> tuple[Piece[Position], ...]:
    """In the order of the text; towns: in small letters."""
    found = [_position(entry, towns) for entry in _entries(lines, today)]
    return tuple(piece for piece in found if piece is not None)[:MOST]


def _entries(lines: Sequence[Line], today: date) -> list[_Entry]:
    dated = [_time(line, today) for line in lines]
    starts = [at for at, time in enumerate(dated) if time]
    entries: list[_Entry] = []
    taken = 0  # lines before it belong to entries already
    for at, following in zip(starts, [*starts[1:], len(lines)], strict=False):
        time = dated[at]
        if time is None:
            continue
        entry = _Entry(lines[at], time)
        before = _before(lines, taken, at)
        own = _around(lines[at].text, time)
        _take(entry, [*before, *own])
        taken = _after(lines, at + 1, following, entry, is_last=following == len(lines))
        entries.append(entry)
    return entries


def _time(line: Line, today: date) -> Dated | None:
    """The line's time, unless it is a sentence that only mentions one."""
    found = spans(line.text, today)
    if not found or (len(line.text) > 160 and not _WORKED.match(line.text[: found[0].begin])):
        return None
    return found[0]


def _around(text: str, time: Dated) -> list[str]:
    before = _DATE_LABEL.sub("", text[: time.begin].strip(_EDGES))
    rest = f"{before}\t{text[time.stop :].strip(_EDGES)}".strip()
    return [rest] if re.search(r"\w", rest) else []


def _before(lines: Sequence[Line], taken: int, at: int) -> list[str]:
    """Lines right above that can be a title or a company."""
    found: list[str] = []
    for line in reversed(lines[max(taken, at - _LABELLED_LINES) : at]):
        if not (_LABEL.match(line.text) or (len(found) < _HEAD_LINES and _can_be_head(line))):
            break
        found.insert(0, line.text)
    return found


def _after(lines: Sequence[Line], begin: int, end: int, entry: _Entry, is_last: bool) -> int:
    """Takes title and company where they are missing still, then what was done; where the next entry may begin."""
    at = begin
    while at < end and at < begin + _HEAD_LINES + 1 and not _is_full(entry) and _can_be_head(lines[at]):
        _take(entry, [lines[at].text])
        at += 1
    stop = end if is_last else _stop(lines, at, end)
    entry.body = list(joined(lines[at:stop]))
    return stop


def _stop(lines: Sequence[Line], at: int, end: int) -> int:
    """Where the lines above the next entry's dates begin, which are its own."""
    stop = end
    while (
        stop > at and end - stop < _HEAD_LINES and _can_be_head(lines[stop - 1]) and _names_work(lines[stop - 1].text)
    ):
        stop -= 1
    return stop


def _names_work(text: str) -> bool:
    return is_title(text) or is_company(text) or bool(_LABEL.match(text))


def _can_be_head(line: Line) -> bool:
    if _LABEL.match(line.text):
        return True
    return not line.is_marked and len(line.text) <= LONGEST_NAME and not line.text.endswith((".", ":", ";"))


def _is_full(entry: _Entry) -> bool:
    words = [word for text in entry.head for word in _APART.split(text) if word.strip(_EDGES)]
    has_title = any(map(is_title, words)) or any(label in entry.labels for label in _OF_TITLE)
    has_company = len(words) > 1 or any(label in entry.labels for label in _OF_COMPANY)
    return has_title and has_company


def _take(entry: _Entry, texts: list[str]) -> None:
    for text in texts:
        labelled = _LABEL.match(text.strip())
        if labelled:
            entry.labels.setdefault(labelled["label"].lower(), labelled["value"].strip(_EDGES))
        else:
            entry.head.append(text)


def joined(lines: Sequence[Line]) -> Iterator[str]:
    """What was done, a line each; what a page's width broke off goes to the line before it."""
    current = ""
    for line in lines:
        if _ABOVE_LINES.fullmatch(line.text):
            continue
        goes_on = current and not line.is_marked and (line.text[0].islower() or not current.endswith((".", ":", ";")))
        if goes_on and (line.text[0].islower() or len(current) > 60):
            current = f"{current} {line.text}"
            continue
        if current:
            yield shortened(current, LONGEST_LINE)
        current = line.text
    if current:
        yield shortened(current, LONGEST_LINE)


def _position(entry: _Entry, towns: Collection[str]) -> Piece[Position] | None:
    title, company, place = _named(entry, towns)
    if not (title or company):
        return None
    time = entry.dated
    position = Position(
        shortened(title or company, LONGEST_NAME),
        shortened(company if title else "", LONGEST_NAME),
        place,
        time.start,
        time.end,
        time.is_current,
        tuple(entry.body[:MOST_LINES]),
    )
    return Piece(position, entry.line.number, " / ".join([*entry.head, *entry.labels.values()]) or entry.line.text)


def _named(entry: _Entry, towns: Collection[str]) -> tuple[str, str, str]:
    """Title, company, place."""
    title = next((entry.labels[label] for label in _OF_TITLE if label in entry.labels), "")
    company = next((entry.labels[label] for label in _OF_COMPANY if label in entry.labels), "")
    place = next((entry.labels[label] for label in _OF_PLACE if label in entry.labels), "")
    sentence = next(filter(None, (_WORKED.match(text.strip()) for text in entry.head)), None)
    if sentence:
        company, place = _parted(company or sentence["company"].strip(_EDGES), place, towns)
        return title or sentence["title"], company, place
    words = [word.strip(_EDGES) for text in entry.head for word in _APART.split(text)]
    words = [word for word in words if re.search(r"[^\W\d]", word)]
    places = [word for word in words if word.lower() in towns or word.lower() in ("india", "remote")]
    words = [word for word in words if word not in places]
    if not title:
        title = next((word for word in words if is_title(word) and not is_company(word)), "")
        title = title or next((word for word in words if is_title(word)), "")
        words = [word for word in words if word != title]
    company = company or next(filter(is_company, words), "") or next(iter(words), "")
    return title, company, place or next(iter(places), "")


def _parted(company: str, place: str, towns: Collection[str]) -> tuple[str, str]:
    """ "Example Hospital, Chennai" is a company and a place."""
    name, _, last = company.rpartition(", ")
    return (name, place or last) if name and last.lower() in towns else (company, place)
