"""The one address of a search: pure. A search is its parameters in a fixed order, each once and none empty."""

import re
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlencode

from jobs.addresses import LISTING

FEED = f"{LISTING}feed/"
LONGEST = 100  # characters of a value
FILTERS = ("q", "role", "skill", "city", "mode", "years", "employment", "pay", "unstated", "days")
PARAMETERS = (*FILTERS, "sort", "page")
NO, BY_PAY, BY_FIT = "no", "pay", "fit"

Asked = tuple[tuple[str, str], ...]

_PAGE = re.compile(r"[2-9]|[1-9][0-9]+", re.ASCII)


def asked(given: Mapping[str, str]) -> Asked:
    """What a query asks for, without unknown, empty and usual values. What can't be understood stays, so that the form
    can say so; a page that is no number goes."""
    found = {name: " ".join(given.get(name, "").split())[:LONGEST].strip() for name in PARAMETERS}
    if found["unstated"] != NO or not found["pay"]:
        found["unstated"] = ""
    if found["sort"] not in (BY_PAY, BY_FIT):
        found["sort"] = ""
    if not _PAGE.fullmatch(found["page"]):
        found["page"] = ""
    return tuple((name, value) for name, value in found.items() if value)


def filters(search: Asked) -> Asked:
    return tuple((name, value) for name, value in search if name in FILTERS)


def without(search: Asked, *names: str) -> Asked:
    """The same search without these; its page is another one's then."""
    dropped = {*names, "page", *(["unstated"] if "pay" in names else [])}
    return tuple((name, value) for name, value in search if name not in dropped)


def having(search: Asked, name: str, value: str) -> Asked:
    """The same search with one value more, or another; from its first page on, unless that is the value."""
    values = {**dict(without(search, name)), name: value}
    return tuple((each, values[each]) for each in PARAMETERS if each in values)


def path(search: Asked, base: str = LISTING) -> str:
    return f"{base}?{urlencode(search)}" if search else base


def is_clean(pairs: Iterable[Sequence[str]], search: Asked) -> bool:
    """Whether a query as it came is the search's own, but for what others put into addresses to count visits."""
    return tuple((name, value) for name, value in pairs if name in PARAMETERS) == search
