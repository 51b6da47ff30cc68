"""An opening as it was understood from its advert, and what tells one from another: pure."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from jobs.company_names import company_key
from jobs.feeds.posting import Posting

DIGEST_BYTES = 16
FIRST_WORDS = 40  # of the text, by which the same opening is known in another feed


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the catalogue by its slug, and the advert's words for it."""

    slug: str
    words: str


@dataclass(frozen=True, slots=True)
class Pay:
    """per_year: whole rupees, low and high, None where that can't be worked out; the rest as the employer states it."""

    words: str = ""
    per_year: tuple[int, int] | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class Understood:
    """description: clean HTML; text: the same without mark-up; role: None where it isn't sure enough; years: from, to;
    warnings: why an editor should look at it, a sentence each."""

    title: str
    company: str
    description: str
    text: str
    role: Found | None = None
    role_confidence: int = 0
    mode: Found | None = None
    employment: Found | None = None
    years: tuple[int, int | None] | None = None
    years_words: str = ""
    pay: Pay = Pay()
    places: tuple[Found, ...] = ()
    skills: tuple[Found, ...] = ()
    warnings: tuple[str, ...] = ()


def digest(posting: Posting, company: str, edition: str) -> str:
    """Of everything that the feed says of an opening; another one when what we make of words is of another edition."""
    said = repr((edition, company, posting))
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).hexdigest()


def fingerprint(understood: Understood) -> str:
    """Alike for the same opening in two feeds: company, title, places and how its text begins."""
    title = understood.title.casefold().split()
    places = sorted(place.slug for place in understood.places)
    text = understood.text.casefold().split()[:FIRST_WORDS]
    same = repr((company_key(understood.company), title, places, text))
    return hashlib.blake2b(same.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).hexdigest()


def last_day(posting: Posting, posted: datetime) -> datetime | None:
    """None where it isn't said, or makes no sense."""
    return posting.closes_at if posting.closes_at and posting.closes_at > posted else None
