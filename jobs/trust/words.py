"""A text as the rules read it: words in small letters, any amount as “#”, ends of sentences as “.”: pure.

“Pay Rs. 5,000/- now!” is “pay # now .”
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

AMOUNT, STOP = "#", "."
_ONE = r"(?:₹\s?|\brs\.?\s?|\binr\s?)?\d[\d,]*+(?:\.\d++)?(?:\s?(?:k|lakhs?|lacs?|crores?|thousand)\b|\s?/-)?"
_TOKEN = re.compile(
    rf"(?P<amount>{_ONE}(?:\s?(?:-|–|to)\s?{_ONE})?)|(?P<stop>[.!?;]++(?=\s|\Z)|\n)|[^\W_]++(?:['’][^\W_]++)*+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Words:
    """text: all of them with a space around each; starts: where each begins in it; places: where each stands in the
    original, as two positions."""

    text: str
    starts: list[int]
    places: list[tuple[int, int]]
    original: str

    def between(self, start: int, end: int) -> str:
        """The original's very words for a piece of the text."""
        first, last = bisect_right(self.starts, start) - 1, bisect_left(self.starts, end) - 1
        return " ".join(self.original[self.places[first][0] : self.places[last][1]].split())


def words_of(text: str) -> Words:
    parts, starts, places, position = [""], [], [], 1
    for token in _TOKEN.finditer(text):
        word = AMOUNT if token["amount"] else STOP if token["stop"] else token[0].lower().replace("’", "'")
        parts.append(word)
        starts.append(position)
        places.append(token.span())
        position += len(word) + 1
    return Words(" ".join([*parts, ""]), starts, places, text)
