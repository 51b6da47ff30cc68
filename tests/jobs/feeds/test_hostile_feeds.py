"""Documents made to hurt: each ends in postings or in a sentence, in bounded time and memory."""

import gzip
import json
import time
import tracemalloc

import pytest

from jobs.feeds.adapters import ADAPTERS
from jobs.feeds.decoding import MOST_BYTES
from jobs.feeds.entries import MOST_REFUSED
from jobs.feeds.posting import Parsed, UnreadableFeed
from tests.jobs.feeds.reading import parse_bytes

JSON_KINDS = ["greenhouse", "lever", "ashby", "smartrecruiters", "workable", "recruitee"]
XML_KINDS = ["xml", "rss", "schema"]
LAUGHS = b"""<?xml version="1.0"?>
<!DOCTYPE source [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<source><job><title>&c;</title></job></source>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss><channel><item><title>&x;</title><link>https://a.example/</link></item></channel></rss>"""
JOB = b"<job><title>Cook</title><url>https://a.example/%d</url></job>"


def outcome(kind: str, body: bytes, media_type: str = "") -> Parsed | str:
    """What was read, or the sentence."""
    try:
        return parse_bytes(kind, body, "https://a.example/feed?skip=0&limit=9", media_type)
    except UnreadableFeed as error:
        return str(error)


@pytest.mark.parametrize("kind", ["xml", "rss"])
@pytest.mark.parametrize("body", [LAUGHS, OUTSIDE, LAUGHS.decode().encode("utf-16")])
def test_no_document_type_is_taken(kind, body):
    assert "document type" in outcome(kind, body)


def test_a_sitemap_has_no_document_type_either():
    body = b'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url></urlset>'
    assert "document type" in outcome("schema", body)


@pytest.mark.parametrize("kind", JSON_KINDS)
@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"jobs":' * 100_000, b'{"offers":[' + b"[" * 5000 + b"]" * 5000 + b"]}"]
)
def test_deep_json(kind, body):
    assert isinstance(outcome(kind, body), str)


@pytest.mark.parametrize("kind", ["xml", "rss", "schema"])
def test_deep_xml(kind):
    assert isinstance(outcome(kind, b"<source>" + b"<job>" * 200_000), str | Parsed)
    assert outcome("xml", b"<source>" + b"<a>" * 100 + b"</a>" * 100 + b"</source>") == (
        "The document is nested too deeply."
    )


def test_deep_linked_data_is_passed_over():
    body = b'<script type="application/ld+json">' + b'{"a":[' * 3000 + b"</script>"
    read = outcome("schema", body)
    assert isinstance(read, Parsed)
    assert len(read.refused) == 1


def test_numbers_beyond_all_bounds_are_no_pay_and_no_time():
    job = (
        '{"id": 1e999999, "text": "Cook", "hostedUrl": "https://a.example/1", "createdAt": 1e999999,'
        ' "salaryRange": {"min": 1e-99999, "max": NaN, "currency": 5}},'
        '{"id": ' + "9" * 5000 + ', "text": "Cook", "hostedUrl": "https://a.example/2", "createdAt": -Infinity}'
    )
    read = outcome("lever", f"[{job}]".encode())
    assert [(one.pay, one.posted_at) for one in read.postings] == [(None, None), (None, None)]
    assert read.postings[1].key == "https://a.example/2"


def test_lone_surrogates_and_nul_bytes_leave_no_trace():
    body = (
        b'{"jobs": [{"id": "\\ud800a\\u0000", "title": "Co\\udfffok\\u0000", "absolute_url": "https://a.example/1"}]}'
    )
    (cook,) = outcome("greenhouse", body).postings
    assert (cook.key, cook.title) == ("a", "Cook")


def test_nul_bytes_in_the_document_itself():
    assert outcome("xml", b"<source>\x00" + JOB % 1 + b"\x00\x0b</source>").postings[0].title == "Cook"
    assert outcome("csv", b"ti\x00tle,url\nCo\x00ok,https://a.example/1\n").postings[0].title == "Cook"


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        ('<?xml version="1.0" encoding="utf-8"?><source>%s</source>'.encode("cp1252"), ""),
        (b'<?xml version="1.0" encoding="no-such-thing"?><source>%s</source>', ""),
        (b'<?xml version="1.0" encoding="utf-16"?><source>%s</source>', "text/xml; charset=utf-32"),
        (b'<?xml version="1.0" encoding="rot13"?><source>%s</source>', "text/xml; charset=zlib"),
        (b"<source>%s</source>", "text/xml; charset=windows-1252"),
    ],
)
def test_an_encoding_that_is_said_wrongly(body, media_type):
    job = "<job><title>Café</title><url>https://a.example/1</url></job>".encode("cp1252")
    assert outcome("xml", body.replace(b"%s", job), media_type).postings[0].title == "Café"


def test_a_gzip_file_is_unpacked_and_a_bomb_is_not():
    assert outcome("xml", gzip.compress(b"<source>" + JOB % 1 + b"</source>")).postings[0].title == "Cook"
    assert outcome("xml", gzip.compress(bytes(MOST_BYTES + 1))) == "The document is larger than 32 MB."
    assert "breaks off" in outcome("xml", gzip.compress(b"<source/>")[:-6])
    assert "damaged" in outcome("xml", b"\x1f\x8b" + bytes(40))


def test_a_document_that_breaks_off_is_not_half_a_feed():
    assert outcome("xml", b"<source>" + JOB % 1 + b"<job><title>Co").startswith("It isn't XML")


@pytest.mark.parametrize("kind", ["xml", "rss"])
def test_a_page_is_no_feed(kind):
    assert isinstance(outcome(kind, b"<html><body>Sorry</body></html>"), str)


def test_an_unclosed_quote_does_not_swallow_a_table():
    assert "can't be read" in outcome("csv", b'title,url\n"' + b"a,b\n" * 100_000)


def test_a_hundred_thousand_entries():
    job = {"id": 0, "title": "<b>Cook</b>", "absolute_url": "https://a.example/1", "content": "&lt;p&gt;Cook&lt;/p&gt;"}
    body = json.dumps({"jobs": [job | {"id": number} for number in range(100_000)]}).encode()
    began = time.process_time()
    assert len(outcome("greenhouse", body).postings) == 100_000
    assert time.process_time() - began < 60
    assert outcome("xml", b"<source>" + b"<job/>" * 100_001 + b"</source>").startswith("The document has more than")


def test_refusals_are_told_up_to_a_thousand():
    read = outcome("lever", json.dumps([{}] * 5000).encode())
    assert len(read.refused) == MOST_REFUSED + 1
    assert read.refused[-1].reason == "So were 4,000 more."


HUGE = 500_000  # bytes; what is quadratic takes minutes with these
PATTERNS = [
    b"<", b"<a", b"<script>", b'<script type="application/ld+json">', b"</script", b"<![CDATA[", b"&", b"&lt;a ",
    b"&amp;", b"<!--", b"<job>", b"<item ", b"]]>", b'"', b"\n", b",", b"[", b"[{", b"[[],", b"{}", b"\\",
    b"title,url\n", b"<urlset>", b"<url><loc>", b"\xff", b"\x00", b" ", b"a", b"<?xml ", b"1", b"-", b"\x1f\x8b",
]  # fmt: skip


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("kind", ["greenhouse", "schema", "xml", "rss", "csv"])
def test_a_pattern_without_end_takes_no_time(kind, pattern):
    heads = {
        "greenhouse": b'{"jobs":[',
        "schema": b"<urlset>",
        "xml": b"<source><job><title>",
        "rss": b"<rss><item><a>",
    }
    long = pattern * (HUGE // len(pattern))
    began = time.process_time()
    for body in (long, heads.get(kind, b"title,url\n") + long):
        outcome(kind, body)
    assert time.process_time() - began < 20


@pytest.mark.parametrize("field", ["title", "content", "absolute_url", "location", "id", "first_published"])
@pytest.mark.parametrize("pattern", ["<a", "&lt;a ", "&amp;", "<script>", "\n ", "&#", "%", " ", "<", "/", "1", "٣"])
def test_a_long_value_takes_no_time(field, pattern):
    job = {"id": 1, "title": "Cook", "absolute_url": "https://a.example/1"}
    long = pattern * (500_000 // len(pattern))
    job[field] = {"name": long} if field == "location" else long
    began = time.process_time()
    outcome("greenhouse", json.dumps({"jobs": [job]}).encode())
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("kind", "body", "most"),
    [  # megabytes; of JSON a hundredth of what a document may hold, so that it takes a hundred times as much at most
        ("lever", b"[" + b"{}," * 20_000 + b"{}]", 9),
        ("lever", b"[" + b"1.5," * 39_000 + b"1]", 9),
        ("xml", b"<source>" + b"<a/>" * 200_000 + b"</source>", 25),
        ("xml", b"<source><job>" + b"<a/>" * 200_000 + b"</job></source>", 25),
    ],
)
def test_memory_is_bounded(kind, body, most):
    tracemalloc.start()
    try:
        outcome(kind, body)
        assert tracemalloc.get_traced_memory()[1] < most * 2**20
    finally:
        tracemalloc.stop()


def test_more_values_than_allowed_are_not_even_read():
    assert outcome("lever", b"[" * 4_000_001) == "The document has too many values."


def test_every_kind_is_here():
    assert set(JSON_KINDS) | set(XML_KINDS) | {"csv"} == set(ADAPTERS)
