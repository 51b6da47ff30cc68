"""What stands around a comparison: links to the pairs near it, and moves that lead from the one role to the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from comparisons.comparison import Comparison
from comparisons.links import PairLink, in_common, pair_link
from comparisons.models import around, roles_with_shares
from comparisons.models.near_roles import MOST_READ
from comparisons.routes import STEP_FROM, Near, Route, Shares, Way, route, way
from roles.models import Role

BESIDE = 6  # roles near each of the two whose comparisons are linked to
MOST_STONES = MOST_READ // 2  # of the roles near each of the two over which a route may lead

Known = Mapping[int, Near]  # roles near the two, by their keys


@dataclass(frozen=True)
class Surroundings:
    """sharing: pairs that share one of the two roles; around: pairs of the roles near them; way: from the left role to
    the right one in nearer steps, where it was looked for and found."""

    is_indexable: bool = False
    sharing: tuple[PairLink, ...] = ()
    around: tuple[PairLink, ...] = ()
    way: Way | None = None


def surroundings(left: Role, right: Role, *, is_far: bool) -> Surroundings:
    """What the gate stored of the pair and of those around it; is_far: a way in nearer steps is asked for. Two queries,
    whose cost has a limit."""
    found = around(left.pk, right.pk)
    sides = (_without(found.left, right), _without(found.right, left))
    beside = dict.fromkeys(chain.from_iterable(islice(side, BESIDE) for side in sides))
    near = roles_with_shares([*beside, *(_stones(*sides) if is_far else ())])
    ends = [Near(role.slug, role.name, side) for role, side in zip((left, right), sides, strict=True)]
    return Surroundings(
        is_indexable=found.is_indexable,
        sharing=tuple(link for end in ends for link in _sharing(end, near)),
        around=tuple(_around({key: near[key] for key in beside if key in near}, ends)),
        way=way(*ends, near) if is_far else None,
    )


def routes_of(comparison: Comparison, around: Surroundings) -> tuple[Route, ...]:
    """The way in nearer steps where a switch is far. No query."""
    if around.way is None:
        return ()
    least, stones = around.way
    both = zip(comparison.switches, (stones, stones[::-1]), strict=True)
    return tuple(route(switch.origin, switch.target, least, over) for switch, over in both if switch.is_far)


def _without(shares: Shares, role: Role) -> Shares:
    return {key: share for key, share in shares.items() if key != role.pk}


def _stones(ours: Shares, theirs: Shares) -> Iterator[int]:
    """The roles that a route may go over: those that are near both, then the nearest of either."""
    steps = [[key for key, share in side.items() if share >= STEP_FROM] for side in (ours, theirs)]
    both = (key for key in steps[0] if key in steps[1])
    return chain(both, *(side[:MOST_STONES] for side in steps))


def _sharing(end: Near, near: Known) -> Iterator[PairLink]:
    """The comparisons of one of the two with the roles nearest to it."""
    known = ((near[key], share) for key, share in end.shares.items() if key in near)
    for other, share in islice(known, BESIDE // 2):
        yield pair_link(end.slug, end.name, other.slug, other.name, in_common(share))


def _around(near: Known, ends: Sequence[Near]) -> Iterator[PairLink]:
    """Pairs of two of the nearest, those that overlap most first, and why a reader of this pair may want them."""
    among = sorted((-share, *sorted((near[key][:2], key) for key in keys)) for keys, share in _among(near).items())
    for share, *pair in among[:BESIDE]:
        to_both = (end.name for end in ends if all(key in end.shares for _, key in pair))
        reason = next((f"both close to {name}" for name in to_both), "each close to one of these two")
        yield pair_link(*chain.from_iterable(names for names, _ in pair), f"{in_common(-share)}; {reason}")


def _among(known: Known) -> dict[tuple[int, int], int]:
    """What two of these roles have in common, by their keys, the smaller first: where it is worth a look for either."""
    return {
        (min(one, other), max(one, other)): near.shares[other]
        for one, near in known.items()
        for other in near.shares.keys() & known.keys()
    }
