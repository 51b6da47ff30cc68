"""The XML job feed, in the form that Indeed made common: <source><job>…</job></source>, texts in CDATA.

What was read, and other names of the same elements: `fields.py`. A file may be gzipped. Pay is one sentence there, so
it is kept as words.
"""

from xml.etree.ElementTree import Element

from jobs.feeds import xml_documents
from jobs.feeds.decoding import decoded
from jobs.feeds.entries import own_address, parsed, posting
from jobs.feeds.fields import from_names
from jobs.feeds.posting import Document, Parsed, Posting

ENTRIES = ("job", "vacancy", "jobposting")
ROOTS = ("source", "jobs", "joblist", "vacancies", "feed")  # of a feed that may have no opening today


class XmlFeed:
    def address(self, account: str) -> str:
        return own_address(account)

    def parse(self, document: Document, company: str) -> Parsed:
        jobs = xml_documents.entries(decoded(document), ENTRIES, ROOTS)
        return parsed(jobs, lambda job: _posting(job, company, document.address))


def _posting(job: Element, company: str, page: str) -> Posting:
    found = [(xml_documents.name(part), xml_documents.content(part)) for part in job]
    return posting(from_names(found, company), page)
