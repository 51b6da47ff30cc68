"""What stands around a comparison: links to the pairs near it, and moves that lead from the one role to the other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from comparisons.comparison import Comparison
from comparisons.links import PairLink, in_common, pair_link
from comparisons.models import Beside, Neighbour, neighbours, pairs_among
from comparisons.models.neighbours import MOST_ACROSS
from comparisons.routes import STEP_FROM, Edge, Route, route
from roles.models import Role

RELATED_FROM = 20  # per cent in common that make a pair worth a reader's look
BESIDE = 6  # roles near each of the two whose comparisons are linked to

Names = Mapping[int, tuple[str, str]]  # slug and name of roles, by their keys


@dataclass(frozen=True)
class Surroundings:
    """sharing: pairs that share one of the two roles; around: pairs of the roles near them; edges: all of these, for
    routes from the one role to the other."""

    is_indexable: bool = False
    sharing: tuple[PairLink, ...] = ()
    around: tuple[PairLink, ...] = ()
    edges: tuple[Edge, ...] = ()


def surroundings(left: Role, right: Role, *, is_far: bool) -> Surroundings:
    """What the gate stored of the pair and of those around it; is_far: routes will be asked for. Two queries, whose
    cost has a limit."""
    keys = (left.pk, right.pk)
    found = neighbours(*keys, least=RELATED_FROM)
    near = [row for row in found if row.other not in keys]
    sides = [[row for row in near if row.role == key] for key in keys]
    linked = [row for side in sides for row in side[:BESIDE]]
    nearest = {row.other for row in linked}
    stones = [_stones(side) if is_far else () for side in sides]
    among = pairs_among(nearest.union(keys), *stones, least=RELATED_FROM, step=STEP_FROM)
    beside = [pair for pair in among if pair.first not in keys or pair.second not in keys]
    names = {row.other: (row.slug, row.name) for row in near}
    names |= {role.pk: (role.slug, role.name) for role in (left, right)}
    return Surroundings(
        is_indexable=any(row.is_indexable for row in found if row.other in keys),
        sharing=tuple(_sharing(row, names) for side in sides for row in side[: BESIDE // 2]),
        around=tuple(_around(nearest, beside, names, (left, right))),
        edges=tuple(_edges(near, beside, names)) if is_far else (),
    )


def routes_of(comparison: Comparison, around: Surroundings) -> tuple[Route, ...]:
    """The ways in nearer steps where a switch is far. No query."""
    far = (switch for switch in comparison.switches if switch.is_far)
    ways = (route(switch.origin, switch.target, around.edges) for switch in far)
    return tuple(way for way in ways if way)


def _stones(rows: Sequence[Neighbour]) -> list[int]:
    """The roles that a route may go over."""
    return [row.other for row in rows[:MOST_ACROSS] if row.overlap >= STEP_FROM]


def _sharing(row: Neighbour, names: Names) -> PairLink:
    return pair_link(*names[row.role], row.slug, row.name, in_common(row.overlap))


def _around(nearest: set[int], beside: Sequence[Beside], names: Names, roles: Sequence[Role]) -> Iterator[PairLink]:
    """Pairs of two of the nearest, those that overlap most first, and why a reader of this pair may want them."""
    close = [{end for pair in beside for end in pair[:2] if role.pk in pair[:2]} for role in roles]
    among = [pair for pair in beside if pair.first in nearest and pair.second in nearest]
    among.sort(key=lambda pair: (-pair.overlap, names[pair.first], names[pair.second]))
    for first, second, overlap in among[:BESIDE]:
        to_both = (role.name for role, keys in zip(roles, close, strict=True) if first in keys and second in keys)
        reason = next((f"both close to {name}" for name in to_both), "each close to one of these two")
        yield pair_link(*names[first], *names[second], f"{in_common(overlap)}; {reason}")


def _edges(near: Iterable[Neighbour], beside: Iterable[Beside], names: Names) -> Iterator[Edge]:
    """Every move that is no leap."""
    moves = chain((row[:3] for row in near), beside)
    return (Edge(*names[one], *names[other], overlap) for one, other, overlap in moves if overlap >= STEP_FROM)
