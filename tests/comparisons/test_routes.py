import itertools

from hypothesis import given
from hypothesis import strategies as st

from comparisons.routes import MOST_STEPS, STEP_FROM, Edge, route
from tests.comparisons.facts import role

A, Z = role("A"), role("Z")


def edge(one: str, other: str, overlap: int = 50) -> Edge:
    return Edge(one, one.upper(), other, other.upper(), overlap)


def stops(edges) -> list[str]:
    found = route(A, Z, edges)
    return [step.to for step in found.steps] if found else []


def test_the_fewest_steps_lead_whichever_way_an_edge_was_written():
    assert stops(
        [edge("m", "a", 31), edge("m", "z", 31), edge("a", "b", 90), edge("b", "c", 90), edge("c", "z", 90)]
    ) == [
        "M",
        "Z",
    ]


def test_of_equally_many_steps_the_one_whose_hardest_is_easiest():
    edges = [edge("a", "b", 90), edge("b", "z", 35), edge("a", "c", 60), edge("c", "z", 50)]
    assert stops(edges) == ["C", "Z"]
    assert route(A, Z, edges).least == 50


def test_each_step_leads_to_its_comparison():
    assert [step.path for step in route(A, Z, [edge("a", "m"), edge("z", "m")]).steps] == [
        "/compare-roles/a-vs-m/",
        "/compare-roles/m-vs-z/",
    ]


def test_what_has_too_little_in_common_is_no_step():
    assert stops([edge("a", "z", STEP_FROM - 1)]) == []
    assert stops([edge("a", "z", STEP_FROM)]) == ["Z"]


def test_a_longer_way_than_the_limit_is_none():
    chain = ["a", "b", "c", "d", "z"]
    assert stops([edge(*pair) for pair in itertools.pairwise(chain)]) == []
    assert len(stops([edge("a", "b"), edge("b", "c"), edge("c", "z")])) == MOST_STEPS


EDGES = st.lists(
    st.builds(edge, st.sampled_from("abcz"), st.sampled_from("abcz"), st.integers(0, 100)).filter(
        lambda one: one.slug != one.other_slug
    ),
    max_size=12,
)


@given(EDGES)
def test_a_route_is_a_chain_of_real_steps_and_the_way_back_is_as_long(edges):
    there, back = route(A, Z, edges), route(Z, A, edges)
    assert (there is None) == (back is None)
    if there:
        assert (len(there.steps), there.least) == (len(back.steps), back.least)
        overlaps = {frozenset((one.slug, one.other_slug)): 0 for one in edges}
        for one in edges:
            pair = frozenset((one.slug, one.other_slug))
            overlaps[pair] = max(overlaps[pair], one.overlap)
        slugs = ["a", *(step.to.lower() for step in there.steps)]
        assert slugs[-1] == "z"
        assert min(overlaps[frozenset(pair)] for pair in itertools.pairwise(slugs)) == there.least
