"""Servers that flood, drip, stay silent or talk nonsense: each is left soon, with a sentence."""

import gzip
import itertools
import os
import threading
from collections.abc import Iterator

import brotli
import pytest

from jobs.feeds.fetching import NO_VALIDATORS, Fetcher, FetchFailed, Manners
from tests.jobs.feeds.server import GaveUp, give_up

MEGABYTE = 2**20


def test_two_hundred_megabytes_are_stopped_at_the_limit(site, fetch):
    sent = []

    def flood(handler) -> None:
        handler.begin()
        for _ in range(200):
            handler.wfile.write(b"x" * MEGABYTE)
            sent.append(1)

    site.answers["/jobs"] = flood
    with pytest.raises(FetchFailed, match="larger than 3 MB"):
        fetch(site.at("/jobs"), NO_VALIDATORS, 3 * MEGABYTE)
    assert len(sent) < 50


def test_gzip_is_unpacked(site, fetch):
    body = os.urandom(300_000) + b"a" * 300_000
    for encoding in ("gzip", "x-gzip", "GZIP"):
        packed = site.says("/jobs", body=gzip.compress(body), Content_Encoding=encoding)
        assert fetch(packed).document.body == body


def test_a_gzip_bomb_is_stopped_at_the_limit(site, fetch):
    bomb = gzip.compress(bytes(300 * MEGABYTE), 9)
    assert len(bomb) < MEGABYTE
    with pytest.raises(FetchFailed, match="larger than 3 MB"):
        fetch(site.says("/jobs", body=bomb, Content_Encoding="gzip"), NO_VALIDATORS, 3 * MEGABYTE)


def test_other_compression_is_refused_unread(site, fetch):
    for encoding in ("br", "deflate", "zstd", "gzip, gzip"):
        with pytest.raises(FetchFailed, match="wasn't asked for"):
            fetch(site.says("/jobs", body=brotli.compress(b"[]"), Content_Encoding=encoding))


def test_gzip_that_is_none_or_breaks_off(site, fetch):
    with pytest.raises(FetchFailed, match="something else"):
        fetch(site.says("/jobs", body=b"[]", Content_Encoding="gzip"))
    with pytest.raises(FetchFailed, match="breaks off"):
        fetch(site.says("/jobs", body=gzip.compress(os.urandom(999))[:-20], Content_Encoding="gzip"))


def hasty(tls, **times: float) -> Fetcher:
    """Whose first failure is its last, within a fraction of a second."""
    return Fetcher("x", allow_loopback=True, tls=tls, wait=give_up, manners=Manners(**times))


def drops_for_a_while() -> Iterator[bool]:
    """So that a test fails, and doesn't hang, where nobody leaves."""
    yield from itertools.repeat(True, 200)
    yield False


def test_a_body_that_drips_without_end_is_left(site, tls):
    over, drops = threading.Event(), drops_for_a_while()

    def drip(handler) -> None:
        handler.begin()
        while not over.wait(0.02) and next(drops):
            handler.wfile.write(b"x")
            handler.wfile.flush()

    site.answers["/jobs"] = drip
    with pytest.raises(GaveUp):
        hasty(tls, whole=0.3)(site.at("/jobs"))
    over.set()


def test_headers_that_drip_without_end_are_left(site, tls):
    over, drops = threading.Event(), drops_for_a_while()

    def drip(handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
        while not over.wait(0.02) and next(drops):
            handler.wfile.write(b"x")

    site.answers["/jobs"] = drip
    with pytest.raises(GaveUp):
        hasty(tls, whole=0.3)(site.at("/jobs"))
    over.set()


def test_silence_is_left(site, tls):
    over = threading.Event()
    site.answers["/jobs"] = lambda handler: over.wait(5)
    with pytest.raises(GaveUp):
        hasty(tls, read=0.1)(site.at("/jobs"))
    over.set()


@pytest.mark.parametrize(
    "answer", [b"nonsense\r\n\r\n", b"", b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", b"HTTP/1.1 200 OK\r\n" +
               b"X: " + b"x" * 300_000, b"HTTP/1.1 302 Found\r\nLocation: http://[\xff\r\nContent-Length: 0\r\n\r\n"]
)  # fmt: skip
def test_an_answer_that_is_none_is_a_failure(site, fetch, answer):
    site.answers["/jobs"] = lambda handler: handler.wfile.write(answer)
    with pytest.raises(FetchFailed):
        fetch(site.at("/jobs"))


@pytest.mark.parametrize(
    "address", ["", "x", "http://", "http://127.0.0.1\x00/", "http://127.0.0.1/\n", "http://a..b/",
                "http://127.0.0.1:1/" + "x" * 99_999, "http://" + "a" * 300 + ".example/", "http://\ud800.example/",
                "http://exa mple/"]
)  # fmt: skip
def test_an_address_that_is_none_is_a_failure(tls, address):
    fetch = Fetcher("x", allow_loopback=True, tls=tls, wait=lambda _: None, resolve=lambda host, port: ["127.0.0.1"])
    with pytest.raises(FetchFailed):
        fetch(address)
