"""Greenhouse: the Job Board API, one document a board.

Read: https://developers.greenhouse.io/job-board.html (source: github.com/grnhse/greenhouse-api-docs,
source/includes/job-board/_jobs.md): `content` is HTML with its entities escaped, `metadata` holds the custom fields
that the employer shows, `pay_input_ranges` come with pay_transparency=true, in cents, one for each zone.
"""

from jobs.feeds import amounts, json_documents, words
from jobs.feeds.entries import Entry, board, parsed, posting
from jobs.feeds.json_documents import at, first, listing, mapping
from jobs.feeds.posting import Document, Parsed, Posting, StatedPay

BOARD = "https://boards-api.greenhouse.io/v1/boards/{}/jobs?content=true&pay_transparency=true"
EMPLOYMENT = ("employment type", "type of employment", "job type", "time type", "commitment")
EXPERIENCE = ("experience", "years of experience", "experience level", "work experience")
MODE = ("workplace type", "work mode", "workplace", "location type", "remote type", "work model")
SKILLS = ("skills", "key skills", "required skills")


class Greenhouse:
    def address(self, account: str) -> str:
        return board(account, BOARD)

    def parse(self, document: Document, company: str) -> Parsed:
        _, jobs = json_documents.entries(document, "jobs")
        return parsed(jobs, lambda job: _posting(job, company, document.address))


def _posting(job: object, company: str, page: str) -> Posting:
    shown = _shown(job)
    return posting(
        Entry(
            key=at(job, "id"),
            url=at(job, "absolute_url"),
            title=at(job, "title"),
            company=words.line(at(job, "company_name")) or company,
            description=at(job, "content"),
            places=_places(job),
            mode=_value(shown, MODE),
            employment=_value(shown, EMPLOYMENT),
            experience=_value(shown, EXPERIENCE),
            pay=_pay(job),
            skills=_value(shown, SKILLS),
            posted_at=first(job, "first_published", "updated_at"),
            closes_at=at(job, "application_deadline"),
        ),
        page,
    )


def _places(job: object) -> list[object]:
    """The opening's own place; its offices only where it has none, since they may be a whole region."""
    own = at(job, "location", "name")
    return [own] if words.line(own) else [first(office, "location", "name") for office in listing(at(job, "offices"))]


def _shown(job: object) -> dict[str, object]:
    """The custom fields by their names in small letters."""
    fields = [(words.line(at(field, "name")).lower(), at(field, "value")) for field in listing(at(job, "metadata"))]
    return {name: value for name, value in fields if name}


def _value(shown: dict[str, object], names: tuple[str, ...]) -> object:
    return next((shown[name] for name in names if shown.get(name)), "")


def _pay(job: object) -> StatedPay | None:
    """Of several zones the one in rupees, else the first. The API doesn't say a period; the range's title may."""
    zones = [zone for zone in map(mapping, listing(at(job, "pay_input_ranges"))) if zone]
    zone = next((zone for zone in zones if amounts.currency(zone.get("currency_type")) == "INR"), (*zones, {})[0])
    said = " – ".join(filter(None, (words.line(zone.get("title")), words.line(zone.get("blurb")))))
    low, high = (_from_cents(zone.get(key)) for key in ("min_cents", "max_cents"))
    return amounts.stated(low, high, zone.get("currency_type"), zone.get("title"), said)


def _from_cents(value: object) -> object:
    cents = amounts.amount(value)
    return cents / 100 if cents else None
