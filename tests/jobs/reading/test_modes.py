"""Where the work is done."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.reading.modes import Mode, find_mode, read_mode


@pytest.mark.parametrize(
    ("said", "mode", "words"),
    [
        ({"stated": "Remote"}, Mode.REMOTE, "Remote"),
        ({"stated": "TELECOMMUTE"}, Mode.REMOTE, "TELECOMMUTE"),
        ({"stated": "on_site"}, Mode.OFFICE, "on_site"),
        ({"stated": "hybrid"}, Mode.HYBRID, "hybrid"),
        ({"is_remote": True}, Mode.REMOTE, "remote"),
        ({"is_remote": True, "stated": "Hybrid"}, Mode.HYBRID, "Hybrid"),
        ({"title": "Data Analyst (Remote)"}, Mode.REMOTE, "Remote"),
        ({"title": "Telecaller - WFH"}, Mode.REMOTE, "WFH"),
        ({"title": "Tutor - Work From Home"}, Mode.REMOTE, "Work From Home"),
        ({"title": "Field Sales Executive"}, Mode.FIELD, "Field Sales"),
        ({"places": ["Remote, India"]}, Mode.REMOTE, "Remote"),
        ({"places": ["Pune (Hybrid)"]}, Mode.HYBRID, "Hybrid"),
        ({"description": "This is a hybrid role: three days in the office."}, Mode.HYBRID, "hybrid"),
        ({"description": "Work from home. Laptop is given."}, Mode.REMOTE, "Work from home"),
        ({"description": "2 days a week in office"}, Mode.HYBRID, "2 days a week in office"),
        ({"description": "This is not a remote job."}, Mode.OFFICE, "not a remote job"),
        ({"description": "No work from home option"}, Mode.OFFICE, "No work from home option"),
        ({"description": "Work from office only"}, Mode.OFFICE, "Work from office"),
        ({"description": "Daily field visits to dealers"}, Mode.FIELD, "field visits"),
        ({"stated": "Hybrid", "description": "Work from home"}, Mode.HYBRID, "Hybrid"),
    ],
)
def test_what_says_how_the_work_is_done(said, mode, words):
    read = read_mode(**said)
    assert (read.value, read.words) == (mode, words)


@pytest.mark.parametrize(
    "description",
    [
        "",
        "Builds hybrid apps with Flutter",
        "Hybrid cloud on AWS",
        "Remote sensing of crops",
        "Works with remote teams across the world",
        "A pioneer in the field of genetics",
        "Home loans",
    ],
)
def test_words_that_say_nothing_of_it(description):
    assert read_mode(is_remote=False, title="Engineer", description=description) is None


@given(st.text(max_size=200))
def test_the_words_stand_in_the_text(text):
    read = find_mode(text)
    assert read is None or read.words in text
