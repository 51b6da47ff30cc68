"""From what an adapter found to postings: the one place where words are cleaned and entries are refused. Pure."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import quote

from jobs.feeds import words
from jobs.feeds.posting import Parsed, Posting, Refused, StatedPay, UnreadableFeed
from jobs.feeds.times import moment

MOST_ENTRIES = 100_000  # of one document
MOST_REFUSED = 1_000  # that are told one by one; the rest are counted
Found = TypeVar("Found")

_ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed holds where a Posting has its fields, raw: any value of JSON, "" or None where it says nothing."""

    key: object
    url: object
    title: object
    company: object
    description: object = ""
    apply_url: object = ""
    places: object = ()
    is_remote: object = None
    mode: object = ""
    employment: object = ""
    experience: object = ""
    pay: StatedPay | None = None
    skills: object = ()
    posted_at: object = None
    closes_at: object = None


class NoPosting(ValueError):
    """Why an entry is no posting, in a sentence for an editor."""

    def __init__(self, reason: str, key: object = "") -> None:
        super().__init__(reason)
        self.refused = Refused(words.key(key), reason)


def posting(entry: Entry, page: str = "") -> Posting:
    """page: the address of the document, which relative addresses belong to. Raises NoPosting."""
    apply_url = words.web_address(entry.apply_url, page)
    url = words.web_address(entry.url, page) or apply_url
    title, company = words.line(entry.title), words.line(entry.company)
    key = words.key(entry.key) or words.key(url)
    for said, reason in ((title, "It has no title."), (company, "It names no company."), (url, "It has no address.")):
        if not said:
            raise NoPosting(reason, key)
    return Posting(
        key=key,
        url=url,
        title=title,
        company=company,
        description=words.markup(entry.description),
        apply_url=apply_url,
        places=words.lines(entry.places),
        is_remote=entry.is_remote if isinstance(entry.is_remote, bool) else None,
        mode=_joined(entry.mode),
        employment=_joined(entry.employment),
        experience=_joined(entry.experience),
        pay=entry.pay,
        skills=words.lines(entry.skills),
        posted_at=moment(entry.posted_at),
        closes_at=moment(entry.closes_at, ends_day=True),
    )


def _joined(value: object) -> str:
    """Several words for one thing, as where a field allows more than one."""
    return words.line(", ".join(words.lines(value)))


def parsed(found: Iterable[Found], read: Callable[[Found], Posting], more: Iterable[str] = ()) -> Parsed:
    """Each entry read, or refused where `read` raises NoPosting, or where its key was there before."""
    postings: dict[str, Posting] = {}
    refused: list[Refused] = []
    for number, entry in enumerate(found):
        if number == MOST_ENTRIES:
            raise UnreadableFeed(f"The document has more than {MOST_ENTRIES:,} openings.")
        try:
            one = read(entry)
        except NoPosting as error:
            refused.append(error.refused)
            continue
        if one.key in postings:
            refused.append(Refused(one.key, "Another opening of this feed has the same key."))
        postings.setdefault(one.key, one)
    return Parsed(tuple(postings.values()), told(refused), tuple(dict.fromkeys(more)))


def told(refused: list[Refused]) -> tuple[Refused, ...]:
    """At most MOST_REFUSED, and how many more there are."""
    rest = len(refused) - MOST_REFUSED
    return (*refused[:MOST_REFUSED], Refused("", f"So were {rest:,} more.")) if rest > 0 else tuple(refused)


def board(account: str, form: str) -> str:
    """Where a board begins: an address is its own, a name takes the place of {} in the form. Raises ValueError."""
    if "://" in account:
        return own_address(account)
    if not _ACCOUNT.fullmatch(account.strip()):
        raise ValueError(f"“{words.line(account, 60)}” is no account: letters, digits, “-”, “_” and “.” make one.")
    return form.format(quote(account.strip(), safe=""))


def own_address(account: str) -> str:
    """For kinds whose feeds lie anywhere. Raises ValueError."""
    address = words.web_address(account)
    if not address:
        raise ValueError("The account has to be an address that begins with https:// or http://.")
    return address
