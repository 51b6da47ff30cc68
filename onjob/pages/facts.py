"""What a page says, as one short text that is another one as soon as a fact is another. Pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

EMPTY: tuple[object, ...] = (None, "", [], (), {})


@dataclass(frozen=True)
class Page:
    """A page as it stands now.

    kind: a value of Kind; says: what it comes to, in a sentence or two; listed_as: what lists say beside its name;
    listed_on: the addresses of these lists.
    """

    path: str
    kind: str
    name: str
    digest: str
    says: str = ""
    listed_as: str = ""
    listed_on: tuple[str, ...] = ()


class Lists:
    """What lists hold, whatever the order in which it is added: a number for each list, by its address."""

    def __init__(self) -> None:
        self._sums: dict[str, int] = {}

    def add(self, page: Page) -> None:
        entry = int(digest(page.path, page.name, page.listed_as), 16)
        for path in page.listed_on:
            self._sums[path] = (self._sums.get(path, 0) + entry) % 2**128

    def __contains__(self, path: str) -> bool:
        return path in self._sums

    def digest(self, path: str) -> str:
        return f"{self._sums.get(path, 0):032x}"


def digest(*facts: object) -> str:
    """32 characters. What isn't stated doesn't count: a field that came later, and is empty, changes nothing."""
    text = json.dumps(_stated(facts), ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def in_any_order(facts: Iterable[object]) -> list[str]:
    """For facts whose order on the page follows from themselves."""
    return sorted(digest(fact) for fact in facts)


def _stated(fact: object) -> object:
    if isinstance(fact, Mapping):
        return {name: _stated(value) for name, value in fact.items() if value not in EMPTY}
    if isinstance(fact, list | tuple):
        return [_stated(value) for value in fact]
    return fact
