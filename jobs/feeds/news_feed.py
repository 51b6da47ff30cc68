"""RSS 2.0 and Atom, as careers sites and their plug-ins offer them.

Read: https://www.rssboard.org/rss-specification, RFC 4287 (Atom). An entry has a title, a link and a text, and often
more about the job under names of its own (WP Job Manager's job_listing:location, for one), which `fields.py` knows.
feedparser isn't used: it repairs what it gets by guesses and cleans HTML by its own rules, and an entry needs neither.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jobs.feeds import xml_documents
from jobs.feeds.decoding import decoded
from jobs.feeds.entries import own_address, parsed, posting
from jobs.feeds.fields import from_names
from jobs.feeds.posting import Document, Parsed, Posting

ENTRIES = ("item", "entry")
ROOTS = ("rss", "feed", "rdf")
NOT_OF_A_JOB = ("type", "author", "creator", "category", "comments", "source", "name")


class NewsFeed:
    def address(self, account: str) -> str:
        return own_address(account)

    def parse(self, document: Document, company: str) -> Parsed:
        items = xml_documents.entries(decoded(document), ENTRIES, ROOTS)
        return parsed(items, lambda item: _posting(item, company, document.address))


def _posting(item: Element, company: str, page: str) -> Posting:
    return posting(from_names(_found(item), company), page)


def _found(item: Element) -> Iterator[tuple[str, str]]:
    for part in item:
        name = xml_documents.name(part)
        if name == "link" and part.get("href"):  # Atom: the entry's page is the alternate, others are related or self
            if part.get("rel", "alternate") == "alternate":
                yield name, part.get("href", "")
        elif name not in NOT_OF_A_JOB:
            yield name, xml_documents.content(part)
