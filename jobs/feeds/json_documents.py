"""JSON of strangers, within bounds of size, depth and number, and the ways to walk it without a surprise."""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from jobs.feeds.decoding import decoded
from jobs.feeds.posting import Document, UnreadableFeed

# Commas and opening brackets in a document: each may cost a hundred bytes or two of memory once it is read.
MOST_MARKS = 4_000_000
LONGEST_NUMBER = 40  # characters; a longer one is no pay, no time and no key


def load(document: Document) -> object:
    """Raises UnreadableFeed."""
    return read(decoded(document))


def read(text: str, strict: bool = True) -> object:
    """strict: False allows line ends within strings. Numbers with a point come as Decimal. Raises UnreadableFeed."""
    if sum(map(text.count, "[{,")) > MOST_MARKS:
        raise UnreadableFeed("The document has too many values.")
    try:
        return (_STRICT if strict else _LENIENT).decode(text)
    except RecursionError as error:
        raise UnreadableFeed("The document is nested too deeply.") from error
    except ValueError as error:
        raise UnreadableFeed(f"The document isn't JSON: {error}.") from error


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= LONGEST_NUMBER else None


def _real(digits: str) -> Decimal | None:
    try:
        return Decimal(digits) if len(digits) <= LONGEST_NUMBER else None
    except InvalidOperation:
        return None


def _no_number(word: str) -> None:
    """NaN and Infinity, which Python's JSON takes."""


_NUMBERS = {"parse_int": _whole, "parse_float": _real, "parse_constant": _no_number}
_STRICT = json.JSONDecoder(**_NUMBERS)  # type: ignore[arg-type]  # a number may become None, says the module's first line
_LENIENT = json.JSONDecoder(strict=False, **_NUMBERS)  # type: ignore[arg-type]


def mapping(value: object) -> Mapping[str, object]:
    """An object's keys and values; of anything else none."""
    return value if isinstance(value, dict) else {}


def listing(value: object) -> list[object]:
    """A list's values; of anything else none."""
    return value if isinstance(value, list) else []


def one_or_more(value: object) -> list[object]:
    """A list's values, or the one value that stands instead of a list; none for None."""
    return value if isinstance(value, list) else [] if value is None else [value]


def at(value: object, *path: str) -> object:
    """What lies under one key after the other; None where one isn't there."""
    for step in path:
        value = mapping(value).get(step)
    return value


def first(value: object, *keys: str) -> object:
    """The first of the keys' values that says something."""
    return next((value for value in map(mapping(value).get, keys) if value not in (None, "", [], {})), None)


def joined(*parts: object) -> str:
    """A place from its parts: "Pune, Maharashtra, India". Empty parts and ones said twice are left out."""
    said = [part.strip() for part in parts if isinstance(part, str) and part.strip()]
    return ", ".join(dict.fromkeys(said))


def entries(document: Document, key: str) -> tuple[Mapping[str, object], list[object]]:
    """A board's whole answer, and the list under its key. Raises UnreadableFeed where there is none."""
    answer = mapping(load(document))
    found = answer.get(key)
    if not isinstance(found, list):
        raise UnreadableFeed(f"The answer has no list of openings under “{key}”.")
    return answer, found
