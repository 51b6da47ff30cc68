import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.overlap import overlap

SKILLS = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(1, 100))
WEIGHT = st.integers(1, 100)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"sql": 90, "excel": 60}, {"sql": 50}, 70),  # 140 of 200
        ({"sql": 90}, {"sql": 10}, 100),
        ({"sql": 90}, {"excel": 90}, 0),
        ({}, {"excel": 90}, 0),
        ({}, {}, 0),
        ({"a": 1, "b": 100}, {"a": 1, "c": 100}, 1),  # 2 of 202 is 0.99
        ({"a": 1, "b": 100, "c": 100}, {"a": 1, "d": 100, "e": 100}, 1),  # 2 of 402 would round to 0
        ({"a": 100, "b": 1, "c": 100}, {"a": 100, "c": 100}, 99),  # 400 of 401 would round to 100
        ({"a": 25, "b": 75}, {"a": 100}, 63),  # 125 of 200 is 62.5
    ],
)
def test_the_number_is_the_share_of_importance_on_shared_skills(left, right, expected):
    assert overlap(left, right) == expected


@given(SKILLS, SKILLS)
def test_it_is_the_same_both_ways_and_a_per_cent(left, right):
    assert 0 <= overlap(left, right) == overlap(right, left) <= 100


@given(SKILLS, SKILLS)
def test_it_is_nothing_just_for_disjoint_and_everything_just_for_equal_sets(left, right):
    assert (overlap(left, right) == 0) == left.keys().isdisjoint(right)
    assert (overlap(left, right) == 100) == (bool(left) and left.keys() == right.keys())


@given(SKILLS, SKILLS, WEIGHT, WEIGHT)
def test_a_further_shared_skill_never_lowers_it(left, right, ours, theirs):
    assert overlap({**left, "new": ours}, {**right, "new": theirs}) >= overlap(left, right)


@given(SKILLS, SKILLS, WEIGHT)
def test_a_further_skill_of_one_alone_never_raises_it(left, right, weight):
    assert overlap({**left, "new": weight}, right) <= overlap(left, right)
