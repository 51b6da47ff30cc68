import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.addresses import (
    PairConverter,
    PairFileConverter,
    SlugPair,
    SlugTrio,
    TrioConverter,
    comparison_path,
)

SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True).filter(lambda s: "vs" not in s.split("-"))


@given(SLUGS, SLUGS)
def test_a_pair_has_one_address_whichever_comes_first(first, second):
    assert comparison_path(first, second) == comparison_path(second, first)


@given(SLUGS, SLUGS)
def test_an_address_leads_back_to_its_pair(first, second):
    last = comparison_path(first, second).removeprefix("/compare-roles/")
    assert set(PairConverter().to_python(last)) == {first, second}


@given(SLUGS, SLUGS)
def test_a_file_is_named_as_its_page(first, second):
    name = PairFileConverter().to_url(SlugPair(first, second))
    assert comparison_path(first, second) == f"/compare-roles/{name}/"


@pytest.mark.parametrize("form", ["a-b-vs-c/", "a-b-vs-c", "A-B-VS-C", "a_b-vs-c"])
def test_every_form_of_an_address_is_understood(form):
    assert PairConverter().to_python(form) == SlugPair("a-b", "c")


@pytest.mark.parametrize(
    "junk", ["a", "a-vs-", "-vs-b", "a-vs-b-vs-c", "a--b-vs-c", "a-vs-b-", "a b-vs-c", "é-vs-b", ""]
)
def test_what_is_no_pair_of_slugs_is_refused(junk):
    with pytest.raises(ValueError) as refused:  # noqa: PT011 Django asks for a plain ValueError
        PairConverter().to_python(junk)
    assert refused.value.args == (junk,)


@given(st.permutations(["ml-engineer", "data-analyst", "data-scientist"]))
def test_three_roles_have_one_address_in_whatever_order(slugs):
    path = comparison_path(*slugs)
    assert path == "/compare-roles/data-analyst-vs-data-scientist-vs-ml-engineer/"
    assert path == f"/compare-roles/{TrioConverter().to_url(SlugTrio(*slugs))}"


@given(SLUGS, SLUGS, SLUGS)
def test_an_address_of_three_leads_back_to_them_and_is_no_pair(first, second, third):
    last = comparison_path(first, second, third).removeprefix("/compare-roles/")
    assert sorted(TrioConverter().to_python(last)) == sorted([first, second, third])
    with pytest.raises(ValueError, match="vs"):
        PairConverter().to_python(last)


@pytest.mark.parametrize("form", ["a-b-vs-c-vs-d/", "a-b-vs-c-vs-d", "A-B-VS-C-vs-D", "a_b-vs-c-vs-d"])
def test_every_form_of_an_address_of_three_is_understood(form):
    assert TrioConverter().to_python(form) == SlugTrio("a-b", "c", "d")


@pytest.mark.parametrize("junk", ["a", "a-vs-b", "a-vs-b-vs-", "a-vs-b-vs-c-vs-d", "-vs-a-vs-b", "a vs-b-vs-c", ""])
def test_what_is_not_three_slugs_is_refused(junk):
    with pytest.raises(ValueError) as refused:  # noqa: PT011 Django asks for a plain ValueError
        TrioConverter().to_python(junk)
    assert refused.value.args == (junk,)
