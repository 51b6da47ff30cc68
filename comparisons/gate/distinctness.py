"""How much of a page is its own among pages of one template. Pure.

A page is taken as its shingles: every five words in a row.
"""

import html
import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIZE = 5  # words of a shingle
# A shingle on more pages than this is compared page by page as a bit, not by listing the pages that have it.
OFTEN = 60

_MAIN = re.compile(r"<main\b[^>]*>(.*?)</main>", re.DOTALL | re.IGNORECASE)
_NOT_TEXT = re.compile(r"<(script|style|nav|template)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[\w₹%.+#-]+")


@dataclass(frozen=True)
class Distinctness:
    """words: on the page; own_words: in shingles that stand on no other page.

    boilerplate: the part of its shingles that stand on at least half of the pages; nearest: Jaccard index of its
    shingles with those of the most similar other page, `nearest_page`. Both whole per cent, rounded up, so that no
    page passes a limit by rounding.
    """

    words: int
    own_words: int
    boilerplate: int
    nearest: int
    nearest_page: str


def words_of(page: str) -> list[str]:
    """The words in <main> of an HTML page, in small letters; navigation, scripts and styles left out."""
    main = _MAIN.search(page)
    text = _TAG.sub(" ", _NOT_TEXT.sub(" ", main[1] if main else page))
    return _WORD.findall(html.unescape(text).lower())


class Corpus:
    """Pages to be measured against each other. Keeps numbers in place of words: some 15 KB a page."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}  # of each shingle
        self._lengths: dict[str, int] = {}  # words of each page
        self._pages: dict[str, array[int]] = {}  # the shingles of each page, as they follow each other

    def add(self, name: str, words: list[str]) -> None:
        """A page with fewer words than a shingle is one shingle."""
        count = max(1, len(words) - SIZE + 1)
        shingles = (" ".join(words[start : start + SIZE]) for start in range(count))
        self._lengths[name] = len(words)
        self._pages[name] = array("L", [self._numbers.setdefault(shingle, len(self._numbers)) for shingle in shingles])

    def measure(self) -> Iterator[tuple[str, Distinctness]]:
        """Each page's figures, in the order in which the pages were added."""
        names = list(self._pages)
        pages = [array("L", sorted(set(page))) for page in self._pages.values()]
        seen = Counter(number for page in pages for number in page)
        half = max(2, len(pages) / 2)
        for name, page, (nearest, other) in zip(names, pages, _nearest(pages, seen), strict=True):
            figures = Distinctness(
                words=self._lengths[name],
                own_words=self._own_words(name, seen),
                boilerplate=_per_cent(sum(seen[number] >= half for number in page), len(page)),
                nearest=nearest,
                nearest_page="" if other is None else names[other],
            )
            yield name, figures

    def _own_words(self, name: str, seen: Counter[int]) -> int:
        """Words covered by shingles that are on this page only; what a shingle covers twice counts once."""
        own = end = 0
        for start, number in enumerate(self._pages[name]):
            if seen[number] == 1:
                stop = min(start + SIZE, self._lengths[name])
                own += stop - max(start, end)
                end = stop
        return own


def _per_cent(part: int, whole: int) -> int:
    return -(-100 * part // whole)


def _nearest(pages: Sequence[Sequence[int]], seen: Counter[int]) -> Iterator[tuple[int, int | None]]:
    """Of each page the Jaccard index with its nearest in per cent, and which that is: the first of equals.

    Exact. What two pages have in common is counted in two parts: rare shingles by listing the pages that have them,
    frequent ones as bits of one number a page.
    """
    bit = {number: 1 << place for place, number in enumerate(n for n, times in seen.items() if times > OFTEN)}
    bits = [sum(bit[number] for number in page if number in bit) for page in pages]
    where: dict[int, array[int]] = {number: array("L") for number, times in seen.items() if 1 < times <= OFTEN}
    for index, page in enumerate(pages):
        for number in page:
            if number in where:
                where[number].append(index)
    sizes = [len(page) for page in pages]
    for index, page in enumerate(pages):
        met: Counter[int] = Counter()
        for number in page:
            met.update(where.get(number, ()))
        yield _most_like(index, sizes, met, bits)


def _most_like(index: int, sizes: list[int], met: Counter[int], bits: list[int]) -> tuple[int, int | None]:
    """sizes: different shingles of each page; met: rare ones that this page has in common with each."""
    most, nearest, per_cent = -1.0, None, 0
    size, mine = sizes[index], bits[index]
    for other, other_size in enumerate(sizes):
        shared = met[other] + (mine & bits[other]).bit_count()
        either = size + other_size - shared
        if other != index and shared / either > most:
            most, nearest, per_cent = shared / either, other, _per_cent(shared, either)
    return per_cent, nearest
