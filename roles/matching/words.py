"""A text's words, as names of skills need them cut: pure.

"C++", "C#" and ".NET" are words; "Node.js" is two. Any letter of any alphabet belongs to its word, so that "modérés"
holds no R, however its accents are written.
"""

import re
import unicodedata
from typing import NamedTuple

# Marks written over a letter, soft hyphens and joiners belong to the word they stand in.
_WORD = re.compile(
    r"(?<![^\W_])\.[nN][eE][tT](?![^\W_])"
    r"|[^\W_]+(?:[\u0300-\u036f\u00ad\u200b-\u200d]+[^\W_]*)*(?:\+\+|\#)?"
    r"|&"
)
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d"))


class Word(NamedTuple):
    """folded: in small letters, "&" as "and"; start, end: places in the text."""

    folded: str
    start: int
    end: int


def cut(text: str) -> list[Word]:
    """All words, in order. In time linear in the text."""
    return [Word(folded(match[0]), *match.span()) for match in _WORD.finditer(text)]


def folded(word: str) -> str:
    """As it is compared: "ﬁnance" → "finance", "&" → "and"."""
    if word == "&":
        return "and"
    return word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).translate(_UNSEEN).casefold()
