"""Text as Markdown, read by a Markdown parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from comparisons.twins.answers import Block, answers, blocks
from comparisons.twins.markdown import as_markdown, escaped, tidied

PARSER = MarkdownIt("gfm-like", {"linkify": False})
HAZARDS = [
    "*bold* and _thin_",
    "snake_case_name",
    "`code` and ~~gone~~",
    "[a](http://evil.example) ![b](c)",
    "<b>HTML</b> <http://evil.example>",
    "a | b",
    "back\\slash\\",
    "AT&T, R&D, &amp; &#35;",
    "# no heading",
    "#",
    "C#",
    "Use #",
    "- no item",
    "+ none",
    "--- no rule",
    "=== no heading",
    "1. no list",
    "1986) no list",
    "2.5 lakh",
    "> no quote",
    "two\nlines\n\nthree",
    "    no code",
]
# Letters and all ASCII signs, the dangerous ones often.
TEXTS = st.text(st.sampled_from("ab1 \n\\`*_[]()<>|~&#;+-=.!:{}\"'₹–é") | st.characters(exclude_categories=["C", "Z"]))


def inline(markdown: str) -> tuple[list[str], str]:
    """The kinds of block that open, and the text of the one line."""
    tokens: list[Token] = PARSER.parse(markdown)
    texts = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in texts for child in token.children}
    said = "".join(child.content for token in texts for child in token.children)
    return [token.type for token in tokens if token.nesting == 1] + sorted(kinds - {"text"}), said


def one_line(text: str) -> str:
    return " ".join(text.split())


def misread(text: str) -> list[str]:
    """The places where Markdown takes something in the text for a sign."""
    said, line = one_line(text), escaped(text)
    read = {
        "paragraph": (inline(line), (["paragraph_open"], said)),
        "item": (inline(f"- {line}"), (["bullet_list_open", "list_item_open", "paragraph_open"], said)),
        "heading": (inline(f"### {line}"), (["heading_open"], said)),
        "cell": (inline(f"| a | b |\n| --- | --- |\n| {line} | c |")[1], f"ab{said}c"),
        "link": (inline(f"[{line}](/roles/)")[1], said),
    }
    return [place for place, (found, meant) in read.items() if found != meant]


@pytest.mark.parametrize("text", HAZARDS)
def test_no_sign_is_misread(text):
    assert misread(text) == []


@given(TEXTS.filter(one_line))
def test_any_text_reads_as_it_is(text):
    assert misread(text) == []


def test_nothing_stays_nothing():
    assert escaped(" \n") == ""


@pytest.mark.parametrize("text", ["Data Scientist, R&D", "2.5 lakh a year", "C# and C++ (both)", "₹6L–₹30L; 59%", "-5"])
def test_plain_words_stay_plain(text):
    assert escaped(text) == ("\\-5" if text == "-5" else text)


def test_an_answer_becomes_its_blocks():
    html = "\n<h4>Bakers</h4>\n  <p>They &amp; theirs<br>bake   at night.</p> <ul><li>Bread</li><li>Cake</li></ul> "
    assert blocks(html) == (
        Block("heading", "Bakers"),
        Block("paragraph", "They & theirs bake at night."),
        Block("item", "Bread"),
        Block("item", "Cake"),
    )


def test_what_stands_outside_of_any_block_is_not_lost():
    assert blocks("Before <p>in <a href='/x/'>a link</a></p> after") == (
        Block("paragraph", "Before"),
        Block("paragraph", "in a link"),
        Block("paragraph", "after"),
    )
    assert blocks(" \n") == ()


def test_an_answer_in_text_and_in_markdown():
    [answer] = answers([("Who?", "<h4>A</h4><p>1. Both.</p><ul><li>B*</li><li>C</li></ul>")])
    assert answer.text == "A\n1. Both.\n- B*\n- C"
    assert as_markdown(answer.blocks) == "**A**\n\n1\\. Both.\n\n- B\\*\n- C"
    assert as_markdown(()) == ""


def test_gaps_are_closed():
    assert tidied("\n\na  \n\n\n\nb\n- c\n\n") == "a\n\nb\n- c\n"
