"""Studies out of the lines under "Education": degrees as in India, from the 10th class to a doctorate. Pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from profiles.facts import Study, When
from profiles.importing.dates import points, spans
from profiles.importing.degrees import PERCENT, degree, grade
from profiles.importing.lines import Line, shortened
from profiles.importing.pieces import Piece
from profiles.importing.titles import is_school

MOST = 20
LONGEST_NAME = 120
_MOST_LINES = 5  # of one study
_FIELD = re.compile(
    r"^\W*(?:\(?(?:hons?\.?|honou?rs)\)?\s*)?(?:in|of|–|-|—|:|\()?\s*([A-Za-z][A-Za-z &/.+-]{1,70}?)\s*(?:\)|,|"
    r"\||\t|\bfrom\b|\bat\b|\s[–—-]\s|\(|;|:|$)"
)
_APART = re.compile(r"\s*[|\t•;]\s*|,\s*|\s+[–—-]+\s+|\s*[—–]\s+|\bfrom\s+|\bat\s+(?=[A-Z])|[()]")
_TABLE_HEAD = re.compile(
    r"\b(?:degree|qualification|course|examination|exam|class)\b.*\b(?:year|board|university|institute|"
    r"percentage|marks|%)",
    re.I,
)
_BOARD = re.compile(r"(?:c\.?b\.?s\.?e\.?|i\.?c\.?s\.?e\.?|isc|hsc|ssc|.{0,40}\bboard)(?: board)?", re.I)
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?(?!\d)")
_NO_FIELD = re.compile(
    r"\b(?:year|passed|passing|completed|pursuing|percentage|cgpa|class|division|board|standard|with|grade)\b|^\W*$",
    re.I,
)


def studies(lines: Sequence[Line], today: date) -> tuple[Piece[Study], ...]:
    """In the order of the text."""
    rows = [line for line in lines if not _TABLE_HEAD.search(line.text)]
    return tuple(_study(group, today) for group in _groups(rows))[:MOST]


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines of each study. Where the section begins with a school, every study does."""
    school_first = bool(lines) and not degree(lines[0].text) and is_school(lines[0].text)
    group: list[Line] = []
    for line in lines:
        if group and _begins(line, group, school_first):
            if _degree_line(group):
                yield group
            group = []
        if len(group) < _MOST_LINES:
            group.append(line)
    if _degree_line(group):
        yield group


def _begins(line: Line, group: list[Line], school_first: bool) -> bool:
    """Whether another study begins; not with a bullet under a degree that has none."""
    named = _degree_line(group)
    if degree(line.text):
        is_beside = named is not None and (named.is_marked or not line.is_marked)
        return is_beside or len(group) >= _MOST_LINES
    return school_first and named is not None and is_school(line.text)


def _degree_line(group: list[Line]) -> Line | None:
    return next((line for line in group if degree(line.text)), None)


def _study(group: list[Line], today: date) -> Piece[Study]:
    at = next(index for index, line in enumerate(group) if degree(line.text))
    line = group[at]
    name, _, stop = degree(line.text) or ("", 0, 0)
    text = "\n".join(one.text for one in group)
    start, end = _time(group, today)
    study = Study(name, _school(group), _field(line.text[stop:]), start, end, grade(text))
    return Piece(study, line.number, " / ".join(one.text for one in group))


def _time(group: list[Line], today: date) -> tuple[When | None, When | None]:
    """From and to; a single year is when it ended."""
    for line in group:
        dated = spans(line.text, today)
        if dated:
            return dated[0].start, dated[0].end
    for line in group:
        alone = next(points(line.text, today), None)
        if alone:
            return None, alone[0]
    return None, None


def _field(rest: str) -> str:
    match = _FIELD.match(rest)
    words = match[1].strip(" .-–/&") if match else ""
    if not words or _NO_FIELD.search(words) or is_school(words) or len(words) < 2:
        return ""
    return shortened(words, LONGEST_NAME)


def _school(group: list[Line]) -> str:
    """A school before the board that examines for it."""
    found = [bare for line in group for words in _APART.split(line.text) if is_school(bare := _bare(words))]
    named = [words for words in found if not _is_degree_only(words)]
    return shortened(next((words for words in named if not _BOARD.fullmatch(words)), (*named, "")[0]), LONGEST_NAME)


def _bare(words: str) -> str:
    """Without years and marks."""
    return " ".join(PERCENT.sub("", _YEARS.sub("", words)).split()).strip(" .,:-–")


def _is_degree_only(words: str) -> bool:
    """ "Secondary school" and "Diploma, polytechnic" name no school."""
    found = degree(words)
    return bool(found) and not re.search(r"\w{3}", (words[: found[1]] + words[found[2] :]) if found else "")
