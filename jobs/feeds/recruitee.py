"""Recruitee: the Careers Site API, one document a company.

Read: https://docs.recruitee.com/reference/intro-to-careers-site-api and /reference/offers (before:
https://career.recruitee.com/docs/): no key, GET /api/offers/. Times are "2026-11-02 09:30:00 UTC"; `description` and
`requirements` are the two halves of the text; `salary` is {min, max, period, currency}.
"""

from collections.abc import Iterator

from jobs.feeds import amounts, json_documents, words
from jobs.feeds.entries import Entry, NoPosting, board, parsed, posting
from jobs.feeds.json_documents import at, first, joined, listing, mapping
from jobs.feeds.posting import Document, Parsed, Posting, StatedPay

BOARD = "https://{}.recruitee.com/api/offers/"
MODES = (("remote", "remote"), ("hybrid", "hybrid"), ("on_site", "on-site"))


class Recruitee:
    def address(self, account: str) -> str:
        """A name is the first part of company.recruitee.com, so a point in it would lead elsewhere: ValueError."""
        if "://" not in account and ("." in account or "_" in account):
            raise ValueError("A Recruitee account is the name before .recruitee.com: letters, digits and “-”.")
        return board(account, BOARD)

    def parse(self, document: Document, company: str) -> Parsed:
        _, offers = json_documents.entries(document, "offers")
        return parsed(offers, lambda offer: _posting(offer, company, document.address))


def _posting(offer: object, company: str, page: str) -> Posting:
    if at(offer, "status") not in (None, "", "published"):
        raise NoPosting("The employer doesn't publish it.", at(offer, "id"))
    modes = [word for key, word in MODES if at(offer, key) is True]
    return posting(
        Entry(
            key=first(offer, "id", "slug"),
            url=at(offer, "careers_url"),
            title=_text(offer, "title"),
            company=words.line(at(offer, "company_name")) or company,
            description=words.markup(_text(offer, "description")) + words.markup(_text(offer, "requirements")),
            apply_url=at(offer, "careers_apply_url"),
            places=list(_places(offer)),
            is_remote=at(offer, "remote"),
            mode=", ".join(modes),
            employment=at(offer, "employment_type_code"),
            experience=at(offer, "experience_code"),
            pay=_pay(at(offer, "salary")),
            posted_at=first(offer, "published_at", "created_at"),
            closes_at=at(offer, "close_at"),
        ),
        page,
    )


def _text(offer: object, key: str) -> object:
    """In the offer's own language, else in English, else in the first it has."""
    translations = mapping(at(offer, "translations"))
    return (
        first(offer, key)
        or at(translations.get("en"), key)
        or next((said for said in (at(one, key) for one in translations.values()) if said), "")
    )


def _places(offer: object) -> Iterator[str]:
    for place in listing(at(offer, "locations")) or [offer]:
        parts = joined(at(place, "city"), first(place, "state", "state_name"), at(place, "country"))
        yield parts or words.line(first(place, "name", "location"))


def _pay(salary: object) -> StatedPay | None:
    low, high, currency, period = (at(salary, key) for key in ("min", "max", "currency", "period"))
    return amounts.stated(low, high, currency, period)
