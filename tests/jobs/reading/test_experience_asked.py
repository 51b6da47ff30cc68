"""How many years an advert asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.reading.experience import MOST, find_experience, read_experience


def years(read) -> tuple[float, float | None] | None:
    return (read.value.low, read.value.high) if read else None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("3-5 yrs", (3, 5)),
        ("3 - 5 Years", (3, 5)),
        ("3 – 5 years", (3, 5)),
        ("5 to 8 Yrs", (5, 8)),
        ("2 years to 4 years", (2, 4)),
        ("3+ years", (3, None)),
        ("3 + yrs", (3, None)),
        ("10 plus", (10, None)),
        ("10+", (10, None)),
        ("10 plus years", (10, None)),
        ("minimum 2 years", (2, None)),
        ("Min. 2 yrs", (2, None)),
        ("at least 4 years", (4, None)),
        ("2 years and above", (2, None)),
        ("2 years", (2, 2)),
        ("1.5 years", (1.5, 1.5)),
        ("6 months", (0.5, 0.5)),
        ("6 months - 2 years", (0.5, 2)),
        ("6-18 months", (0.5, 1.5)),
        ("up to 3 years", (0, 3)),
        ("0-1 year", (0, 1)),
        ("3-5", (3, 5)),
        ("0", (0, 0)),
        ("Fresher", (0, 0)),
        ("Freshers can apply", (0, 0)),
        ("Entry level", (0, 0)),
        ("No experience", (0, 0)),
        ("Fresher or 1-2 years", (1, 2)),
        ("5-3 years", None),
        ("100 years", None),
        ("50 years", None),
        ("several years", None),
        ("2024-2026", None),
        ("", None),
    ],
)
def test_a_field_for_experience(words, expected):
    assert years(read_experience(words)) == expected


@pytest.mark.parametrize(
    ("text", "expected", "words"),
    [
        ("Java Developer (5-8 years experience)", (5, 8), "5-8 years"),
        ("We need somebody with 3+ years of experience in sales.", (3, None), "3+ years"),
        ("Experience: 2 yrs", (2, 2), "2 yrs"),
        ("Minimum 2 years of relevant work", (2, None), "2 years"),
        ("Freshers welcome", (0, 0), "Freshers"),
        ("Our team has over 20 years of experience. You bring 2 years of experience.", (2, 2), "2 years"),
        ("A firm established 25 years ago.", None, ""),
        ("Bond of 2 years, experience certificate given", None, ""),
        ("Age limit 18-30 years", None, ""),
        ("Open 7 days, 24 hours", None, ""),
        ("Refreshers' course", None, ""),
    ],
)
def test_in_a_text_only_what_is_said_of_experience(text, expected, words):
    read = find_experience(text)
    assert years(read) == expected
    assert (read.words if read else "") == words


@given(
    st.integers(0, MOST),
    st.integers(0, MOST),
    st.sampled_from(["-", " - ", "–", " to "]),
    st.sampled_from(["yrs", "Years"]),
)
def test_any_range_is_read_as_it_is_written(one, other, dash, unit):
    low, high = sorted((one, other))
    assert years(read_experience(f"{low}{dash}{high} {unit}")) == (low, high)


@given(st.text(max_size=200) | st.text(alphabet="0123456789 -+to.yrsmonth", max_size=80))
def test_any_text_is_read_to_years_that_can_be(text):
    for read in (read_experience(text), find_experience(text)):
        if read:
            assert 0 <= read.value.low <= (MOST if read.value.high is None else read.value.high) <= MOST
