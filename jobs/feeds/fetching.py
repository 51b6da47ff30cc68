"""Fetching one document from the internet: polite to who gives it, and safe from who doesn't mean well.

Knows no kind of feed: `walking.py` joins the two. Every request is checked (`guard.py`) and pinned (`connecting.py`),
redirects one by one. What Retry-After, ETag and the rest mean: RFC 9110.
"""

import random
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Protocol
from urllib.parse import urljoin, urlsplit

import httpx

from jobs.feeds import guard
from jobs.feeds.connecting import FAILURES, Clock, Line
from jobs.feeds.decoding import MOST_BYTES
from jobs.feeds.posting import Document

REDIRECTS = 5
TRIES = 3
PASSING = frozenset({408, 429, 500, 502, 503, 504})  # statuses that may be over in a moment
TYPES = "application/json, application/xml, application/rss+xml, application/atom+xml, text/html, text/csv, */*;q=0.5"
CHUNK = 64 * 1024  # bytes unpacked at a time


class FetchFailed(Exception):
    """Why a document wasn't had, in a sentence for an editor. retry_after: seconds that the server asks to wait;
    requests: how many were made."""

    def __init__(self, reason: str, retry_after: float | None = None, requests: int = 0) -> None:
        super().__init__(reason)
        self.retry_after, self.requests = retry_after, requests


class _Passing(FetchFailed):
    """It may go better in a moment."""


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask later whether a document has changed: its words, kept as they came."""

    etag: str = ""
    modified: str = ""


NO_VALIDATORS = Validators()


@dataclass(frozen=True, slots=True)
class Fetched:
    """document: None where it hasn't changed since the validators; its address is the last redirect's."""

    document: Document | None
    validators: Validators
    requests: int


class Fetch(Protocol):
    def __call__(self, address: str, validators: Validators, most_bytes: int) -> Fetched:
        """most_bytes: of the body, unpacked. Raises FetchFailed and nothing else."""


@dataclass(frozen=True, slots=True)
class Manners:
    """Times are seconds. whole: for one request, from the first byte to the last; pause: between two requests to one
    host; longest_wait: how long a Retry-After is waited for."""

    connect: float = 10
    read: float = 20
    whole: float = 120
    pause: float = 1
    longest_wait: float = 60
    first_wait: float = 2


@dataclass(slots=True)
class Fetcher:
    """A Fetch, for one run of one process; it remembers when it asked which host.

    user_agent: names the portal and an address where its people are reached (`user_agent()`); allow_loopback: lets
    it ask this very machine, for tests and development. Who calls may give another way to resolve, wait, tell time.
    """

    user_agent: str
    allow_loopback: bool = False
    manners: Manners = field(default_factory=Manners)
    resolve: guard.Resolve = guard.resolve
    wait: Callable[[float], None] = time.sleep
    clock: Clock = time.monotonic
    tls: ssl.SSLContext = field(default_factory=httpx.create_ssl_context)
    _free_at: dict[str, float] = field(default_factory=dict)  # by host

    def __call__(self, address: str, validators: Validators = NO_VALIDATORS, most_bytes: int = MOST_BYTES) -> Fetched:
        requests = 0
        for attempt in range(TRIES):
            try:
                return self._follow(address, validators, most_bytes, requests)
            except _Passing as failed:
                requests = failed.requests
                if attempt == TRIES - 1 or (failed.retry_after or 0) > self.manners.longest_wait:
                    raise FetchFailed(str(failed), failed.retry_after, requests) from failed
                self.wait(self._back_off(attempt, failed.retry_after))
        raise AssertionError("the last try returns or raises")

    def _back_off(self, attempt: int, retry_after: float | None) -> float:
        """Twice as long each time, and not at the same moment as everyone else; no less than the server asks for."""
        own = self.manners.first_wait * 2.0**attempt * random.uniform(1, 1.5)  # noqa: S311 no secret
        return max(own, retry_after or 0)

    def _follow(self, address: str, validators: Validators, most_bytes: int, before: int) -> Fetched:
        """before: requests that were made already."""
        for requests in range(before + 1, before + REDIRECTS + 2):
            try:
                answer = self._ask(address, validators, most_bytes)
            except FetchFailed as failed:
                failed.requests = requests
                raise
            if not isinstance(answer, str):
                return Fetched(answer.document, answer.validators, requests)
            address = answer
        raise FetchFailed(f"It redirects more than {REDIRECTS} times.", requests=requests)

    def _ask(self, address: str, validators: Validators, most_bytes: int) -> Fetched | str:
        """What came, or the address that it redirects to."""
        way = self._way(address)
        self._be_polite(way.host)
        until = self.clock() + self.manners.whole
        timeout = httpx.Timeout(self.manners.read, connect=self.manners.connect)
        try:
            with (
                httpx.Client(
                    transport=Line(way, self.tls, self.clock, until), trust_env=False, timeout=timeout
                ) as client,
                client.stream("GET", address, headers=self._headers(validators)) as answer,
            ):
                return _read(answer, address, validators, most_bytes)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise FetchFailed(f"{way.host} isn't asked: its address isn't written right.") from error
        except httpx.RemoteProtocolError as error:  # httpx's own, of a redirect; a broken answer raises httpcore's
            raise FetchFailed(f"{way.host} redirects to what is no address.") from error
        except FAILURES as error:
            raise _Passing(f"{way.host} doesn't answer: {str(error) or type(error).__name__}.") from error

    def _way(self, address: str) -> guard.Way:
        try:
            return guard.way_to(address, self.resolve, self.allow_loopback)
        except guard.NotAllowed as error:
            raise FetchFailed(str(error)) from error
        except (OSError, UnicodeError) as error:
            raise _Passing(f"{urlsplit(address).hostname} isn't found.") from error

    def _be_polite(self, host: str) -> None:
        early = self._free_at.get(host, 0) - self.clock()
        if early > 0:
            self.wait(early)
        self._free_at[host] = self.clock() + self.manners.pause

    def _headers(self, validators: Validators) -> dict[str, str]:
        conditions = {"If-None-Match": validators.etag, "If-Modified-Since": validators.modified}
        own = {"User-Agent": self.user_agent, "Accept": TYPES, "Accept-Encoding": "gzip"}
        return own | {name: value for name, value in conditions.items() if value}


def user_agent(portal: str, address: str) -> str:
    """ "OnJob (+https://onjob.example/about/)". portal: a name; address: a page or an e-mail address of its people."""
    said = f"{portal} ({'+' if '://' in address else ''}{address})"
    return " ".join("".join(letter if " " <= letter <= "~" else "?" for letter in said).split())


def _read(answer: httpx.Response, address: str, validators: Validators, most_bytes: int) -> Fetched | str:
    status = answer.status_code
    if status == 304 and validators != NO_VALIDATORS:
        return Fetched(None, validators, 1)
    if status in (301, 302, 303, 307, 308) and (to := answer.headers.get("Location")):
        return _target(address, to)
    if status != 200:
        failure = _Passing if status in PASSING else FetchFailed
        raise failure(f"{answer.url.host} answers {status}.", _retry_after(answer))
    body = b"".join(_within(most_bytes, _unpacked(answer)))
    document = Document(address, body, _header(answer, "Content-Type"))
    return Fetched(document, Validators(_header(answer, "ETag"), _header(answer, "Last-Modified")), 1)


def _target(address: str, to: str) -> str:
    try:
        return urljoin(address, to.strip()).partition("#")[0]
    except ValueError as error:
        raise FetchFailed("It redirects to what is no address.") from error


def _header(answer: httpx.Response, name: str) -> str:
    """What can be sent back as it came; of what is longer or stranger nothing is kept."""
    value = str(answer.headers.get(name, "")).strip()
    return value if len(value) <= 300 and value.isascii() and value.isprintable() else ""


def _retry_after(answer: httpx.Response) -> float | None:
    """Seconds, also of a date."""
    said = _header(answer, "Retry-After")
    if said.isdecimal() and len(said) < 9:
        return float(said)
    try:
        return max(0.0, parsedate_to_datetime(said).timestamp() - time.time()) if said else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _within(most_bytes: int, parts: Iterator[bytes]) -> Iterator[bytes]:
    """Raises FetchFailed as soon as there is more."""
    size = 0
    for part in parts:
        size += len(part)
        if size > most_bytes:
            raise FetchFailed(f"It is larger than {most_bytes / 2**20:.3g} MB.")
        yield part


def _unpacked(answer: httpx.Response) -> Iterator[bytes]:
    """The body in small parts, so that whoever reads can stop: a gzip bomb is never unpacked whole."""
    encoding = str(answer.headers.get("Content-Encoding", "")).strip().lower()
    if encoding in ("", "identity"):
        yield from answer.iter_raw(CHUNK)
    elif encoding in ("gzip", "x-gzip"):
        yield from _gunzipped(answer.iter_raw(CHUNK))
    else:
        raise FetchFailed("It comes compressed in a way that wasn't asked for.")


def _gunzipped(parts: Iterator[bytes]) -> Iterator[bytes]:
    unpacking = zlib.decompressobj(wbits=31)
    try:
        for part in parts:
            waiting = part
            while waiting and not unpacking.eof:
                yield unpacking.decompress(waiting, CHUNK)
                waiting = unpacking.unconsumed_tail
        yield unpacking.flush()
        if not unpacking.eof:
            raise _Passing("What it sends breaks off.")
    except zlib.error as error:
        raise FetchFailed("It says gzip and sends something else.") from error
