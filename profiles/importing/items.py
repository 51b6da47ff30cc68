"""Projects, certificates and languages out of their parts of a résumé: pure."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from profiles.facts import Certificate, Language, Project
from profiles.importing.contacts import LINK, address
from profiles.importing.dates import Dated, points, spans
from profiles.importing.lines import Line, shortened
from profiles.importing.pieces import Piece
from profiles.importing.spoken import LANGUAGE
from profiles.importing.works import joined

MOST = 30  # of each
LONGEST_NAME = 120
_PROJECT = re.compile(
    r"^(?:project(?: (?:name|title|#?\d+))?|title|"
    r"name of (?:the )?project)\s*[:–#-]+\s*(?:\d+\s*[:–.-]\s*)?(?P<name>\S.*)$",
    re.I,
)
_NO_PROJECT = re.compile(
    r"^(?:role|roles|team size|duration|client|environment|technolog(?:y|ies)|tools|description|"
    r"responsibilit(?:y|ies)|platform|language)s?(?: used)?\s*[:–-]",
    re.I,
)
_ISSUER = re.compile(r"\s+(?:by|from|issued by|at|through)\s+|\s*[–—|\t]\s*|\s+-\s+|,\s+|\s*\((?=[A-Z])", re.I)
_EDGES = " \t,;:|.–—-()[]•"
_BEFORE_A_YEAR = ("|", ",", "(", "[", "–", "—", "-", ":", "•", "\t")
_LEVEL = re.compile(r"^\s*(?:[:–-]\s*)?\(?\s*([A-Za-z]+\d?\+?(?:[\s,/&-]{1,3}[A-Za-z0-9]+){0,5})\s*\)?")
_LEVEL_WORDS = re.compile(
    r"\b(?:native|mother tongue|fluent|fluently|professional|proficient|proficiency|bilingual|conversational|"
    r"basic|beginner|intermediate|advanced|elementary|working|limited|full|good|excellent|read|write|speak|"
    r"reading|writing|speaking|understand|[abc][12])\b",
    re.I,
)


def projects(lines: Sequence[Line], today: date) -> tuple[Piece[Project], ...]:
    """A project begins with "Project: …", or with a short line that no bullet precedes."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _begins_project(line, groups[-1]):
            groups.append([line])
        else:
            groups[-1].append(line)
    return tuple(_project(group, today) for group in groups)[:MOST]


def _begins_project(line: Line, group: list[Line]) -> bool:
    if _PROJECT.match(line.text):
        return len(group) > 1 or bool(_PROJECT.match(group[0].text)) or not _can_name(group[0])
    has_labels = bool(_PROJECT.match(group[0].text))
    if group[0].is_marked:
        return line.is_marked and not has_labels
    return not has_labels and _can_name(line) and any(one.is_marked for one in group)


def _can_name(line: Line) -> bool:
    return (
        not line.is_marked
        and len(line.text) <= LONGEST_NAME
        and not line.text.endswith(".")
        and not line.text[0].islower()
        and not _NO_PROJECT.match(line.text)
    )


def _project(group: list[Line], today: date) -> Piece[Project]:
    first = group[0]
    labelled = _PROJECT.match(first.text)
    head = labelled["name"] if labelled else first.text
    link = next((match for one in group if (match := LINK.search(one.text))), None)
    dated = next((found[0] for one in group[:3] if (found := spans(one.text, today))), None)
    bare = LINK.sub("", head)
    own = next(iter(spans(bare, today)), None) or _year_behind(bare, today)
    bare = bare[: own.begin] + bare[own.stop :] if own else bare
    dated = dated or own
    name, _, rest = bare.partition(": " if len(bare) > LONGEST_NAME and " | " not in bare else " | ")
    told = [line for line in group[1:] if not LINK.fullmatch(line.text.strip(_EDGES))]
    lines = tuple(filter(None, [rest.strip(_EDGES), *joined(told)]))
    project = Project(
        shortened(name.strip(_EDGES), LONGEST_NAME) or shortened(head, LONGEST_NAME),
        address(link[0]) if link else "",
        dated.start if dated else None,
        dated.end if dated else None,
        lines[:MOST],
    )
    return Piece(project, first.number, first.text)


def _year_behind(head: str, today: date) -> Dated | None:
    """A month or year that stands apart, behind the name: “Rain and rice | 2021”, “Bus map (May 2022)”; that of “IPL
    2021 scores” is part of a name."""
    for when, begin, stop in points(head, today):
        is_apart = bool(when.month) or head[:begin].rstrip(" ").endswith(_BEFORE_A_YEAR)
        if begin and is_apart and not head[stop:].strip(_EDGES):
            return Dated(when, None, False, begin, stop)
    return None


def certificates(lines: Sequence[Line], today: date) -> tuple[Piece[Certificate], ...]:
    """A line each: what it is, who gave it, when."""
    return tuple(_certificate(line, today) for line in lines if re.search(r"[^\W\d]{2}", line.text))[:MOST]


def _certificate(line: Line, today: date) -> Piece[Certificate]:
    link = LINK.search(line.text)
    bare = LINK.sub("", line.text)
    when = next(points(bare, today), None)
    bare = bare[: when[1]] + bare[when[2] :] if when else bare
    parts = [part.strip(_EDGES) for part in _ISSUER.split(bare)]
    parts = [part for part in parts if re.search(r"\w", part)]
    name = parts[0] if parts else line.text
    issuer = parts[1] if len(parts) > 1 else ""
    certificate = Certificate(
        shortened(name, LONGEST_NAME),
        shortened(issuer, LONGEST_NAME),
        when[0] if when else None,
        address(link[0]) if link else "",
    )
    return Piece(certificate, line.number, line.text)


def languages(lines: Sequence[Line]) -> tuple[Piece[Language], ...]:
    """Languages that people speak, each once; programming languages under the same heading are none."""
    found: dict[str, Piece[Language]] = {}
    for line in lines:
        for name, level in _languages(line.text):
            found.setdefault(name, Piece(Language(name, level), line.number, line.text))
    return tuple(found.values())[:MOST]


def _languages(text: str) -> Iterator[tuple[str, str]]:
    met = list(LANGUAGE.finditer(text))
    ends = [*(match.start() for match in met[1:]), len(text)][: len(met)]
    for match, end in zip(met, ends, strict=True):
        said = _LEVEL.match(text[match.end() : end].rstrip(" ,;|/&"))
        level = re.sub(r"\s+(?:and|&)$", "", said[1].strip()) if said else ""
        yield match[0].capitalize(), level if _LEVEL_WORDS.search(level) else ""
