"""A whole feed: pages, details and sitemaps, from a server on this machine or from a dictionary."""

import json
import ssl

import pytest

from jobs.feeds.adapters import ADAPTERS
from jobs.feeds.fetching import NO_VALIDATORS, Fetched, Fetcher, FetchFailed, Manners, Validators
from jobs.feeds.posting import Document, Refused, UnreadableFeed
from jobs.feeds.walking import Read, read_feed, read_upload
from tests.jobs.feeds.reading import DOCUMENTS, document
from tests.jobs.feeds.server import serving

KEPT = Validators('"v1"', "")


class Shelf:
    """A Fetch from a dictionary: a body, or a failure."""

    def __init__(self, documents: dict[str, bytes | FetchFailed]) -> None:
        self.documents, self.asked = documents, []

    def __call__(self, address: str, validators: Validators, most_bytes: int) -> Fetched:
        self.asked.append((address, validators))
        body = self.documents.get(address, FetchFailed("It answers 404.", requests=1))
        if isinstance(body, FetchFailed):
            raise body
        if len(body) > most_bytes:
            raise FetchFailed("It is too large.", requests=1)
        return Fetched(Document(address, body), KEPT, 1)


def lever_page(*keys: str) -> bytes:
    return json.dumps([{"id": key, "text": "Cook", "hostedUrl": f"https://a.example/{key}"} for key in keys]).encode()


def lever(skip: int) -> str:
    return f"https://api.lever.co/v0/postings/a?mode=json&skip={skip}&limit=2"


def walk(shelf: Shelf, kind: str = "lever", account: str | None = None, **limits: int) -> Read:
    return read_feed(ADAPTERS[kind], account or lever(0), "Given Company", shelf, **limits)


def keys(read: Read) -> list[str]:
    return [posting.key for posting in read.postings]


def test_a_feed_of_one_document_keeps_its_validators():
    read = walk(Shelf({lever(0): lever_page("a")}))
    assert (keys(read), read.validators, read.requests) == (["a"], KEPT, 1)
    assert (read.is_whole, read.unchanged) == (True, False)


def test_pages_are_walked_until_one_is_not_full():
    shelf = Shelf({lever(0): lever_page("a", "b"), lever(2): lever_page("c", "d"), lever(4): lever_page()})
    read = walk(shelf)
    assert (keys(read), read.requests, read.is_whole) == (["a", "b", "c", "d"], 3, True)
    # The first page may stay the same while others change, so next time all are read.
    assert read.validators == NO_VALIDATORS


def test_one_key_on_two_pages_is_one_opening():
    read = walk(Shelf({lever(0): lever_page("a", "b"), lever(2): lever_page("b")}))
    assert keys(read) == ["a", "b"]
    assert read.refused == (Refused("b", "Another opening of this feed has the same key."),)


def test_a_page_that_fails_is_told_and_the_feed_is_not_whole():
    read = walk(Shelf({lever(0): lever_page("a", "b"), lever(2): FetchFailed("It answers 500.", requests=3)}))
    assert (keys(read), read.is_whole, read.requests) == (["a", "b"], False, 4)
    assert read.refused == (Refused(lever(2), "It answers 500."),)


def test_a_page_that_cannot_be_read_is_told_too():
    read = walk(Shelf({lever(0): lever_page("a", "b"), lever(2): b"<html>Sorry</html>"}))
    assert (keys(read), read.is_whole) == (["a", "b"], False)
    assert read.refused[0].key == lever(2)


def test_the_feed_itself_failing_is_an_error_of_its_own():
    with pytest.raises(FetchFailed, match="404"):
        walk(Shelf({}))
    with pytest.raises(UnreadableFeed, match="isn't JSON"):
        walk(Shelf({lever(0): b"<html>Sorry</html>"}))
    with pytest.raises(ValueError, match="account"):
        walk(Shelf({}), account="no account")


def test_pages_without_end_end():
    class Endless(Shelf):
        def __call__(self, address: str, validators: Validators, most_bytes: int) -> Fetched:
            self.documents[address] = lever_page(f"{len(self.asked)}a", f"{len(self.asked)}b")
            return super().__call__(address, validators, most_bytes)

    shelf = Endless({})
    read = walk(shelf, most_documents=5)
    assert (len(shelf.asked), len(read.postings), read.is_whole) == (5, 10, False)
    assert read.refused == (Refused("", "The feed is too large: 1 documents of it weren't fetched."),)


def test_bytes_are_counted_over_all_documents():
    pages = {lever(skip): lever_page(f"{skip}", f"{skip}b") for skip in range(0, 200, 2)}
    size = len(pages[lever(0)])
    read = walk(Shelf(pages), most_bytes=size * 10 + 20)
    assert (len(read.postings) <= 22, read.is_whole) == (True, False)


def test_a_page_that_leads_to_itself_is_read_once():
    class Circle:
        def address(self, account):
            return account

        def parse(self, document, company):
            return ADAPTERS["schema"].parse(document, company)

    shelf = Shelf({"https://a.example/s": b"<urlset><url><loc>https://a.example/s</loc></url></urlset>"})
    read = read_feed(Circle(), "https://a.example/s", "x", shelf)
    assert (len(shelf.asked), read.is_whole) == (1, True)


def test_details_that_fail_leave_the_others():
    start = "https://api.smartrecruiters.com/v1/companies/OxcartTools/postings"
    shelf = Shelf({
        f"{start}?limit=100&offset=0": json.dumps(
            {"offset": 0, "totalFound": 2, "content": [{"id": "74983486"}, {"id": "9"}]}
        ).encode(),
        f"{start}/74983486": (DOCUMENTS / "smartrecruiters-posting.json").read_bytes(),
    })  # fmt: skip
    read = walk(shelf, "smartrecruiters", "OxcartTools")
    assert (keys(read), read.requests, read.is_whole) == (["74983486"], 3, False)
    assert read.refused == (Refused(f"{start}/9", "It answers 404."),)


def test_a_sitemap_of_sitemaps_leads_to_pages():
    host = "https://clove.example"
    page = b"<url><loc>https://clove.example/careers/sn</loc></url><url><loc>https://clove.example/about</loc></url>"
    shelf = Shelf({
        f"{host}/sitemap.xml": (DOCUMENTS / "sitemap-index.xml").read_bytes(),
        f"{host}/sitemap-jobs.xml": b"<urlset>" + page + b"</urlset>",
        f"{host}/sitemap-pages.xml": b"<urlset></urlset>",
        f"{host}/careers/sn": document("jobposting.html").body,
        f"{host}/about": b"<html><body>We</body></html>",
    })  # fmt: skip
    read = walk(shelf, "schema", f"{host}/sitemap.xml")
    assert (keys(read), len(shelf.asked), read.is_whole) == (["SN-88"], 5, True)
    assert [refused.key for refused in read.refused] == [f"{host}/about"]


def test_an_uploaded_table_is_read_without_fetching():
    read = read_upload(ADAPTERS["csv"], document("openings.csv"), "Given Company")
    assert (keys(read), read.is_whole, read.requests) == (["A-1", "A-2"], True, 0)


def test_from_a_server_and_again_unchanged():
    fetch = Fetcher(
        "x",
        allow_loopback=True,
        tls=ssl.create_default_context(),
        wait=lambda _: None,
        manners=Manners(pause=0),
    )
    with serving() as site:
        address = site.says("/feed", body=document("indeed.xml").body, ETag='"1"', Content_Type="text/xml")
        read = read_feed(ADAPTERS["xml"], address, "Given Company", fetch)
        assert (keys(read), read.validators) == (["unique123131", "unique2", "unique4"], Validators('"1"', ""))
        site.says("/feed", 304)
        again = read_feed(ADAPTERS["xml"], address, "Given Company", fetch, read.validators)
    assert again == Read(validators=read.validators, requests=1, unchanged=True)
