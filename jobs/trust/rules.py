"""The editors' rules, made ready to read adverts with: pure, in linear time.

A phrase is words in a row. “…” stands for up to five words of one sentence between, an amount for any amount, and a
word for itself with an s at its end. A phrase doesn't count where one of its rule's `unless` overlaps it, nor one that
is listed with it: “no registration fee, deposit or other charges”.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from jobs.trust.words import STOP, Words, words_of

GAP = "…"
WORDS_IN_GAP = 5
LONGEST = 60_000  # characters that are read: a cleaned description has fewer, its title with it
MOST_WARNINGS = 20  # of an advert; an editor needs no more
_BETWEEN = rf"(?:[^ .]++ ){{0,{WORDS_IN_GAP}}}?"
# Words that only join the parts of a list.
_JOINING = frozenset(("a", "an", "and", "any", "etc", "form", "kind", "nor", "of", "or", "other", "such", "the"))


class Warning(NamedTuple):
    """What an editor has to look at: the rule's name, and the advert's very words."""

    rule: str
    words: str


@dataclass(frozen=True)
class Rule:
    """phrases, unless: one a line, as editors write them."""

    name: str
    phrases: str
    unless: str = ""


class _Found(NamedTuple):
    """Positions are in the text of Words."""

    start: int
    end: int
    rule: str
    counts: bool


class _Phrase:
    """Phrases that begin alike, ready to be looked for: a head, and what may follow it after a gap."""

    def __init__(self, head: list[str], tails: list[list[str]]) -> None:
        self.head = set(head)
        self.tails = [set(tail) - {GAP} for tail in tails]
        after = "|".join(dict.fromkeys(map(_in_a_row, tails)))
        gap = f" {_BETWEEN}(?:{after})" if after else ""
        self.pattern = re.compile(f" {_in_a_row(head)}{gap}(?= )")  # begins with plain letters: quick to find

    def places(self, words: Words, known: set[str]) -> Iterator[tuple[int, int]]:
        """known: all words of the text, and each without an s at its end."""
        if self.head <= known and (not self.tails or any(tail <= known for tail in self.tails)):
            yield from ((found.start() + 1, found.end()) for found in self.pattern.finditer(words.text))


class Checker:
    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = [(rule.name, phrases_of(rule.phrases), phrases_of(rule.unless)) for rule in rules]

    def warnings(self, text: str) -> list[Warning]:
        """As they stand in the text, each once."""
        words = words_of(text[:LONGEST])
        known = set(words.text.split())
        known |= {word[:-1] for word in known if word.endswith("s")}
        found = sorted(place for rule in self.rules for place in _of_rule(*rule, words, known))
        counted = (each for chain in _chains(found, words.text) if all(each.counts for each in chain) for each in chain)
        warnings: dict[Warning, None] = {}
        for each in counted:
            warnings[Warning(each.rule, words.between(each.start, each.end))] = None
            if len(warnings) == MOST_WARNINGS:
                break
        return list(warnings)


def phrases_of(lines: str) -> list[_Phrase]:
    whole: list[_Phrase] = []
    tails: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
    for line in lines.splitlines():
        head, _, tail = line.strip(f" {GAP}").partition(GAP)
        words = _words(head)
        if words and tail:
            tails[tuple(words)].append(_words_and_gaps(tail))
        elif words:
            whole.append(_Phrase(words, []))
    return whole + [_Phrase(list(head), after) for head, after in tails.items()]


def _words(written: str) -> list[str]:
    """A phrase lies within a sentence, however it ends."""
    return [word for word in words_of(written).text.split() if word != STOP]


def _words_and_gaps(written: str) -> list[str]:
    parts = [_words(part) for part in written.split(GAP)]
    return [word for part in parts if part for word in (*part, GAP)][:-1]


def _in_a_row(words: list[str]) -> str:
    pattern = "".join(_BETWEEN if word == GAP else f"{_word(word)} " for word in words)
    return pattern.removesuffix(" ")


def _word(word: str) -> str:
    return re.escape(word) + ("s?" if word.isalpha() else "")


def _of_rule(
    name: str, phrases: list[_Phrase], unless: list[_Phrase], words: Words, known: set[str]
) -> Iterator[_Found]:
    places = [place for phrase in phrases for place in phrase.places(words, known)]
    if not places:
        return
    excused = _merged(place for phrase in unless for place in phrase.places(words, known))
    here = 0
    for start, end in sorted(places):
        while here < len(excused) and excused[here][1] <= start:
            here += 1
        yield _Found(start, end, name, not (here < len(excused) and excused[here][0] < end))


def _merged(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order, without overlaps."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _chains(found: list[_Found], text: str) -> Iterator[list[_Found]]:
    """What is listed in one breath: only joining words stand between."""
    chain: list[_Found] = []
    reached = 0
    for each in found:
        if chain and not _JOINING.issuperset(text[reached : each.start].split()):
            yield chain
            chain = []
        reached = max(reached, each.end) if chain else each.end
        chain.append(each)
    if chain:
        yield chain
