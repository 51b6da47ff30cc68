"""Stepping stones: from one role to a far one by moves between roles that have enough in common. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

from comparisons.addresses import comparison_path
from roles.facts import RoleFacts

STEP_FROM = 30  # per cent in common that make a move between two roles a step

Shares = Mapping[int, int]  # whole per cent in common with other roles, by their keys


class Near(NamedTuple):
    """A role, and what it has in common with the roles near it."""

    slug: str
    name: str
    shares: Shares


class Way(NamedTuple):
    """From one role to another, or back. least: per cent in common at the hardest step; stones: the roles between."""

    least: int
    stones: tuple[Near, ...]


@dataclass(frozen=True)
class Step:
    """A move to the role `to`; path: where its comparison with the role before stands."""

    to: str
    path: str


@dataclass(frozen=True)
class Route:
    """least: per cent in common at its hardest step."""

    origin: RoleFacts
    steps: tuple[Step, ...]
    least: int


def way(left: Near, right: Near, stones: Mapping[int, Near]) -> Way | None:
    """Over one of the stones (by their keys) or else two, as more are no plan: the way whose hardest step is easiest,
    then by name. None when there is none."""
    ours, theirs = _steps(left, stones), _steps(right, stones)
    over_one = [Way(min(ours[key], theirs[key]), (stones[key],)) for key in ours.keys() & theirs.keys()]
    ways = over_one or [
        Way(min(ours[one], share, theirs[other]), (stones[one], stones[other]))
        for one, other, share in _across(ours, theirs, stones)
    ]
    return min(ways, key=lambda way: (-way.least, [stone.name for stone in way.stones]), default=None)


def route(origin: RoleFacts, target: RoleFacts, least: int, stones: Sequence[Near]) -> Route:
    """The way as one goes it, step by step. stones: as they follow the origin."""
    stops = [(origin.slug, origin.name), *(stone[:2] for stone in stones), (target.slug, target.name)]
    steps = (Step(name, comparison_path(before, slug)) for (before, _), (slug, name) in pairwise(stops))
    return Route(origin, tuple(steps), least)


def _steps(end: Near, stones: Mapping[int, Near]) -> dict[int, int]:
    """The stones that are one step from this end."""
    return {key: share for key, share in end.shares.items() if share >= STEP_FROM and key in stones}


def _across(ours: Shares, theirs: Shares, stones: Mapping[int, Near]) -> Iterator[tuple[int, int, int]]:
    """Steps from one of ours to one of theirs: each may be the one that knows of it."""
    there = ((one, other, stones[one].shares[other]) for one in ours for other in stones[one].shares.keys() & theirs)
    back = ((one, other, stones[other].shares[one]) for other in theirs for one in stones[other].shares.keys() & ours)
    return (step for step in chain(there, back) if step[2] >= STEP_FROM)
