"""The ways in which one name is written: "Power BI", "PowerBI", "power-bi"; pure."""

import re
from collections.abc import Iterator

from roles.matching.words import cut

TOGETHER_FROM = 6  # letters: "M&A" written together is "ma", which is much else
PLURAL_FROM = 4
MOST_WORDS_JOINED = 4
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_BRITISH = (("isation", "ization"), ("ising", "izing"), ("modelling", "modeling"), ("counselling", "counseling"))
_SHORT_E = ("email", "ecommerce", "elearning")

Key = tuple[str, ...]


def key(name: str) -> Key:
    """A name's words, folded."""
    return tuple(word.folded for word in cut(name))


def others(name: str, is_certain: bool) -> Iterator[Key]:
    """Other ways of writing it, "Go" for "Go (Golang)" too.

    is_certain: the name means nothing else, so that its plural and both halves mean it too."""
    words = key(name)
    yield from _together(words)
    yield key(_BRACKETS.sub("", name))
    if not is_certain:
        return
    yield from _apart(name)
    for same in (words, *_together(words)):
        yield from _plural(same)
        yield from _across_the_ocean(same)


def _together(words: Key) -> Iterator[Key]:
    """Neighbours joined: ("power", "bi") → ("powerbi",)."""
    if not 1 < len(words) <= MOST_WORDS_JOINED or not all(word.isalnum() and word != "and" for word in words):
        return
    for at in range(len(words) - 1):
        joined = words[at] + words[at + 1]
        if len(joined) >= TOGETHER_FROM:
            yield (*words[:at], joined, *words[at + 2 :])
    if len(words) > 2:
        yield ("".join(words),)


def _apart(name: str) -> Iterator[Key]:
    """ "JavaScript" → ("java", "script"); "no SQL" is a refusal."""
    halves = key(_CAMEL.sub(" ", name))
    if len(halves) == 2 and len(key(name)) == 1 and halves[0] != "no":
        yield halves
    first, *rest = key(name)
    if first in _SHORT_E:
        yield ("e", first[1:], *rest)


def _plural(words: Key) -> Iterator[Key]:
    last = words[-1]
    if not last.isalpha() or len(last) < PLURAL_FROM:
        return
    if not last.endswith("s"):
        yield (*words[:-1], f"{last}s")
    elif len(words) > 1 and not last.endswith(("ss", "us", "is", "ics")):
        yield (*words[:-1], last[:-1])


def _across_the_ocean(words: Key) -> Iterator[Key]:
    text = " ".join(words)
    for ours, theirs in _BRITISH:
        if ours in text:
            yield tuple(text.replace(ours, theirs).split())
        elif theirs in text:
            yield tuple(text.replace(theirs, ours).split())
