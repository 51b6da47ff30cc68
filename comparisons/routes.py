"""Stepping stones: from one role to a far one by moves between roles that have enough in common. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from comparisons.addresses import comparison_path
from roles.facts import RoleFacts

STEP_FROM = 30  # per cent in common that make a move between two roles a step
MOST_STEPS = 3  # more than two stones on the way are no plan


class Edge(NamedTuple):
    """Two roles and how much they have in common, whole per cent. The order has no meaning."""

    slug: str
    name: str
    other_slug: str
    other_name: str
    overlap: int


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


class _Reached(NamedTuple):
    """A role, and the way to it. stones: slug and name of each role after the first."""

    least: int
    stones: tuple[tuple[str, str], ...]


def route(origin: RoleFacts, target: RoleFacts, edges: Iterable[Edge]) -> Route | None:
    """Fewest steps first, then the one whose hardest step is easiest, then by name. None when none is short enough."""
    moves = _moves(edges)
    seen, front = {origin.slug}, {origin.slug: _Reached(100, ())}
    for _ in range(MOST_STEPS):
        front = _next(front, moves, seen)
        if target.slug in front:
            least, stones = front[target.slug]
            return Route(origin, _steps(origin.slug, stones), least)
        seen |= front.keys()
    return None


def _steps(start: str, stones: Sequence[tuple[str, str]]) -> tuple[Step, ...]:
    """start: the slug of the first role."""
    slugs = [start, *(slug for slug, _ in stones)]
    names = (name for _, name in stones)
    return tuple(Step(name, comparison_path(*move)) for name, move in zip(names, pairwise(slugs), strict=True))


def _moves(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    """Each edge from both its ends, the largest overlap first."""
    moves: dict[str, list[Edge]] = {}
    for edge in edges:
        if edge.overlap >= STEP_FROM:
            moves.setdefault(edge.slug, []).append(edge)
            back = Edge(edge.other_slug, edge.other_name, edge.slug, edge.name, edge.overlap)
            moves.setdefault(edge.other_slug, []).append(back)
    return moves


def _next(front: dict[str, _Reached], moves: dict[str, list[Edge]], seen: set[str]) -> dict[str, _Reached]:
    """What one more step reaches, by the best way there."""
    reached: dict[str, _Reached] = {}
    for slug in sorted(front):
        least, stones = front[slug]
        for edge in moves.get(slug, ()):
            better = min(least, edge.overlap)
            if edge.other_slug not in seen and better > reached.get(edge.other_slug, _Reached(-1, ())).least:
                reached[edge.other_slug] = _Reached(better, (*stones, (edge.other_slug, edge.other_name)))
    return reached
