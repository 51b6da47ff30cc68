"""Which compression a reader takes; the bounded store of ready pages."""

import gzip

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onjob.page_cache.encodings import PACK, UNPACK, chosen
from onjob.page_cache.pages import OVERHEAD, Page, Pages

BODY = "₹6L–₹15L a year. ".encode() * 200


@pytest.mark.parametrize(
    ("accept_encoding", "encoding"),
    [
        ("", "identity"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip,deflate", "gzip"),
        ("GZIP", "gzip"),
        ("x-gzip", "gzip"),
        ("deflate", "identity"),
        ("identity", "identity"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("br;q=0, *", "gzip"),
        ("br;q=0, gzip;q=0", "identity"),
        ("gzip;q=1.0, br;q=0.5", "gzip"),
        ("gzip;q=0.5, br;q=0.5", "br"),
        ("gzip; q=0.2 , br ; q=0.1", "gzip"),
        ("gzip;q=0.3, identity;q=0.8", "identity"),
        ("identity;q=0.5, gzip;q=0.5", "gzip"),
        ("br;q=0.000", "identity"),
        ("br;q=0.0001, gzip", "gzip"),  # four digits aren't a weight
        ("br;q=", "identity"),
        ("brotli, gzipped", "identity"),
        (",,;q=1, gzip", "gzip"),
        ("gzip;level=9", "identity"),
    ],
)
def test_encoding_is_the_one_that_is_taken(accept_encoding: str, encoding: str):
    assert chosen(accept_encoding) == encoding


@given(st.text(max_size=60))
def test_nothing_said_breaks_it(accept_encoding: str):
    assert chosen(accept_encoding) in PACK


@given(st.binary(max_size=2000))
def test_every_encoding_gives_the_same_back(body: bytes):
    assert {UNPACK[encoding](PACK[encoding](body)) for encoding in PACK} == {body}


def test_the_same_page_has_the_same_bytes_each_time():
    for encoding, pack in PACK.items():
        assert pack(BODY) == pack(BODY), encoding


def test_a_page_gets_an_encoding_from_any_other():
    page = Page.of({}, BODY).only("br").packed("gzip").packed("identity")
    assert (
        brotli.decompress(page.bodies["br"]) == gzip.decompress(page.bodies["gzip"]) == page.bodies["identity"] == BODY
    )
    assert page.only("gzip").bodies.keys() == {"gzip"}


def page(size: int) -> Page:
    """Of this many bytes of memory, as it counts them."""
    return Page.of({}, b"x" * (size - OVERHEAD))


def test_those_asked_for_longest_ago_go_first():
    pages = Pages(limit=30_000)
    pages.get("v1", "/")  # the version is known from a first question on
    for address in ("/a", "/b", "/c"):
        pages.keep("v1", address, page(10_000))
    assert pages.get("v1", "/a")
    pages.keep("v1", "/d", page(10_000))
    assert [bool(pages.get("v1", address)) for address in ("/a", "/b", "/c", "/d")] == [True, False, True, True]


def test_another_version_finds_nothing_of_the_last():
    pages = Pages(limit=30_000)
    pages.get("v1", "/a")
    pages.keep("v1", "/a", page(10_000))
    assert pages.get("v2", "/a") is None
    assert (len(pages), pages.size) == (0, 0)


def test_a_page_built_while_the_version_changed_is_not_kept():
    pages = Pages(limit=30_000)
    pages.get("v1", "/a")
    pages.get("v2", "/b")
    pages.keep("v1", "/a", page(10_000))
    assert pages.get("v2", "/a") is None


def test_a_page_larger_than_all_is_not_kept():
    pages = Pages(limit=30_000)
    pages.get("v1", "/a")
    pages.keep("v1", "/a", page(30_001))
    assert (len(pages), pages.size) == (0, 0)


@given(
    st.lists(st.tuples(st.sampled_from(["v1", "v2"]), st.integers(0, 20), st.integers(OVERHEAD, 20_000)), max_size=100)
)
def test_the_limit_holds_and_what_counts_is_what_is_there(kept: list[tuple[str, int, int]]):
    pages = Pages(limit=50_000)
    for version, number, size in kept:
        found = pages.get(version, f"/{number}")
        pages.keep(version, f"/{number}", found.packed("gzip") if found else page(size))
        assert pages.size <= 50_000
        assert pages.size == sum(each.size for each in pages)
