from hypothesis import given
from hypothesis import strategies as st

from tests.comparisons.facts import comparison, role, row
from tests.comparisons.test_compare import slugs

CLAUSES = st.lists(st.sampled_from(["like order", "enjoy noise", "can wait", "ask twice"]), unique=True).map(tuple)


def test_what_speaks_for_a_role_is_not_true_of_the_other():
    facts = comparison(
        row("python", "core", "core"),
        row("statistics", "core", "secondary"),
        row("mlops", "", "core"),
        left=role("Analyst", suits=("like order", "ask twice"), avoid=("hate doubt", "want quiet")),
        right=role("Baker", suits=("like order", "rise early"), avoid=("want quiet",)),
    )
    analyst, baker = (side.suits for side in facts.sides)
    assert (analyst.likes, analyst.avoid) == (("ask twice",), ("hate doubt",))
    assert (baker.likes, baker.avoid) == (("rise early",), ())
    assert slugs(analyst.skills) == ["statistics"]  # core only here, as there is none that only it has
    assert slugs(baker.skills) == ["mlops"]
    assert [duty.gerund for duty in analyst.duties] == ["building models", "planning work"]


def test_a_bare_role_has_no_reason():
    left, right = (side.suits for side in comparison(left=role("Cook", duties=()), right=role("Baker")).sides)
    assert not left.has_reason
    assert right.has_reason


@given(CLAUSES, CLAUSES, CLAUSES, CLAUSES)
def test_the_same_filler_never_stands_on_both_sides(suits, avoid, other_suits, other_avoid):
    facts = comparison(
        left=role("Analyst", suits=suits, avoid=avoid), right=role("Baker", suits=other_suits, avoid=other_avoid)
    )
    left, right = (side.suits for side in facts.sides)
    assert set(left.likes).isdisjoint(right.likes)
    assert set(left.avoid).isdisjoint(right.avoid)
