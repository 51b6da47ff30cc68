"""When two statements of a page count as the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onjob.pages.facts import Lists, Page, digest, in_any_order

FACT = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


@given(FACT)
def test_a_digest_follows_from_the_facts(fact):
    assert digest(fact) == digest(fact)
    assert len(digest(fact)) == 32


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"pay": 1}, {"pay": 2}),
        ({"pay": 0}, {}),
        ({"pay": 1}, {"sample": 1}),
        (["a", "b"], ["b", "a"]),
        (["ab"], ["a", "b"]),
        ({"is_core": False}, {"is_core": True}),
        ({"source": {"name": "A"}}, {"source": {"name": "B"}}),
    ],
)
def test_another_fact_is_another_digest(one, other):
    assert digest(one) != digest(other)


@pytest.mark.parametrize("empty", [None, "", [], (), {}])
def test_a_field_that_states_nothing_changes_nothing(empty):
    assert digest({"pay": 1, "note": empty}) == digest({"pay": 1})
    assert digest([{"a": {"b": empty, "c": 1}}]) == digest([{"a": {"c": 1}}])


@given(st.lists(FACT, max_size=4), st.randoms())
def test_the_order_of_rows_does_not_count(rows, random):
    turned = random.sample(rows, len(rows))
    assert in_any_order(rows) == in_any_order(turned)


def page(name: str, listed_as: str = "", on: tuple[str, ...] = ("/all/",)) -> Page:
    return Page(f"/{name}/", "roles", name, "0" * 32, listed_as=listed_as, listed_on=on)


def listed(*pages: Page) -> str:
    lists = Lists()
    for one in pages:
        lists.add(one)
    return lists.digest("/all/")


def test_a_list_is_what_it_holds_in_any_order():
    a, b = page("a"), page("b")
    assert listed(a, b) == listed(b, a)
    assert len({listed(), listed(a), listed(b), listed(a, b), listed(a, a), listed(page("a", "52%"))}) == 6
    assert listed(a, page("c", on=("/other/",))) == listed(a)
    assert len(listed()) == 32


def test_lists_know_which_there_are():
    lists = Lists()
    lists.add(page("a", on=("/x/", "/y/")))
    assert ("/x/" in lists, "/y/" in lists, "/z/" in lists) == (True, True, False)
