"""The formula still makes of fifty fixed pairs what its version made of them."""

import json

import pytest

from profiles.fit.formula import FORMULA_VERSION
from profiles.fit.stated import VERSIONS
from tests.profiles.fit_pairs import PAIRS, made_of, path

FIXED = json.loads(path(FORMULA_VERSION).read_text(encoding="utf-8"))


def test_there_are_fifty_of_many_kinds():
    assert len(FIXED) == PAIRS == 50
    assert len({pair["score"] for pair in FIXED}) > 40
    assert any(not pair["gains"] for pair in FIXED) or any(pair["score"] == 0 for pair in FIXED)


@pytest.mark.parametrize("number", range(PAIRS))
def test_a_pair_is_scored_as_ever(number):
    """Where this fails on purpose: raise FORMULA_VERSION, write its pairs, and say on /fit/ what changed."""
    pair = FIXED[number]
    assert {name: pair[name] for name in ("points", "earned", "score", "gains")} == made_of(pair)


def test_each_version_is_explained_and_has_its_pairs():
    assert list(VERSIONS) == list(range(1, FORMULA_VERSION + 1))
    assert all(path(version).exists() for version in VERSIONS)
