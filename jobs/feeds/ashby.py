"""Ashby: the public job posting API, one document a board.

Read: https://developers.ashbyhq.com/docs/public-job-posting-api: fields of a job, `isListed`, `secondaryLocations`,
`compensation` with tiers of components ("Salary" is one type, equity and bonus are others), `interval` as "1 YEAR".
"""

from collections.abc import Iterator

from jobs.feeds import amounts, json_documents, words
from jobs.feeds.entries import Entry, NoPosting, board, parsed, posting
from jobs.feeds.json_documents import at, first, joined, listing
from jobs.feeds.posting import Document, Parsed, Posting, StatedPay

BOARD = "https://api.ashbyhq.com/posting-api/job-board/{}?includeCompensation=true"


class Ashby:
    def address(self, account: str) -> str:
        return board(account, BOARD)

    def parse(self, document: Document, company: str) -> Parsed:
        _, jobs = json_documents.entries(document, "jobs")
        return parsed(jobs, lambda job: _posting(job, company, document.address))


def _posting(job: object, company: str, page: str) -> Posting:
    if at(job, "isListed") is False:
        raise NoPosting("The employer doesn't list it.", first(job, "id", "jobUrl"))
    return posting(
        Entry(
            key=first(job, "id", "jobUrl"),
            url=at(job, "jobUrl"),
            title=at(job, "title"),
            company=company,
            description=first(job, "descriptionHtml", "descriptionPlain"),
            apply_url=at(job, "applyUrl"),
            places=list(_places(job)),
            is_remote=at(job, "isRemote"),
            mode=at(job, "workplaceType"),
            employment=at(job, "employmentType"),
            pay=_pay(at(job, "compensation")),
            posted_at=at(job, "publishedAt"),
        ),
        page,
    )


def _places(job: object) -> Iterator[object]:
    """A place's own name, else its postal address."""
    for place in (job, *listing(at(job, "secondaryLocations"))):
        address = at(place, "address")
        postal = at(address, "postalAddress") or address
        parts = (at(postal, key) for key in ("addressLocality", "addressRegion", "addressCountry"))
        yield words.line(at(place, "location")) or joined(*parts)


def _pay(compensation: object) -> StatedPay | None:
    """The first component that is a salary, in rupees where there is one."""
    tiers = listing(at(compensation, "compensationTiers"))
    components = [part for tier in tiers[:100] for part in listing(at(tier, "components"))]
    components += listing(at(compensation, "summaryComponents"))
    salaries = [part for part in components if at(part, "compensationType") == "Salary"]
    in_rupees = [part for part in salaries if amounts.currency(at(part, "currencyCode")) == "INR"]
    salary = (*in_rupees, *salaries, None)[0]
    said = first(compensation, "scrapeableCompensationSalarySummary", "compensationTierSummary")
    low, high, currency, interval = (at(salary, key) for key in ("minValue", "maxValue", "currencyCode", "interval"))
    return amounts.stated(low, high, currency, interval, said)
