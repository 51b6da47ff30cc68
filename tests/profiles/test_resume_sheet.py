"""What a résumé says, before it is a file."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from resumes import ASHA, any_facts

from profiles.documents.characters import drawable, drawn_letters, plain, undrawn
from profiles.documents.dates import span, when_words
from profiles.documents.fitting import STEPS, first_fitting, lines_of, shortened
from profiles.documents.sheet import Entry, sheet
from profiles.facts import Certificate, Contact, Link, ProfileFacts, Project, When


@pytest.mark.parametrize(
    ("start", "end", "is_current", "words"),
    [
        (When(2020, 1), When(2022, 3), False, "Jan 2020 – Mar 2022"),
        (When(2020, 1), None, True, "Jan 2020 – Present"),
        (When(2020, 1), When(2022, 3), True, "Jan 2020 – Present"),
        (When(2016), When(2019), False, "2016 – 2019"),
        (When(2019), When(2019), False, "2019"),
        (When(2020, 1), None, False, "Jan 2020"),
        (None, When(2022, 12), False, "Dec 2022"),
        (None, None, False, ""),
        (When(2020, 13), None, False, "2020"),
        (When(2020, 0), None, False, "2020"),
    ],
)
def test_dates_read_as_employers_write_them(start, end, is_current, words):
    assert span(start, end, is_current) == words


def test_a_month_has_its_short_name():
    assert when_words(When(2024, 9)) == "Sep 2024"


def test_who_has_worked_shows_that_first():
    headings = [section.heading for section in sheet(ASHA).sections]
    assert headings.index("Work experience") < headings.index("Education")


def test_who_has_not_worked_begins_with_studies():
    headings = [section.heading for section in sheet(replace(ASHA, positions=())).sections]
    assert headings.index("Education") < headings.index("Projects")
    assert "Work experience" not in headings


def test_a_certificate_is_one_line():
    facts = ProfileFacts(
        certificates=(Certificate("Power BI", "Microsoft", When(2023, 5), "https://www.a.example/b/"),)
    )
    assert sheet(facts).sections[0].entries == (Entry("Power BI, Microsoft", "May 2023 | https://www.a.example/b/"),)


def test_nobody_has_a_name_for_a_heading():
    assert (sheet(ProfileFacts()).name, sheet(ProfileFacts()).sections) == ("Résumé", ())


def test_links_lead_to_the_web_alone():
    links = (Link("x", "javascript:alert(1)"), Link("y", "https://a.example/b"))
    details = sheet(ProfileFacts(contact=Contact(links=links))).contact
    assert [detail.url for detail in details] == ["", "https://a.example/b"]


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\tb\u00a0 c\n", "a b c"),
        ("\uf0b7 icon", "icon"),
        ("right\u202eleft", "rightleft"),
        ("e\u0301", "é"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
    ],
)
def test_plain_text_holds_nothing_unseen(text, clean):
    assert plain(text) == clean


def test_a_joiner_goes_with_the_emoji_it_joined():
    assert drawable("a 👩\u200d💻 b") == "a b"
    assert undrawn("a 👩\u200d💻 b") == {"👩", "💻"}


@given(st.text())
def test_what_is_drawn_has_letters_for_it(text):
    assert set(drawable(plain(text))) <= drawn_letters() | {"\u200b"}
    assert plain(plain(text)) == plain(text)


@given(any_facts, st.integers(0, len(STEPS) - 2))
def test_each_step_says_no_more_than_the_one_before(facts, step):
    more, less = shortened(facts, step), shortened(facts, step + 1)
    assert lines_of(less) <= lines_of(more)
    assert less.skills == more.skills[: len(less.skills)]
    assert [position.title for position in less.positions] == [p.title for p in more.positions[: len(less.positions)]]


def test_each_step_has_no_more_room_than_the_one_before():
    for more, less in pairwise(STEPS):
        assert all(after <= before for before, after in zip(more, less, strict=True))


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_the_first_step_that_fits_is_found(step):
    asked = []
    assert first_fitting(lambda tried: asked.append(tried) or tried >= step) == step
    assert len(asked) <= 5


def test_where_no_step_fits_it_is_the_last():
    assert first_fitting(lambda step: False) == len(STEPS) - 1


def test_an_address_is_whole_or_not_there():
    facts = ProfileFacts(projects=(Project("x", url="https://a.example/" + "b" * 300),))
    assert shortened(facts, 0).projects[0].url == ""


def test_a_long_line_ends_at_a_word():
    facts = replace(ASHA, projects=(Project("x", lines=("word " * 500,)),))
    line = shortened(facts, 0).projects[0].lines[0]
    assert line.endswith("word…")
    assert len(line) <= 600
