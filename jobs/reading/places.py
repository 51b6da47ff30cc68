"""Where a job is: towns under their names of today, India as a whole, or abroad. Pure: the names are handed in.

Towns are rows of the catalogue (Location, LocationAlias); what adverts write beside them is in place_names.json.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from jobs.reading.derived import Derived

MOST = 100  # places that one advert may name
LONGEST = 200  # characters of one
# A comma stands between a town and its state as often as between two towns.
_APART = re.compile(r"[;|/\n•+]|\s[-–—]\s")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_NAME = 5  # words

Words = tuple[str, ...]


class Kind(StrEnum):
    TOWN = "town"
    INDIA = "india"
    SEVERAL = "several"
    COUNTRY = "country"
    CITY_ABROAD = "city abroad"
    ASIDE = "aside"  # "Remote": no place, and nothing unknown


@dataclass(frozen=True, slots=True)
class PlaceName:
    """name: as adverts write it; place: what it is called today, for places abroad the country; row: the slug of a
    town's place, "" for what is no town."""

    name: str
    place: str
    kind: Kind = Kind.TOWN
    row: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """towns: in India, each with the slug of the place that it is or counts to; abroad: countries; is_all_india: the
    whole country or a state, no town; is_several: there are more than are named; unknown: words that name no place we
    know."""

    towns: tuple[tuple[str, str], ...] = ()
    abroad: tuple[str, ...] = ()
    is_all_india: bool = False
    is_several: bool = False
    unknown: tuple[str, ...] = ()

    @property
    def is_abroad_only(self) -> bool:
        return bool(self.abroad) and not self.towns and not self.is_all_india


class PlaceReader:
    def __init__(self, names: Iterable[PlaceName]) -> None:
        self._names = {_words(name.name): name for name in names}

    def read(self, stated: Iterable[str]) -> Derived[Places] | None:
        """What a feed states as places: "Noida, Uttar Pradesh, India", "Pune / Mumbai". None for nothing stated."""
        fields = [field[:LONGEST].strip() for field, _ in zip(stated, range(MOST), strict=False)]
        parts = [part for field in fields for part in _APART.split(field) if _WORD.search(part)]
        if not parts:
            return None
        read = [self._part(part) for part in parts]
        found = [name for names in read for name in names]
        unknown = tuple(part.strip(" ,.()") for part, names in zip(parts, read, strict=True) if not names)
        return Derived(_places(found, unknown), "; ".join(fields))

    def _part(self, part: str) -> list[PlaceName]:
        """The places that it names; beside a country abroad only that: "Salem, Oregon, USA"."""
        found = list(self._named(_words(part)))
        countries = [name for name in found if name.kind is Kind.COUNTRY]
        says_india = any(name.kind is Kind.INDIA for name in found)
        return countries if countries and not says_india else found

    def _named(self, words: Words) -> Iterator[PlaceName]:
        """The longest name at each place: "Navi Mumbai" before "Mumbai"."""
        at = 0
        while at < len(words):
            counts = range(min(_LONGEST_NAME, len(words) - at), 0, -1)
            count = next((count for count in counts if words[at : at + count] in self._names), 0)
            if count:
                yield self._names[words[at : at + count]]
            at += count or 1


def town_names(towns: Iterable[tuple[str, str, str]]) -> Iterator[PlaceName]:
    """Of each the name that adverts write, what the town is called, and the slug of its place."""
    return (PlaceName(name, town, Kind.TOWN, row) for name, town, row in towns)


@cache
def other_names() -> tuple[PlaceName, ...]:
    """What adverts write beside towns, from place_names.json."""
    said = json.loads((Path(__file__).parent / "place_names.json").read_text())
    india = [PlaceName(name, "India", Kind.INDIA) for name in (*said["states"], *said["india"])]
    asides = [PlaceName(name, "", Kind.ASIDE) for name in said["asides"]]
    several = [PlaceName(name, "", Kind.SEVERAL) for name in said["several"]]
    countries = [
        PlaceName(name, country, Kind.COUNTRY)
        for country, also in said["countries"].items()
        for name in (country, *also)
    ]
    cities = [PlaceName(name, country, Kind.CITY_ABROAD) for country, names in said["cities"].items() for name in names]
    return (*india, *asides, *several, *countries, *cities)


def _places(found: list[PlaceName], unknown: tuple[str, ...]) -> Places:
    towns = [name for name in found if name.kind is Kind.TOWN]
    return Places(
        towns=tuple({(name.place, name.row): None for name in towns}),
        abroad=_once(name.place for name in found if name.kind in (Kind.COUNTRY, Kind.CITY_ABROAD)),
        is_all_india=not towns and any(name.kind is Kind.INDIA for name in found),
        is_several=any(name.kind is Kind.SEVERAL for name in found),
        unknown=unknown,
    )


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text.casefold()))
