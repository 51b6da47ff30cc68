"""What a feed says of an opening, in its own words: pure. What the words mean is decided by jobs/reading/."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StatedPay:
    """As the employer states it. low, high: above 0, None where not stated; currency: ISO 4217 or "" where it isn't
    said; period: "year", "month", "week", "day" or "hour", "" where it isn't said; words: the source's own."""

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = ""
    period: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Posting:
    """key: the feed's own name of it, once in a feed; url: its page at the employer's; description: HTML as it came,
    not cleaned; places, skills and employment: words of the source; is_remote: None where it isn't said; times are
    in UTC and None where they aren't said, or where what is said lies before 2000 or after 2099.

    Everything but the description is one line of plain text within a limit (`words.py`); key, url, title and company
    are never empty, and addresses are http or https.
    """

    key: str
    url: str
    title: str
    company: str
    description: str
    apply_url: str = ""
    places: tuple[str, ...] = ()
    is_remote: bool | None = None
    mode: str = ""
    employment: str = ""
    experience: str = ""
    pay: StatedPay | None = None
    skills: tuple[str, ...] = ()
    posted_at: datetime | None = None
    closes_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that is no posting, and why, in a sentence for an editor. key: "" where it has none."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Document:
    """What was fetched, or uploaded (address is "" then)."""

    address: str
    body: bytes
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """more: addresses that have to be fetched to have the whole feed (the next page, the pages of a sitemap)."""

    postings: tuple[Posting, ...] = ()
    refused: tuple[Refused, ...] = ()
    more: tuple[str, ...] = ()


class UnreadableFeed(ValueError):
    """The document as a whole isn't what its kind should be. The words are for an editor."""


class Adapter(Protocol):
    """One kind of feed."""

    def address(self, account: str) -> str:
        """Where the board of this account begins; an address is its own. ValueError for what can't be an account."""

    def parse(self, document: Document, company: str) -> Parsed:
        """company: the name of the feed's employer, for kinds that don't say it. Raises UnreadableFeed."""
