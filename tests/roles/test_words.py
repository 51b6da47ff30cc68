import datetime

import pytest

from roles.words import capitalised, counted, duration, fitting, join_words, years


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c and d"], "a, b, and c and d"),
        (["a and b", "c"], "a and b, and c"),
    ],
)
def test_words_are_joined_as_in_a_sentence(items, text):
    assert join_words(items) == text


def test_counts_agree_with_their_noun():
    assert counted(0, "skill") == "no skill"
    assert counted(1, "skill") == "1 skill"
    assert counted(2, "skill") == "2 skills"
    assert counted(2, "study", "studies") == "2 studies"


def test_only_the_first_letter_is_raised():
    assert capitalised("an MLOps Engineer") == "An MLOps Engineer"


def test_years_say_what_is_open():
    assert years(None, None) == "all experience"
    assert years(12, None) == "12 years and more"
    assert years(1, 8) == "1–8 years"


def test_the_longest_variant_that_fits_is_taken():
    assert fitting(10, "much too long", "fits") == "fits"


def test_what_never_fits_is_cut_at_a_word():
    assert fitting(12, "one two three four") == "one two…"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "1 minute"),
        (60, "1 minute"),
        (61, "2 minutes"),
        (59 * 60, "59 minutes"),
        (59 * 60 + 1, "1 hour"),
        (3601, "2 hours"),
        (86_400, "24 hours"),
    ],
)
def test_time_to_wait_is_never_said_too_short(seconds, text):
    assert duration(datetime.timedelta(seconds=seconds)) == text
