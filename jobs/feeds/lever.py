"""Lever: the Postings API, in pages.

Read: https://github.com/lever/postings-api (README.md): `skip` and `limit`, `text` is the title, `lists` are further
parts of the text, `salaryRange` is {currency, interval, min, max}, api.eu.lever.co serves accounts in the EU.
`createdAt` (milliseconds since 1970) and `categories.allLocations` are in the answers, not in the README.
"""

from urllib.parse import parse_qs, urlencode, urlsplit

from jobs.feeds import amounts, json_documents, words
from jobs.feeds.entries import Entry, board, parsed, posting
from jobs.feeds.json_documents import at, first, listing
from jobs.feeds.posting import Document, Parsed, Posting, StatedPay, UnreadableFeed

BOARD = "https://api.lever.co/v0/postings/{}?mode=json&skip=0&limit=100"
EU_BOARD = BOARD.replace("api.lever.co", "api.eu.lever.co")
EU = "eu:"  # before the name of an account in the EU


class Lever:
    def address(self, account: str) -> str:
        """ "name", or "eu:name"."""
        return board(account.removeprefix(EU), EU_BOARD if account.startswith(EU) else BOARD)

    def parse(self, document: Document, company: str) -> Parsed:
        answer = json_documents.load(document)
        if not isinstance(answer, list):
            raise UnreadableFeed("The answer is no list of openings.")
        more = _next_page(document.address, len(answer))
        return parsed(answer, lambda job: _posting(job, company, document.address), more)


def _next_page(address: str, found: int) -> list[str]:
    """A full page may have another after it."""
    parts = urlsplit(address)
    asked = parse_qs(parts.query)
    skip, limit = (asked.get(name, [""])[0] for name in ("skip", "limit"))
    if not (limit.isdecimal() and len(limit) < 5 and 0 < int(limit) <= found):
        return []
    start = int(skip) if skip.isdecimal() and len(skip) < 9 else 0
    query = asked | {"skip": [str(start + int(limit))]}
    return [parts._replace(query=urlencode(query, doseq=True)).geturl()]


def _posting(job: object, company: str, page: str) -> Posting:
    categories = at(job, "categories")
    mode = words.line(at(job, "workplaceType")).lower()
    return posting(
        Entry(
            key=at(job, "id"),
            url=at(job, "hostedUrl"),
            title=at(job, "text"),
            company=company,
            description=_description(job),
            apply_url=at(job, "applyUrl"),
            places=first(categories, "allLocations", "location") or first(job, "country"),
            is_remote=mode == "remote" if mode in ("remote", "hybrid", "on-site", "onsite") else None,
            mode="" if mode == "unspecified" else mode,
            employment=at(categories, "commitment"),
            experience=at(categories, "level"),
            pay=_pay(job),
            posted_at=at(job, "createdAt"),
        ),
        page,
    )


def _description(job: object) -> str:
    """The body, each list under its heading, the closing part."""
    parts = [words.markup(first(job, "description", "descriptionPlain"))]
    for part in listing(at(job, "lists")):
        items = words.markup(at(part, "content"))
        parts.append(f"<h3>{_escaped(at(part, 'text'))}</h3><ul>{items}</ul>" if items else "")
    parts.append(words.markup(first(job, "additional", "additionalPlain")))
    return "".join(parts)


def _escaped(heading: object) -> str:
    return words.line(heading).replace("&", "&amp;").replace("<", "&lt;")


def _pay(job: object) -> StatedPay | None:
    stated = at(job, "salaryRange")
    said = first(job, "salaryDescriptionPlain", "salaryDescription")
    low, high, currency, interval = (at(stated, key) for key in ("min", "max", "currency", "interval"))
    return amounts.stated(low, high, currency, interval, said)
