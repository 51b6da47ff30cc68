"""What was chosen, each with the way to take it back: pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from jobs.addresses import LISTING
from jobs.listing import wording
from jobs.listing.address import Asked, path, without
from jobs.listing.wanted import Wanted
from roles.words import capitalised, counted_years


@dataclass(frozen=True)
class Chip:
    """name: of the parameter; href: the same search without it."""

    name: str
    says: str
    href: str


def chips(
    search: Asked, wanted: Wanted, modes: dict[str, str], employments: dict[str, str], base: str = LISTING
) -> list[Chip]:
    """modes, employments: what each value is called; base: the list's path. What wasn't understood has no chip: it
    filters nothing."""
    return [Chip(name, says, path(without(search, name), base)) for name, says in _said(wanted, modes, employments)]


def _said(wanted: Wanted, modes: dict[str, str], employments: dict[str, str]) -> Iterator[tuple[str, str]]:
    if wanted.words:
        yield "q", f"“{wanted.words}”"
    for name, option in (("role", wanted.role), ("skill", wanted.skill), ("city", wanted.city)):
        if option:
            yield name, option.name
    if wanted.mode:
        yield "mode", capitalised(modes[wanted.mode])
    if wanted.years is not None:
        yield "years", f"{counted_years(wanted.years)} of experience"
    if wanted.employment:
        yield "employment", capitalised(employments[wanted.employment])
    if wanted.pay is not None:
        yield "pay", wording.at_least(wanted.pay)
        if not wanted.with_unstated:
            yield "unstated", "Only with stated pay"
    if wanted.days is not None:
        yield "days", wording.DAYS[wanted.days]
