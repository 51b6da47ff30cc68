"""What speaks for a name that is an everyday word too: "Go" in "Java, Go, Rust", not in "Go the extra mile". Pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from roles.matching.names import Cautions
from roles.matching.words import Word

NEAR, PAIRED = 6, 2  # words
BESIDE_BEFORE, BESIDE_AFTER = 4, 2  # words
_LONGEST_SENTENCE = 400  # characters looked at to either side
_SENTENCE_END = re.compile(r"[.!?;]\s|[\n\r\u2022\u25cf\u25aa]")
_BEFORE_ITEM = re.compile(
    r"(?:^|[,;:|/\u2022\u25cf\u25aa\u00b7\n\r\t(\[–—&+]|(?:^|\s)-"
    r"|\b(?:and|or|in|using|with|like|as|of|know|knows|knowing|know-how|plus|are|is|either|than|e\.g\.))\s*$",
    re.IGNORECASE,
)
_AFTER_ITEM = re.compile(
    r"\s*(?:$|[,;|/\u2022\u25cf\u25aa\u00b7\n\r\t)\]&+–—]|[.!?](?:\s|$)|-\s|\b(?:and|or|etc|for)\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands: words[first:last] of the text."""

    first: int
    last: int
    start: int
    end: int


@dataclass(slots=True)
class Evidence:
    """One text, its words, and where tools stand: those that nobody doubts, and those in capitals that somebody could,
    both in order."""

    text: str
    words: Sequence[Word]
    certain: Sequence[Place]
    doubted: Sequence[Place]
    careful: Cautions
    _ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]

    def rule(self, place: Place, beside: frozenset[str], is_capital: bool, is_name: bool) -> str:
        """What accepts the name: "listed", "beside", "said", "near" or "written"; "" when nothing does.

        beside: words that speak for just this name; is_capital: it begins with one; is_name: so written inside a
        sentence it is hardly anything else."""
        before, after = self._around(place)
        if beside and self._beside(place, beside, before, after):
            return "beside"
        near = _between(self.certain, place.start - len(before), place.end + len(after))
        if not near and not is_capital:
            return ""
        is_item = self._is_item(place, before, after)
        if is_item and (near or self._is_paired(place, before, after)):
            return "listed"
        if is_capital and self._said(place, before, after, is_item):
            return "said"
        if not is_capital or place.end - place.start == 1:
            return ""
        if _is_near(place, near, NEAR):
            return "near"
        return "written" if is_name and self._is_capital_in_sentence(place, before, after) else ""

    def _around(self, place: Place) -> tuple[str, str]:
        """The rest of its sentence."""
        nth = bisect_right(self._ends, place.start)
        since = max(place.start - _LONGEST_SENTENCE, self._ends[nth - 1] if nth else 0)
        until = min(place.end + _LONGEST_SENTENCE, self._ends[nth] if nth < len(self._ends) else len(self.text))
        return self.text[since : place.start], self.text[place.end : until]

    def _is_capital_in_sentence(self, place: Place, before: str, after: str) -> bool:
        """One capital among small letters: "basic Excel is", not "We Excel In Service"."""
        name = self.text[place.start : place.end]
        earlier, later = before.split(), after.split(maxsplit=1)
        is_led = before.endswith(" ") and bool(earlier) and (earlier[-1].islower() or len(earlier) == 1)
        return is_led and name[1:].islower() and not (later and later[0][0].isupper())

    def _beside(self, place: Place, beside: frozenset[str], before: str, after: str) -> bool:
        return bool(beside & (self._before(place, before) | self._after(place, after)))

    def _said(self, place: Place, before: str, after: str, is_item: bool) -> bool:
        if self._after(place, after, 1) & self.careful.said_after:
            return True
        return is_item and bool(self._before(place, before) & self.careful.said_before)

    def _before(self, place: Place, before: str) -> set[str]:
        since = place.start - len(before)
        words = self.words[max(0, place.first - BESIDE_BEFORE) : place.first]
        return {word.folded for word in words if word.start >= since}

    def _after(self, place: Place, after: str, most: int = BESIDE_AFTER) -> set[str]:
        until = place.end + len(after)
        return {word.folded for word in self.words[place.last : place.last + most] if word.end <= until}

    def _is_item(self, place: Place, before: str, after: str) -> bool:
        """Whether it stands alone between commas, bullets, "and" or the like."""
        if place.end - place.start == 1 and after.startswith(")") and "(" not in before:
            return False  # "c) Communication"
        return bool(_BEFORE_ITEM.search(before[-12:])) and bool(_AFTER_ITEM.match(after))

    def _is_paired(self, place: Place, before: str, after: str) -> bool:
        """Whether another doubtful name stands right beside it: "Tally and Excel"."""
        others = _between(self.doubted, place.start - len(before), place.end + len(after))
        return _is_near(place, [other for other in others if other != place], PAIRED)


def _between(places: Sequence[Place], since: int, until: int) -> Sequence[Place]:
    first = bisect_left(places, since, key=_start)
    return places[first : bisect_left(places, until, first, key=_start)]


def _is_near(place: Place, others: Sequence[Place], most: int) -> bool:
    """Whether one of them is at most so many words away."""
    return any(place.first - most <= other.last and other.first <= place.last + most for other in others)


def _start(place: Place) -> int:
    return place.start
