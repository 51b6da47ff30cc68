"""How the person is reached, from the words of a résumé: pure. Only what stands there: nothing is completed."""

import re
from collections.abc import Collection, Iterable, Iterator

from profiles.facts import Link
from profiles.importing.headings import Part, heading
from profiles.importing.lines import Line
from profiles.importing.pieces import Piece
from profiles.importing.titles import is_title

MOST_LINKS = 8
_EMAIL = re.compile(
    r"(?<![\w.%+-])[A-Za-z0-9][\w.%+-]{0,63}\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,3}\.[A-Za-z]{2,24}\b"
)
_MOBILE = re.compile(r"(?<![\w.+])(?:\(?\+?\s?91\)?[\s().–-]{0,3}|0)?([6-9](?:[\s().–-]{0,2}\d){9})(?![\w-])")
_ABROAD = re.compile(r"(?<![\w.+])(\+(?!\s?91\b)\d{1,3}[\s().–-]{0,3}\d(?:[\s().–-]{0,2}\d){6,12})(?!\w)")
LINK = re.compile(
    r"(?<![\w@./-])(?:https?://|www\.)[^\s<>\"'|,;()]{3,300}"
    r"|(?<![\w@./-])(?:[a-z]{2,3}\.)?(?:linkedin\.com/in|github\.com|gitlab\.com|behance\.net|kaggle\.com|"
    r"leetcode\.com"
    r"|hackerrank\.com|medium\.com|dribbble\.com|stackoverflow\.com/users|"
    r"scholar\.google\.[a-z.]{2,6})/[^\s<>\"'|,;()]{1,200}",
    re.IGNORECASE,
)
_SITES = {
    "linkedin.com": "LinkedIn",
    "github.com": "GitHub",
    "gitlab.com": "GitLab",
    "behance.net": "Behance",
    "kaggle.com": "Kaggle",
    "leetcode.com": "LeetCode",
    "hackerrank.com": "HackerRank",
    "medium.com": "Medium",
    "dribbble.com": "Dribbble",
    "stackoverflow.com": "Stack Overflow",
    "scholar.google": "Google Scholar",
}
_LABELLED_NAME = re.compile(r"^(?:full\s|candidate\s)?name\s*[:–-]+\s*(.{2,80})$", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:mr|mrs|ms|miss|dr|er|ca|adv)\.?\s+)?[^\W\d_][^\W\d_.'’-]*\.?(?:[ .'’-]{1,2}[^\W\d_]+\.?){0,4}",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"\b(?:resume|résumé|curriculum|vitae|cv|profile|bio ?data|page|email|mobile|phone|contact|address|india|linkedin"
    r"|github|career|objective|summary)\b",
    re.IGNORECASE,
)
_NAME_LINES = 8  # within which the name stands, if it has no label
_LABELLED_CITY = re.compile(
    r"^(?:current\s|present\s)?(?:city|location|based (?:in|at)|residing (?:in|at))\s*[:–-]+\s*(.{2,80})$", re.I
)


def email(lines: Iterable[Line]) -> Piece[str] | None:
    return next(
        (
            Piece(re.sub(r"\s", "", match[0]).lower(), line.number, line.text)
            for line in lines
            if (match := _EMAIL.search(line.text))
        ),
        None,
    )


def phone(lines: Iterable[Line]) -> Piece[str] | None:
    """An Indian mobile as "+91 98765 43210"; a number from abroad as it stands there, with its plus."""
    return next((Piece(number, line.number, line.text) for line in lines for number in _phones(line.text)), None)


def _phones(text: str) -> Iterator[str]:
    bare = LINK.sub(" ", text)
    for match in _MOBILE.finditer(bare):
        digits = re.sub(r"\D", "", match[1])
        yield f"+91 {digits[:5]} {digits[5:]}"
    yield from (" ".join(match[1].split()) for match in _ABROAD.finditer(bare))


def links(lines: Iterable[Line]) -> tuple[Piece[Link], ...]:
    """Each address once, as https where the person gives no scheme."""
    found: dict[str, Piece[Link]] = {}
    for line in lines:
        for match in LINK.finditer(line.text):
            url = address(match[0])
            if url.lower() not in found and len(found) < MOST_LINKS:
                found[url.lower()] = Piece(Link(label_of(url), url), line.number, line.text)
    return tuple(found.values())


def address(words: str) -> str:
    bare = words.rstrip(".,:)]}")
    return bare if re.match(r"https?://", bare, re.IGNORECASE) else f"https://{bare}"


def label_of(url: str) -> str:
    """The site's name, "Website" for one of a person's own."""
    host = re.sub(r"^https?://(?:www\.)?", "", url.lower()).partition("/")[0]
    return next((name for site, name in _SITES.items() if host.startswith(site) or f".{site}" in f".{host}"), "Website")


def without_contacts(text: str) -> str:
    """The same length, with blanks in place of addresses: the name of a mailbox is no skill."""
    for pattern in (LINK, _EMAIL):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text


def name(lines: list[Line]) -> Piece[str] | None:
    """With its label, else what stands at the top and looks like a name."""
    for line in lines:
        labelled = _LABELLED_NAME.match(line.text)
        if labelled and (bare := _bare_name(labelled[1])):
            return Piece(bare, line.number, line.text)
    for line in lines[:_NAME_LINES]:
        first = re.split(r"\s*[|\t,•]\s*", line.text)[0]
        if (bare := _bare_name(first)) and not heading(first) and not is_title(first):
            return Piece(bare, line.number, line.text)
    return None


def _bare_name(words: str) -> str:
    """ "ASHA TESTPERSON" is written "Asha Testperson"; "" for what is no name."""
    bare = " ".join(words.strip(" .:-–").split())
    joined = bare.replace(" ", "") if re.fullmatch(r"(?:[^\W\d_] ){3,}[^\W\d_]", bare) else bare
    if not _NAME.fullmatch(joined) or _NO_NAME.search(joined) or len(joined) > 60 or len(joined) < 2:
        return ""
    return joined.title() if joined.isupper() or joined.islower() else joined


def city(lines: Iterable[Line], towns: Collection[str]) -> Piece[str] | None:
    """A town that we know, with the label of one or at the top; towns: in small letters."""
    for line in lines:
        labelled = _LABELLED_CITY.match(line.text)
        for words in re.split(r"[,|•\t/()\-–:]|\bIndia\b", labelled[1] if labelled else line.text):
            bare = re.sub(r"[\d.\s]+$", "", words).strip()
            if bare.lower() in towns:
                return Piece(bare.title() if bare.isupper() or bare.islower() else bare, line.number, line.text)
    return None


def is_contact(text: str) -> bool:
    """Whether the line says how to reach somebody."""
    return bool(_EMAIL.search(text) or LINK.search(text) or next(_phones(text), None))


CONTACT_PARTS = (Part.HEAD, Part.CONTACT, Part.PERSONAL)
