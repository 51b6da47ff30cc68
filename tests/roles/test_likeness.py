"""Which names fit what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.likeness import certain, fitting, plain, score, shared_trigrams

NAMES = [
    "data analyst",
    "data scientist",
    "machine learning engineer",
    "ml engineer",
    "nurse",
    "python developer",
    "go",
    "c++",
]
typed = st.text(alphabet="abcdegilmnrsty +", min_size=1, max_size=14).map(plain).filter(bool)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  ML-Engineer ", "ml engineer"),
        ("UI/UX", "ui ux"),
        ("C++", "c++"),
        ("C#", "c#"),
        (".NET", ".net"),
        ("Node.js", "node.js"),
        ("Docker & Kubernetes", "docker kubernetes"),
        ("x" * 500, "x" * 80),
    ],
)
def test_names_are_compared_plain(text, expected):
    assert plain(text) == expected


def test_kinds_of_fit_go_before_each_other():
    fits = [
        score("data", "data"),
        score("data", "data analyst"),
        score("data", "datadog"),
        score("analyst", "data analyst"),
        score("analyst da", "data analyst"),
        score("naly", "data analyst"),
        score("dtaa analyst", "data analyst"),
    ]
    assert fits == sorted(fits, reverse=True)
    assert fits[0] == 100
    assert fits[-1] > 50


@pytest.mark.parametrize("slip", ["nurs", "nusre", "nurrse", "nurze"])
def test_a_slip_is_forgiven(slip):
    assert NAMES.index("nurse") in fitting(slip, NAMES)


def test_a_half_typed_slip_is_forgiven():
    best = max(found := fitting("machne lea", NAMES), key=found.get)
    assert NAMES[best] == "machine learning engineer"


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("word", "word", 1.0),
        (
            "word",
            "two words",
            4 / 11,
        ),  # "  w", " wo", "wor", "ord" of "  t", " tw", "two", "wo ", "rds", "ds ", "rd " too
        ("pyhton", "python", 3 / 11),  # "  p", " py", "on "
        ("c++", "c#", 1.0),  # signs don't count
        ("++", "word", 0.0),
    ],
)
def test_trigrams_are_shared_as_postgresql_counts_them(one, other, shared):
    assert shared_trigrams(one, other) == pytest.approx(shared)


def test_two_letters_are_no_slip_of_another_name():
    assert fitting("xo", NAMES) == {}


def test_only_what_is_certain_is_taken():
    assert [NAMES[place] for place in certain("data scientists", NAMES)] == ["data scientist"]
    assert [NAMES[place] for place in certain("data scientst", NAMES)] == ["data scientist"]
    assert certain("data", NAMES) == []
    assert certain("go", NAMES) == [NAMES.index("go")]


@given(typed, st.lists(typed, max_size=12))
def test_the_quick_way_finds_what_the_plain_one_does(wanted, names):
    assert fitting(wanted, names) == {
        place: value for place, name in enumerate(names) if (value := score(wanted, name))
    }
