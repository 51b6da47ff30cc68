"""How well a name fits what was typed. Pure; typing slips are measured by rapidfuzz, whose 3 MB are loaded once
somebody made one."""

import re
from collections.abc import Sequence
from functools import lru_cache

LONGEST = 80  # characters worth looking at; no name is longer
SLIP_FROM = 3  # characters; in fewer every name is a slip of every other
LIKE_FROM = 75.0  # how alike, of 100, two texts must be for one to be a slip of the other
CERTAIN_FROM = 85.0  # so alike that it is taken for the name
SHARED_FROM = 0.2  # of 1: trigrams that a slip must share with the name
MOST_SLIPS = 60

_SPACES = str.maketrans(dict.fromkeys("-_/()&,'’:;\"\0", " "))


@lru_cache(maxsize=32_768)
def plain(text: str) -> str:
    """Small letters, single spaces, no punctuation but what tells names apart: " ML-Engineer " → "ml engineer"."""
    return " ".join(text[:LONGEST].casefold().translate(_SPACES).split())


def score(wanted: str, name: str) -> float:
    """How well a plain name fits, 0–100: the name itself, its first words, its beginning, another word's beginning, all
    words in any order, a part, a slip; among those of a kind the shorter name."""
    if name == wanted:
        return 100.0
    share = len(wanted) / max(len(name), 1)
    if name.startswith(f"{wanted} "):
        return 94 + 4 * share
    if name.startswith(wanted):
        return 89 + 4 * share
    if f" {wanted}" in name:
        return 80 + 8 * share
    words = name.split(" ")
    if all(any(word.startswith(part) for word in words) for part in wanted.split(" ")):
        return 76 + 4 * share
    if len(wanted) >= SLIP_FROM and wanted in name:
        return 66 + 8 * share
    return 0.66 * _slip(wanted, name)


def _slip(wanted: str, name: str) -> float:
    """How alike they are, or the name's beginning where it is only half typed; 0 below LIKE_FROM or SHARED_FROM."""
    if len(wanted) < SLIP_FROM or shared_trigrams(wanted, name) < SHARED_FROM:
        return 0.0
    from rapidfuzz import fuzz

    likeness = max(
        fuzz.ratio(wanted, name),
        0.97 * fuzz.token_sort_ratio(wanted, name),
        0.95 * fuzz.ratio(wanted, name[: len(wanted)]),
    )
    return likeness if likeness >= LIKE_FROM else 0.0


def shared_trigrams(one: str, other: str) -> float:
    """Of the runs of three letters that either has those that both have, 0 to 1: what PostgreSQL's pg_trgm calls
    similarity, so that its index can leave out what doesn't fit."""
    ours, theirs = _trigrams(one), _trigrams(other)
    return len(ours & theirs) / (len(ours | theirs) or 1)


def _trigrams(text: str) -> set[str]:
    words = re.findall(r"[^\W_]+", text)
    return {padded[at : at + 3] for padded in (f"  {word} " for word in words) for at in range(len(padded) - 2)}


def fitting(wanted: str, names: Sequence[str]) -> dict[int, float]:
    """The score of every plain name that fits, by its place. The same as score() over all of them, but in C."""
    first, *others = sorted(wanted.split(" "), key=len, reverse=True)
    places = {place for place, name in enumerate(names) if first in name}
    places = {place for place in places if all(word in names[place] for word in others)}
    if len(wanted) >= SLIP_FROM:
        from rapidfuzz import fuzz, process

        beginnings = [name[: len(wanted)] for name in names]
        for choices, scorer in ((names, fuzz.ratio), (names, fuzz.token_sort_ratio), (beginnings, fuzz.ratio)):
            if scorer is fuzz.ratio or others:
                found = process.extract(wanted, choices, scorer=scorer, score_cutoff=LIKE_FROM, limit=MOST_SLIPS)
                places |= {place for _, _, place in found}
    scores = {place: score(wanted, names[place]) for place in places}
    return {place: value for place, value in scores.items() if value}


def certain(wanted: str, names: Sequence[str]) -> list[int]:
    """The places of the names that are meant for certain: the name itself, else the most alike ones."""
    exact = [place for place, name in enumerate(names) if name in (wanted, wanted.removesuffix("s"))]
    if exact or len(wanted) < SLIP_FROM:
        return exact
    from rapidfuzz import fuzz, process

    found = process.extract(wanted, names, scorer=fuzz.ratio, score_cutoff=CERTAIN_FROM, limit=MOST_SLIPS)
    return [place for _, likeness, place in found if likeness == found[0][1]]
