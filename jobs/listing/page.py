"""Everything that a page of the list says. At most eight queries."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from jobs.addresses import LISTING, place_jobs_path, role_jobs_path
from jobs.listing import wording
from jobs.listing.address import BY_FIT, FEED, Asked, filters, having, path, without
from jobs.listing.chips import Chip, chips
from jobs.listing.choices import Choices, skills
from jobs.listing.facets import KINDS, Counts, counted
from jobs.listing.finding import MOST, Found, find
from jobs.listing.form import SearchForm
from jobs.listing.loosening import Looser, looser
from jobs.listing.rows import Row, row
from jobs.listing.wanted import Option, Wanted
from jobs.models import Employment, Job, Mode
from roles.words import capitalised

PER_PAGE = 20
LAST_PAGE = MOST // PER_PAGE
FACET_LINKS = 8  # of each kind
SKILLS_OFFERED = 30  # in the form
HEADINGS = {
    "role": "Role",
    "city": "City",
    "skill": "Skill",
    "mode": "Where you work",
    "employment": "Employment",
}


Finding = Callable[[Wanted, datetime.date], Found]


class NoSuchPage(ValueError):
    """The list has fewer pages."""


@dataclass(frozen=True)
class Link:
    """One filter more. is_page: it has a page of its own, which search engines may be shown."""

    name: str
    count: int
    href: str
    is_page: bool = False


@dataclass(frozen=True)
class Facet:
    heading: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Pager:
    """Addresses of the pages beside this one, nothing where there is none."""

    number: int
    last: int
    before: str
    after: str

    @property
    def is_cut(self) -> bool:
        """Whether it is the last page that there may be."""
        return self.number == LAST_PAGE


@dataclass(frozen=True)
class Listing:
    """count: "31 jobs"; capped: how many were looked through where there are more, else 0; base: the list's path;
    by_fit: the same search in the order in which openings fit who is signed in."""

    form: SearchForm
    wanted: Wanted
    found: Found
    rows: tuple[Row, ...]
    count: str
    capped: int
    chips: tuple[Chip, ...]
    facets: tuple[Facet, ...]
    pager: Pager
    looser: tuple[Looser, ...]
    feed: str
    kept: (
        str  # the query of its filters, by which it can be saved; nothing where there are none, or one isn't understood
    )
    base: str
    by_fit: str

    @property
    def can_be_indexed(self) -> bool:
        """Whether it shows an opening that isn't invented."""
        return self.found.has_real

    @property
    def has_errors(self) -> bool:
        return bool(self.form.errors)


def get_listing(
    search: Asked, options: Choices, today: datetime.date, finding: Finding = find, base: str = LISTING
) -> Listing:
    """Raises NoSuchPage. finding: what finds the openings; base: the list's path."""
    form = SearchForm(search, options)
    wanted = form.wanted()
    found = finding(wanted, today)
    pager = _pager(search, found, base)
    counts = counted(found.marks)
    offered = skills(list(counts.keys(KINDS["skill"]))[:SKILLS_OFFERED])
    by_field = _by_field(counts, options, offered)
    form.say_counts({name: known for name, known in by_field.items() if name not in dict(search)}, offered)
    chosen = chips(search, wanted, dict(Mode.choices), dict(Employment.choices), base)
    first = (pager.number - 1) * PER_PAGE
    return Listing(
        form=form,
        wanted=wanted,
        found=found,
        rows=tuple(row(job, today) for job in Job.objects.for_rows(found.keys[first : first + PER_PAGE])),
        count=wording.number_of_jobs(len(found.keys), found.has_more),
        capped=MOST if found.has_more else 0,
        chips=tuple(chosen),
        facets=tuple(_facets(search, by_field, _names(options, offered), base)),
        pager=pager,
        looser=tuple(looser(chosen, wanted, today)) if not found.keys else (),
        feed=path(filters(search), FEED),
        kept="" if form.errors else _kept(filters(search)),
        base=base,
        by_fit=path(having(search, "sort", BY_FIT)),
    )


def _kept(chosen: Asked) -> str:
    """How old an opening may be isn't something to look out for."""
    return urlencode(chosen) if without(chosen, "days") else ""


def _pager(search: Asked, found: Found, base: str) -> Pager:
    number = int(dict(search).get("page", "1"))
    last = max(1, -(-len(found.keys) // PER_PAGE))
    if number > last:
        raise NoSuchPage(number)
    previous = without(search, "page") if number == 2 else _page(search, number - 1)
    before = "" if number == 1 else path(previous, base)
    return Pager(number, last, before, path(_page(search, number + 1), base) if number < last else "")


def _page(search: Asked, number: int) -> Asked:
    return having(search, "page", str(number))


def _by_field(counts: Counts, options: Choices, offered: Iterable[Option]) -> dict[str, dict[str, int]]:
    """How many openings have each value of a field, most first; only what can be chosen."""

    def of_options(name: str, known: Iterable[Option]) -> dict[str, int]:
        slugs = {option.key: option.slug for option in known}
        return {slugs[key]: count for key, count in counts.keys(KINDS[name]).items() if key in slugs}

    return {
        "role": of_options("role", options.roles.values()),
        "city": of_options("city", options.cities.values()),
        "skill": of_options("skill", offered),
        "mode": counts.of(KINDS["mode"]),
        "employment": counts.of(KINDS["employment"]),
    }


def _names(options: Choices, offered: Iterable[Option]) -> dict[str, dict[str, str]]:
    """What each value of a field is called."""
    listed = {"role": options.roles.values(), "city": options.cities.values(), "skill": offered}
    return {
        **{name: {option.slug: option.name for option in known} for name, known in listed.items()},
        **{name: {value: capitalised(label) for value, label in kinds} for name, kinds in _KINDS.items()},
    }


_KINDS = {"mode": Mode.choices, "employment": Employment.choices}
_PAGES = {"role": role_jobs_path, "city": place_jobs_path}


def _facets(
    search: Asked, by_field: dict[str, dict[str, int]], names: dict[str, dict[str, str]], base: str
) -> Iterable[Facet]:
    """Ways to narrow the search down by what isn't chosen yet."""
    for name, by_value in by_field.items():
        links = tuple(
            _link(search, name, value, names[name][value], count, base)
            for value, count in list(by_value.items())[:FACET_LINKS]
        )
        if links and name not in dict(search):
            yield Facet(HEADINGS[name], links)


def _link(search: Asked, name: str, value: str, called: str, count: int, base: str) -> Link:
    if not search and name in _PAGES:
        return Link(called, count, _PAGES[name](value), is_page=True)
    return Link(called, count, path(having(without(search, "page"), name, value), base))
