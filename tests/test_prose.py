"""The reader of pages is itself read: each fault it knows is planted once."""

import html5lib
import pytest

from tests.prose import blocks, faults, parse, word_faults

PAGE = "<!doctype html><html lang=en><head><title>T</title></head><body><main>{}</main></body></html>"


@pytest.mark.parametrize(
    "text",
    [
        "She typically earns typically much, earns earns.",
        "A AI engineer works.",
        "An data engineer works.",
        "It is an UX matter.",
        "A MLOps engineer works.",
        "She focuses on frame business problems.",
        "You would rather be build models.",
        "It pays None a year.",
        "It ends badly ..",
        "It stops , here.",
        "It doesn't say.",
        "It says 'so’.",
    ],
)
def test_a_planted_fault_is_found(text):
    assert word_faults(text, {"frame", "build"})


@pytest.mark.parametrize(
    "text",
    [
        "An MLOps engineer, an SQL query, an hour, a UX designer, a one-off, a user, a European, an AI engineer.",
        "She focuses on framing business problems; an honest 8 years.",
        "An 8-year plan and a BI developer; a unit of work.",
        "M&A and deal work in an 8D format, a 7D one and an 11-year plan; rather be back-testing.",
        "A HAZOP study, a NOC and an Xcode project in C plus plus.",
    ],
)
def test_good_words_pass(text):
    assert word_faults(text, {"frame", "build"}) == []


@pytest.mark.parametrize(
    "body",
    [
        "<section><h2>Pay</h2><p></p></section>",
        "<ul></ul>",
        "<p>These eight words are said twice on it.</p><p>These eight words are said twice on it.</p>",
        "<p>These eight words here lack their full stop</p>",
    ],
)
def test_a_planted_page_fault_is_found(body):
    assert faults(PAGE.format(body))


def test_wrong_nesting_is_refused():
    with pytest.raises(html5lib.html5parser.ParseError):
        parse(PAGE.format("<p>one <ul><li>two</li></ul></p>"))


def test_a_good_page_has_no_faults():
    assert faults(PAGE.format("<h1>Pay</h1><ul><li>SQL</li><li>SQL Server</li></ul><p>All is well.</p>")) == []


def test_blocks_are_the_innermost_ones():
    assert blocks(parse(PAGE.format("<ul><li><p>a <b>b</b></p></li></ul>"))) == ["T", "a b"]
