from itertools import combinations, permutations

from hypothesis import given
from hypothesis import strategies as st

from comparisons.routes import STEP_FROM, Near, Way, route, way
from tests.comparisons.facts import role

NAMES = "abcdz"  # from a to z, over the others


def roles(common: dict[str, int]) -> dict[str, Near]:
    """Roles of one letter, of which two, “bc”, have so much in common; only the ends know of what is near them, and
    of two others the first."""
    shares: dict[str, dict[int, int]] = {name: {} for name in NAMES}
    for (one, other), share in common.items():
        knows, of = (other, one) if other == "z" else (one, other)
        shares[knows][ord(of)] = share
    return {name: Near(name, name.upper(), shares[name]) for name in NAMES}


def found(common: dict[str, int]) -> Way | None:
    known = roles(common)
    return way(known["a"], known["z"], {ord(name): known[name] for name in "bcd"})


def over(common: dict[str, int]) -> str:
    way = found(common)
    return "".join(stone.slug for stone in way.stones) if way else ""


def test_one_stone_is_better_than_two():
    assert over({"ab": 90, "bc": 90, "cz": 90, "ad": 31, "dz": 31}) == "d"


def test_of_as_many_the_way_whose_hardest_step_is_easiest():
    assert found({"ab": 90, "bz": 35, "ac": 60, "cz": 50}).least == 50
    assert over({"ab": 90, "bz": 35, "ac": 60, "cz": 50}) == "c"
    assert over({"ab": 90, "ac": 90, "bd": 40, "cd": 41, "dz": 90}) == "cd"


def test_of_equal_ways_the_first_by_name():
    assert over({"ac": 40, "cz": 60, "ab": 60, "bz": 40}) == "b"


def test_what_has_too_little_in_common_is_no_step():
    assert over({"ab": STEP_FROM, "bz": STEP_FROM - 1}) == ""
    assert over({"ab": STEP_FROM, "bz": STEP_FROM}) == "b"
    assert over({"ab": STEP_FROM, "bc": STEP_FROM - 1, "cz": STEP_FROM}) == ""


def test_three_stones_are_no_plan():
    assert over({"ab": 90, "bc": 90, "cd": 90, "dz": 90}) == ""


def test_what_leads_to_a_role_that_nobody_looked_up_is_left_out():
    known = roles({"ab": 90, "bz": 90})
    assert way(known["a"], known["z"], {}) is None


def test_each_step_of_a_route_leads_to_its_comparison():
    known = roles({})
    there = route(role("A"), role("Z"), 40, [known["c"], known["b"]])
    assert (there.origin, there.least) == (role("A"), 40)
    assert [(step.to, step.path) for step in there.steps] == [
        ("C", "/compare-roles/a-vs-c/"),
        ("B", "/compare-roles/b-vs-c/"),
        ("Z", "/compare-roles/b-vs-z/"),
    ]


PAIRS = ["".join(pair) for pair in combinations(NAMES, 2) if pair != ("a", "z")]


@given(st.dictionaries(st.sampled_from(PAIRS), st.integers(STEP_FROM - 2, STEP_FROM + 3)))
def test_no_way_is_better(common):
    every = {
        stones: min(common.get("".join(sorted(pair)), 0) for pair in zip(("a", *stones), (*stones, "z"), strict=True))
        for count in (1, 2)
        for stones in permutations("bcd", count)
    }
    ways = [(len(stones), -least, stones) for stones, least in every.items() if least >= STEP_FROM]
    best = found(common)
    assert (best is None) == (not ways)
    if best:
        names = tuple(stone.slug for stone in best.stones)
        assert (len(names), -best.least, names) == min(ways)
