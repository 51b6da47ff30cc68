"""SmartRecruiters: the Posting API: pages that list postings, and a document for each posting.

Read: https://developers.smartrecruiters.com/docs/endpoints and /docs/objects (before:
https://dev.smartrecruiters.com/customer-api/posting-api/): `offset`, `limit` (100 at most), `totalFound`, `content`;
the text is only in a posting's own document, in the four sections of `jobAd`.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from jobs.feeds import json_documents, words
from jobs.feeds.entries import Entry, NoPosting, board, parsed, posting
from jobs.feeds.json_documents import at, first, joined, mapping
from jobs.feeds.posting import Document, Parsed, Posting, Refused, UnreadableFeed

BOARD = "https://api.smartrecruiters.com/v1/companies/{}/postings?limit=100&offset=0"
PAGE = 100  # postings
SECTIONS = ("companyDescription", "jobDescription", "qualifications", "additionalInformation")

_ID = re.compile(r"[A-Za-z0-9-]{1,100}")


class SmartRecruiters:
    def address(self, account: str) -> str:
        return board(account, BOARD)

    def parse(self, document: Document, company: str) -> Parsed:
        answer = mapping(json_documents.load(document))
        content = answer.get("content")
        if isinstance(content, list):
            return _listed(document.address, answer, content)
        if "jobAd" not in answer:
            raise UnreadableFeed("The answer is neither a list of postings nor one posting.")
        return parsed([answer], lambda job: _posting(job, company, document.address))


def _listed(address: str, answer: object, content: list[object]) -> Parsed:
    keys = [key if _ID.fullmatch(key) else "" for key in (words.key(at(job, "id")) for job in content[:PAGE])]
    refused = [Refused("", "It has no id by which its text could be asked for.") for key in keys if not key]
    more = [*_details(address, keys), *_next_page(address, answer, len(content))]
    return Parsed(refused=tuple(refused), more=tuple(dict.fromkeys(more)))


def _details(address: str, keys: list[str]) -> Iterator[str]:
    """Built from the list's own address: `ref` in an entry could lead anywhere."""
    parts = urlsplit(address)
    for key in filter(None, keys):
        path = f"{parts.path.rstrip('/')}/{key}"
        detail = words.web_address(parts._replace(path=path, query="", fragment="").geturl())
        if detail:
            yield detail


def _next_page(address: str, answer: object, found: int) -> Iterator[str]:
    offset, total = at(answer, "offset"), at(answer, "totalFound")
    start = offset if isinstance(offset, int) and 0 <= offset < 10**9 else 0
    if words.web_address(address) and found and isinstance(total, int) and start + found < total:
        yield urlsplit(address)._replace(query=f"limit={PAGE}&offset={start + min(found, PAGE)}").geturl()


def _posting(job: object, company: str, page: str) -> Posting:
    if at(job, "active") is False:
        raise NoPosting("It isn't active any more.", at(job, "id"))
    place = at(job, "location")
    return posting(
        Entry(
            key=at(job, "id"),
            url=first(job, "postingUrl", "applyUrl"),
            title=at(job, "name"),
            company=words.line(at(job, "company", "name")) or company,
            description="".join(words.markup(at(job, "jobAd", "sections", name, "text")) for name in SECTIONS),
            apply_url=at(job, "applyUrl"),
            places=first(place, "fullLocation") or joined(*(at(place, key) for key in ("city", "region", "country"))),
            is_remote=at(place, "remote"),
            mode="remote" if at(place, "remote") is True else "hybrid" if at(place, "hybrid") is True else "",
            employment=first(at(job, "typeOfEmployment"), "label", "id"),
            experience=first(at(job, "experienceLevel"), "label", "id"),
            posted_at=at(job, "releasedDate"),
        ),
        page,
    )
