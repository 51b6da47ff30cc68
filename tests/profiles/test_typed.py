import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.facts import When
from profiles.spans import length, month, span
from profiles.typed import given_lines, many_lines, one_line


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("  Asha   Rao ", "Asha Rao"),
        ("Asha\0Rao", "Asha Rao"),
        ("Asha\u202eoaR", "Asha oaR"),
        ("a\ud800b", "a b"),
        ("a\r\nb", "a b"),
        ("आशा राव", "आशा राव"),
        ("क्‍ष", "क्‍ष"),  # a joiner between letters of a word stays
    ],
)
def test_one_line_is_text_alone(typed, clean):
    assert one_line(typed) == clean


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        (" a \r\n b ", "a\nb"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\u2028b\x0bc", "a\nb c"),
        ("\n\n", ""),
    ],
)
def test_lines_stay_lines(typed, clean):
    assert many_lines(typed) == clean


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text):
    for clean in (one_line, many_lines, given_lines):
        assert clean(clean(text)) == clean(text)
        clean(text).encode()
    assert "\n\n" not in given_lines(text)
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("start", "end", "is_current", "words"),
    [
        (When(2020, 1), When(2022, 3), False, "Jan 2020 – Mar 2022"),
        (When(2020), When(2022), False, "2020 – 2022"),
        (When(2020, 1), None, True, "since Jan 2020"),
        (None, None, True, "now"),
        (None, When(2022), False, "until 2022"),
        (When(2020, 5), When(2020, 5), False, "May 2020"),
        (When(2020, 5), None, False, "May 2020"),
        (None, None, False, ""),
    ],
)
def test_months_in_words(start, end, is_current, words):
    assert span(start, end, is_current) == words


@pytest.mark.parametrize(
    ("months", "words"),
    [(0, "none yet"), (1, "1 month"), (12, "1 year"), (62, "5 years and 2 months"), (25, "2 years and 1 month")],
)
def test_length_of_work(months, words):
    assert length(months) == words


def test_no_month_is_no_word():
    assert month(None) == ""
