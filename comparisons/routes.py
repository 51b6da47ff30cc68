"""Stepping stones: from one role to a far one by moves between roles that have enough in common. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
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
    least: int
    steps: tuple[Step, ...]


def route(origin: RoleFacts, target: RoleFacts, edges: Iterable[Edge]) -> Route | None:
    """Fewest steps first, then the one whose hardest step is easiest, then by name. None when none is short enough."""
    moves = _moves(edges)
    seen, front = {origin.slug}, {origin.slug: _Reached(100, ())}
    for _ in range(MOST_STEPS):
        front = _next(front, moves, seen)
        if target.slug in front:
            found = front[target.slug]
            return Route(origin, found.steps, found.least)
        seen |= front.keys()
    return None


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
        least, steps = front[slug]
        for edge in moves.get(slug, ()):
            better = min(least, edge.overlap)
            if edge.other_slug not in seen and better > reached.get(edge.other_slug, _Reached(-1, ())).least:
                step = Step(edge.other_name, comparison_path(slug, edge.other_slug))
                reached[edge.other_slug] = _Reached(better, (*steps, step))
    return reached
