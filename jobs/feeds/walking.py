"""A whole feed: its first document, and all that it says has to be fetched too, within bounds."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from jobs.feeds.decoding import MOST_BYTES
from jobs.feeds.entries import told
from jobs.feeds.fetching import NO_VALIDATORS, Fetch, Fetched, FetchFailed, Validators
from jobs.feeds.posting import Adapter, Document, Parsed, Posting, Refused, UnreadableFeed

MOST_DOCUMENTS = 3_000  # of one feed
MOST_BYTES_IN_ALL = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Read:
    """What a feed held.

    unchanged: the server says that nothing changed since the validators, and nothing was read. is_whole: False where a
    part couldn't be had, so that a posting that is missing here may still be open. validators: for the next time;
    empty where the feed is of several documents, since the first may stay the same while others change.
    """

    postings: tuple[Posting, ...] = ()
    refused: tuple[Refused, ...] = ()
    validators: Validators = NO_VALIDATORS
    requests: int = 0
    unchanged: bool = False
    is_whole: bool = True


def read_feed(
    adapter: Adapter,
    account: str,
    company: str,
    fetch: Fetch,
    validators: Validators = NO_VALIDATORS,
    most_documents: int = MOST_DOCUMENTS,
    most_bytes: int = MOST_BYTES_IN_ALL,
) -> Read:
    """company: the employer's name, for feeds that don't say it. Raises ValueError for what can't be an account,
    FetchFailed or UnreadableFeed where the feed's own first document can't be had or read."""
    first = fetch(adapter.address(account), validators, MOST_BYTES)
    if first.document is None:
        return Read(validators=validators, requests=first.requests, unchanged=True)
    walk = _Walk(adapter, company, fetch, most_documents, most_bytes)
    walk.take(first, adapter.parse(first.document, company))
    walk.go_on()
    return walk.read(first.validators)


def read_upload(adapter: Adapter, document: Document, company: str) -> Read:
    """A file that was uploaded: what it holds, and nothing that it points to. Raises UnreadableFeed."""
    parsed = adapter.parse(document, company)
    return Read(parsed.postings, parsed.refused, is_whole=not parsed.more)


@dataclass(slots=True)
class _Walk:
    adapter: Adapter
    company: str
    fetch: Fetch
    documents_left: int
    bytes_left: int
    requests: int = 0
    is_whole: bool = True
    postings: dict[str, Posting] = field(default_factory=dict)
    refused: list[Refused] = field(default_factory=list)
    waiting: deque[str] = field(default_factory=deque)
    seen: set[str] = field(default_factory=set)

    def take(self, fetched: Fetched, parsed: Parsed) -> None:
        self.requests += fetched.requests
        self.documents_left -= 1
        if fetched.document:
            self.bytes_left -= len(fetched.document.body)
            self.seen.add(fetched.document.address)
        self.refused += [*parsed.refused, *self._again(parsed)]
        for posting in parsed.postings:
            self.postings.setdefault(posting.key, posting)
        new = [address for address in parsed.more if address not in self.seen]
        self.seen.update(new)
        self.waiting += new

    def _again(self, parsed: Parsed) -> Iterator[Refused]:
        for posting in parsed.postings:
            if posting.key in self.postings:
                yield Refused(posting.key, "Another opening of this feed has the same key.")

    def go_on(self) -> None:
        while self.waiting:
            if self.documents_left <= 0 or self.bytes_left <= 0:
                self._miss("", f"The feed is too large: {len(self.waiting):,} documents of it weren't fetched.")
                return
            self._next(self.waiting.popleft())

    def _next(self, address: str) -> None:
        try:
            fetched = self.fetch(address, NO_VALIDATORS, min(MOST_BYTES, self.bytes_left))
        except FetchFailed as failed:
            self.requests += failed.requests
            self.documents_left -= 1
            self._miss(address, str(failed))
            return
        parsed = Parsed()
        try:
            parsed = self.adapter.parse(fetched.document, self.company) if fetched.document else parsed
        except UnreadableFeed as unreadable:
            self._miss(address, str(unreadable))
        self.take(fetched, parsed)

    def _miss(self, address: str, reason: str) -> None:
        self.is_whole = False
        self.refused.append(Refused(address, reason))

    def read(self, validators: Validators) -> Read:
        """is_whole and validators: see Read."""
        is_one = len(self.seen) <= 1
        kept = validators if is_one else NO_VALIDATORS
        return Read(tuple(self.postings.values()), told(self.refused), kept, self.requests, is_whole=self.is_whole)
