"""The XML job feed, in the form that Indeed made common: <source><job>…</job></source>, texts in CDATA.

What was read, and other names of the same elements: `fields.py`. A file may be gzipped. Pay is one sentence there, so
it is kept as words.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jobs.feeds import xml_documents
from jobs.feeds.decoding import decoded
from jobs.feeds.entries import own_address, parsed, posting
from jobs.feeds.fields import NAMES, from_names, plain_name
from jobs.feeds.posting import Document, Parsed, Posting

ENTRIES = ("job", "vacancy", "jobposting")
ROOTS = ("source", "jobs", "joblist", "vacancies", "feed")  # of a feed that may have no opening today
NAMELESS = ("name", "value", "label")  # within another element: its own words


class XmlFeed:
    def address(self, account: str) -> str:
        return own_address(account)

    def parse(self, document: Document, company: str) -> Parsed:
        jobs = xml_documents.entries(decoded(document), ENTRIES, ROOTS)
        return parsed(jobs, lambda job: _posting(job, company, document.address))


def _posting(job: Element, company: str, page: str) -> Posting:
    return posting(from_names(_found(job), company), page)


def _found(job: Element) -> Iterator[tuple[str, str]]:
    """The elements of a job with their words, and those within one that isn't a text: <location><city>…."""
    for part in job:
        name = xml_documents.name(part)
        if len(part) == 0 or plain_name(name) in NAMES["description"]:
            yield name, xml_documents.content(part)
            continue
        for leaf in part.iter():
            if len(leaf) == 0:
                own = xml_documents.name(leaf)
                yield (name if own in NAMELESS else own), (leaf.text or "").strip()
