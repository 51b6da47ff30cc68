"""Pages ready to be sent, and a bounded store of them: pure."""

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Self

from onjob.page_cache.encodings import IDENTITY, PACK, UNPACK

OVERHEAD = 2_000  # bytes of memory that a page takes beside its bodies, about


@dataclass(frozen=True)
class Page:
    """A page as bytes in each encoding that somebody asked for so far (one at least), and what its headers say."""

    headers: Mapping[str, str]
    bodies: Mapping[str, bytes]

    @classmethod
    def of(cls, headers: Mapping[str, str], body: bytes) -> Self:
        return cls(headers, {IDENTITY: body})

    def packed(self, encoding: str) -> Self:
        """The page that has this encoding too. Compressing takes a millisecond."""
        if encoding in self.bodies:
            return self
        had, body = next(iter(self.bodies.items()))
        return type(self)(self.headers, {**self.bodies, encoding: PACK[encoding](UNPACK[had](body))})

    def only(self, encoding: str) -> Self:
        return type(self)(self.headers, {encoding: self.packed(encoding).bodies[encoding]})

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        return OVERHEAD + sum(map(len, self.bodies.values()))


class Pages:
    """The pages of one version by address; those asked for longest ago go first. For several threads."""

    def __init__(self, limit: int) -> None:
        """limit: bytes."""
        self.limit = limit
        self.size = 0
        self._version = ""
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def __iter__(self) -> Iterator[Page]:
        return iter(tuple(self._pages.values()))

    def get(self, version: str, address: str) -> Page | None:
        with self._lock:
            if version != self._version:
                self._turn_to(version)
            page = self._pages.get(address)
            if page:
                self._pages.move_to_end(address)
            return page

    def keep(self, version: str, address: str, page: Page) -> None:
        """In the place of what it was. A page of a version that isn't the current one any more isn't kept."""
        with self._lock:
            if version != self._version:
                return
            self._drop(address)
            self._pages[address] = page
            self.size += page.size
            while self.size > self.limit:
                self._drop(next(iter(self._pages)))

    def _turn_to(self, version: str) -> None:
        self._pages.clear()
        self.size, self._version = 0, version

    def _drop(self, address: str) -> None:
        page = self._pages.pop(address, None)
        self.size -= page.size if page else 0
