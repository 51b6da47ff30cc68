"""How much of a page is its own: by hand, and against the plain definition."""

import math
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.gate import distinctness
from comparisons.gate.distinctness import Corpus, Distinctness, words_of


def measured(**pages: str) -> dict[str, Distinctness]:
    corpus = Corpus()
    for name, words in pages.items():
        corpus.add(name, words.split())
    return dict(corpus.measure())


def test_figures_worked_out_by_hand():
    """Shingles: a: 12345, 23456. b: 12345, 23457. c: vwxyz.

    12345 stands on 2 of 3 pages, so on at least half: boilerplate of a and b is 1 of 2.
    Own shingles: 23456 of a covers 5 words, 23457 of b too; c is all its own.
    a and b have 1 of 3 shingles in common: 33.3 %, said as 34.
    """
    found = measured(a="1 2 3 4 5 6", b="1 2 3 4 5 7", c="v w x y z")
    assert found == {
        "a": Distinctness(words=6, own_words=5, boilerplate=50, nearest=34, nearest_page="b"),
        "b": Distinctness(words=6, own_words=5, boilerplate=50, nearest=34, nearest_page="a"),
        "c": Distinctness(words=5, own_words=5, boilerplate=0, nearest=0, nearest_page="a"),
    }


def test_a_word_in_two_own_shingles_counts_once():
    """Own shingles of a: 34567, 45678: six words. 12345 and 23456 are b's too."""
    assert measured(a="1 2 3 4 5 6 7 8", b="1 2 3 4 5 6", c="p q r s t")["a"].own_words == 6


def test_own_words_at_two_places_add_up():
    """a: the five shingles with x in the middle cover words 2–10 of 11; the ends stand on b too. c starts like none."""
    found = measured(a="1 2 3 4 5 x 6 7 8 9 10", b="1 2 3 4 5 6 7 8 9 10", c="p q r s t")
    assert found["a"].own_words == 9  # 2 3 4 5 x 6 7 8 9
    assert found["b"].own_words == 8  # 2345 6, 345 67, 45 678, 5 6789: words 2–9


def test_on_two_pages_of_many_is_no_boilerplate():
    """12345 stands on 2 of 5 pages: less than half."""
    found = measured(a="1 2 3 4 5", b="1 2 3 4 5", c="a b c d e", d="f g h i j", e="k l m n o")
    assert found["a"] == Distinctness(5, 0, boilerplate=0, nearest=100, nearest_page="b")


def test_a_page_alone_is_all_its_own():
    assert measured(a="1 2 3 4 5 6") == {"a": Distinctness(6, 6, boilerplate=0, nearest=0, nearest_page="")}


def test_no_page_is_no_trouble():
    assert measured() == {}


def test_a_page_shorter_than_a_shingle_is_one():
    found = measured(a="1 2", b="1 2", c="", d="3")
    assert found["a"] == Distinctness(2, 0, boilerplate=100, nearest=100, nearest_page="b")  # on 2 of 4
    assert found["c"] == Distinctness(0, 0, boilerplate=0, nearest=0, nearest_page="a")
    assert found["d"].own_words == 1


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (
            "<head><title>No</title></head><main id='x'><h1>Two roles</h1><p>One&amp;two</p></main><p>No",
            "two roles one two",
        ),
        (
            "<main>A<nav><a>no</a></nav>b<script>no()</script>c<style>no{}</style>d<template>no</template></main>",
            "a b c d",
        ),
        ("<main>₹6L–₹30L, 79% of C++ and C#</main>", "₹6l ₹30l 79% of c++ and c#"),
        ("<main><p class='no'>a<br>b</p></main>", "a b"),
        ("no frame", "no frame"),
    ],
)
def test_words_of_a_page(html, words):
    assert words_of(html) == words.split()


# --- Against the plain definition, whichever way the counting is split


def plainly(pages: list[list[str]]) -> list[tuple[int, int, int, int]]:
    """Words, own words, boilerplate and nearest, as one would write them down."""
    lists = [[tuple(words[i : i + 5]) for i in range(max(1, len(words) - 4))] for words in pages]
    sets = [set(shingles) for shingles in lists]
    seen = Counter(shingle for shingles in sets for shingle in shingles)
    figures = []
    for index, (words, shingles) in enumerate(zip(pages, lists, strict=True)):
        places = {i + k for i, shingle in enumerate(shingles) if seen[shingle] == 1 for k in range(len(shingle))}
        mine = sets[index]
        common = sum(seen[shingle] >= max(2, len(pages) / 2) for shingle in mine)
        others = [Fraction(len(mine & them), len(mine | them)) for at, them in enumerate(sets) if at != index]
        figures.append(
            (
                len(words),
                len(places),
                math.ceil(Fraction(100 * common, len(mine))),
                math.ceil(100 * max(others, default=0)),
            )
        )
    return figures


@pytest.mark.parametrize("often", [0, 1, 2, 60])
@given(pages=st.lists(st.lists(st.sampled_from("ab"), max_size=14), max_size=7))
def test_it_agrees_with_the_plain_definition(often, pages):
    """often: the number of pages from which shingles are compared as bits."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(distinctness, "OFTEN", often)
        found = measured(**{f"page{index}": " ".join(words) for index, words in enumerate(pages)})
    assert [(one.words, one.own_words, one.boilerplate, one.nearest) for one in found.values()] == plainly(pages)


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=14), min_size=2, max_size=6))
def test_likeness_goes_both_ways(pages):
    found = measured(**{f"page{index}": " ".join(words) for index, words in enumerate(pages)})
    for one in found.values():
        assert found[one.nearest_page].nearest >= one.nearest
