"""Whatever bytes come, an adapter gives Parsed or raises UnreadableFeed, and what it gives keeps its promises."""

import datetime
import json
import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from jobs.feeds import words
from jobs.feeds.adapters import ADAPTERS
from jobs.feeds.posting import Document, Parsed, Posting, UnreadableFeed
from tests.jobs.feeds.reading import DOCUMENTS, KINDS

ADDRESS = "https://a.example/jobs?skip=0&limit=3"
NAMES = sorted(KINDS)


def every_key(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in every_key(inner)}
    return {key for inner in value for key in every_key(inner)} if isinstance(value, list) else set()


KEYS = sorted({key for path in DOCUMENTS.glob("*.json") for key in every_key(json.loads(path.read_text()))})
LINKED = [
    "@type", "@id", "@graph", "title", "name", "description", "identifier", "value", "url", "hiringOrganization",
    "jobLocation", "address", "jobLocationType", "baseSalary", "minValue", "maxValue", "currency", "unitText",
    "datePosted", "skills",
]  # fmt: skip
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=40)
    | st.sampled_from(["JobPosting", "https://a.example/1", "2026-11-02", "TELECOMMUTE", "Salary", "published", "INR"])
)


def values(keys: list[str]) -> st.SearchStrategy[object]:
    return st.recursive(
        SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(keys), inner),
        max_leaves=25,
    )


def check(kind: str, body: bytes, address: str = ADDRESS) -> None:
    try:
        read = ADAPTERS[kind].parse(Document(address, body), "Given Company")
    except UnreadableFeed:
        return
    assert isinstance(read, Parsed)
    assert len({posting.key for posting in read.postings}) == len(read.postings)
    for posting in read.postings:
        check_posting(posting)
    for refused in read.refused:
        assert refused.reason
        assert len(refused.key) <= words.ADDRESS
    assert all(words.web_address(more) for more in read.more)


def check_posting(posting: Posting) -> None:
    assert posting.key
    assert posting.title
    assert posting.company
    for line in (posting.key, posting.title, posting.company, posting.mode, posting.employment, posting.experience):
        assert len(line) <= words.WORDS
        assert line == " ".join(line.split())
    for line in (*posting.places, *posting.skills):
        assert 0 < len(line) <= words.LINE
    assert words.web_address(posting.url) == posting.url != ""
    assert words.web_address(posting.apply_url) == posting.apply_url
    for moment in (posting.posted_at, posting.closes_at):
        assert moment is None or (2000 <= moment.year < 2100 and moment.tzinfo is datetime.UTC)
    if posting.pay:
        assert posting.pay.low or posting.pay.high or posting.pay.words
        assert not (posting.pay.low and posting.pay.high) or posting.pay.low <= posting.pay.high
    repr(posting).encode()
    posting.description.encode()


@pytest.mark.parametrize("kind", ADAPTERS)
@given(body=st.binary(max_size=400))
@example(body=b"")
@example(body=b"\xff\xfe\x00\xd8")
def test_any_bytes(kind, body):
    check(kind, body)


@pytest.mark.parametrize("kind", ADAPTERS)
@given(text=st.text(alphabet="<>&;![]{}\"',:-/=?job rstilxCDAT\n#%\x00é", max_size=300))
def test_any_marks(kind, text):
    check(kind, text.encode())
    check(kind, f"<source><job>{text}</job></source>".encode())


@pytest.mark.parametrize("kind", ["greenhouse", "lever", "ashby", "smartrecruiters", "workable", "recruitee"])
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    entries=st.lists(st.dictionaries(st.sampled_from(KEYS), values(KEYS), max_size=12), max_size=4), whole=values(KEYS)
)
def test_any_json_with_the_right_names(kind, entries, whole):
    lists = dict.fromkeys(("jobs", "offers", "content"), entries)
    for document in (entries, lists, {"jobAd": whole, **lists}, whole, *({"jobAd": 1} | entry for entry in entries)):
        check(kind, json.dumps(document).encode())
        check(kind, json.dumps(document).encode(), "")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(node=st.dictionaries(st.sampled_from(LINKED), values(LINKED), max_size=14))
def test_any_linked_data(node):
    script = json.dumps([node, {"title": "Cook", **node, "@type": "JobPosting"}])
    check("schema", f'<script type="application/ld+json">{script}</script>'.encode())


@pytest.mark.parametrize("name", NAMES)
@given(seed=st.integers(0, 2**32))
def test_good_documents_with_a_few_bytes_changed(name, seed):
    """Cut, doubled, overwritten and swapped at random places, the places found again by the seed."""
    chance = random.Random(seed)  # noqa: S311 no secret
    body = bytearray((DOCUMENTS / name).read_bytes())
    for _ in range(chance.randint(1, 8)):
        start, end = sorted(chance.randrange(len(body) + 1) for _ in range(2))
        end = min(end, start + 60)
        change = chance.choice(["cut", "double", "overwrite", "swap", "end"])
        piece = bytes(body[start:end])
        body[start:end] = {
            "cut": b"",
            "double": piece * 2,
            "overwrite": chance.randbytes(3),
            "swap": piece[::-1],
            "end": chance.choice([b"<", b">", b"]]>", b'"', b"\\", b"{", b"[", b"}", b"&", b"null", b"1e999", b"\x00"]),
        }[change]
    check(KINDS[name][0], bytes(body))


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_reads_every_document(name):
    for kind in ADAPTERS:
        check(kind, (DOCUMENTS / name).read_bytes())
