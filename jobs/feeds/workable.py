"""Workable: the public document behind the careers widget, one an account.

Read: https://sevic.dev/notes/workable-public-jobs-api-nodejs/ (the widget's address, details=true) and
https://workable.readme.io/reference/jobs (what the fields mean). The widget's document is public but not documented by
Workable itself. It states no pay.
"""

from collections.abc import Iterator

from jobs.feeds import json_documents, words
from jobs.feeds.entries import Entry, board, parsed, posting
from jobs.feeds.json_documents import at, first, joined, listing
from jobs.feeds.posting import Document, Parsed, Posting

BOARD = "https://apply.workable.com/api/v1/widget/accounts/{}?details=true"


class Workable:
    def address(self, account: str) -> str:
        return board(account, BOARD)

    def parse(self, document: Document, company: str) -> Parsed:
        answer, jobs = json_documents.entries(document, "jobs")
        named = words.line(answer.get("name")) or company
        return parsed(jobs, lambda job: _posting(job, named, document.address))


def _posting(job: object, company: str, page: str) -> Posting:
    return posting(
        Entry(
            key=at(job, "shortcode"),
            url=first(job, "url", "shortlink"),
            title=at(job, "title"),
            company=company,
            description=first(job, "description", "full_description"),
            apply_url=at(job, "application_url"),
            places=list(_places(job)),
            is_remote=at(job, "telecommuting"),
            mode=first(job, "workplace_type") or ("remote" if at(job, "telecommuting") is True else ""),
            employment=at(job, "employment_type"),
            experience=at(job, "experience"),
            posted_at=first(job, "published_on", "created_at"),
        ),
        page,
    )


def _places(job: object) -> Iterator[str]:
    """`state` is a region here. A place that the employer hides is left out."""
    shown = [place for place in listing(at(job, "locations")) if at(place, "hidden") is not True]
    for place in shown or [job]:
        yield joined(at(place, "city"), first(place, "region", "state"), at(place, "country"))
