"""A saved search: its one form, and what it means today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from jobs.addresses import LISTING
from jobs.listing.address import Asked, asked, filters, without
from jobs.listing.chips import Chip, chips
from jobs.listing.choices import Choices, choices
from jobs.listing.form import SearchForm
from jobs.listing.wanted import Wanted
from jobs.models import Employment, Mode


def kept(given: Mapping[str, str]) -> Asked:
    """What of a query is kept: neither order nor page, nor how old an opening may be, as mail tells of new ones."""
    return without(filters(asked(given)), "days")


def canonical(search: Asked) -> str:
    """The query of its address."""
    return urlencode(search)


def search_of(query: str) -> Asked:
    return kept(dict(parse_qsl(query, keep_blank_values=True)))


def href(query: str) -> str:
    return f"{LISTING}?{query}"


@dataclass(frozen=True)
class Understood:
    """chips: what is looked for, one by one."""

    wanted: Wanted
    chips: tuple[Chip, ...]


def options_of(queries: Iterable[str]) -> Choices:
    """What these searches choose from. One query."""
    return choices(*(dict(search_of(query)).get("skill", "") for query in queries))


def understood(query: str, options: Choices) -> Understood | None:
    """None for what asks for something that isn't there, or not any more: it would bring too much."""
    search = search_of(query)
    form = SearchForm(search, options)
    wanted = form.wanted()
    if form.errors or not search:
        return None
    return Understood(wanted, tuple(chips(search, wanted, dict(Mode.choices), dict(Employment.choices))))
