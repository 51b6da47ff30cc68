"""Finds a catalogue's skills in a text or in a list of tags. Pure; the same text always gives the same.

The longest name wins, and a phrase that means no skill ("word of mouth") is a name too. A name that is an everyday word
needs something to speak for it (evidence.py); what nothing speaks for is handed back as doubtful.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from roles.matching.evidence import Evidence, Place
from roles.matching.names import Cautions, SkillName, Trusted, cautions
from roles.matching.slips import Slips
from roles.matching.spellings import Key, key, others
from roles.matching.words import Word, cut

_GAP = re.compile(r"[^\S\n\r]*(?:[-‐-―/.&'’_()]?[^\S\n\r]*|\r?\n[^\S\n\r]*)")
_WIDEST_GAP = 6  # characters between two words of one name
_LEVELS = re.compile(
    r"^(?:advanced?|basics?(?: of)?|core|ms|microsoft)\W+|\W+(?:skills?|knowledge|basics|proficiency)$", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")
_LONGEST_TAG = 120
_ENGLISH_ENDS = ("ing", "ion", "ement", "graphy", "ity", "ness", "ance", "ence", "ization", "ics", "ive")


@dataclass(frozen=True, slots=True)
class Hit:
    """name: the catalogue's spelling; start, end: places in the text; rule: what accepted it.

    "name" (trusted anywhere), "case" (in its own capitals), "slip" (one slip of typing), "tag", or what speaks for an
    everyday word: "listed" (an item beside tools), "beside" (a word of its own), "said" ("knowledge of",
    "programming"), "near" (a tool within six words), "written" (a capital inside a sentence); "" for a doubtful one."""

    skill: str
    name: str
    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """Both in the order of the text, none over another. doubtful: only what is written with a capital, as "can" and
    "go" are in every text."""

    hits: tuple[Hit, ...] = ()
    doubtful: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Tags:
    """hits: their places are within their tag; unknown: the tags that name no skill of the catalogue."""

    hits: tuple[Hit, ...] = ()
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Entry:
    name: SkillName
    spelled: tuple[str, ...] = ()  # its words as the catalogue writes them
    beside: frozenset[str] = frozenset()
    is_wary: bool = False
    is_cased: bool = False


class SkillMatcher:
    def __init__(self, names: Iterable[SkillName], careful: Cautions | None = None) -> None:
        """names: of each skill its own first. Takes a tenth of a second for 5,000; names trusted in a search box only
        are left out."""
        names = list(names)
        self.own_names = {name.skill: name.name for name in reversed(names)}
        self._entries: dict[Key, _Entry | None] = {}
        self._longest: dict[str, int] = {}
        careful = cautions() if careful is None else careful
        self._careful = careful
        known = [name for name in names if name.trust is not Trusted.SEARCH and key(name.name)]
        entries = [(key(name.name), _entry(name, careful)) for name in known]
        for words, entry in entries:
            self._add(words, entry)
        for phrase in careful.not_skills:
            self._add(phrase, None)
        for _, entry in entries:
            for words in others(entry.name.name, entry.name.trust is Trusted.TEXT and not entry.is_wary):
                self._add(words, entry)
        self._slips = Slips(words[0] for words in _slippery(entries))

    def find(self, text: str, is_list: bool = False) -> Found:
        """Skills in a text. is_list: it is a list of skills, as under "Skills required", so that names trusted in lists
        only are taken without further evidence."""
        words = cut(text)
        met = list(self._met(text, words))
        certain = [place for place, entry, rule in met if rule and entry.name.is_tool]
        doubted = [place for place, entry, rule in met if not rule and entry.name.is_tool and _is_name(text, place)]
        evidence = Evidence(text, words, certain, doubted, self._careful)
        hits: list[Hit] = []
        doubtful: list[Hit] = []
        for place, entry, rule in met:
            is_capital = _is_capital(text, place)
            is_name = entry.name.trust is Trusted.TEXT
            rule = rule or ("listed" if is_list else evidence.rule(place, entry.beside, is_capital, is_name))
            if rule or is_capital:
                (hits if rule else doubtful).append(_hit(entry, place, rule))
        return Found(tuple(hits), tuple(doubtful))

    def tags(self, words: Iterable[str]) -> Tags:
        """Skills that a list of tags names: "MS-Excel", "React JS", "Search Engine Optimization (SEO)"."""
        hits: list[Hit] = []
        unknown: list[str] = []
        for tag in words:
            found = self._tag(tag[:_LONGEST_TAG])
            hits += found
            if not found:
                unknown.append(tag)
        return Tags(tuple(hits), tuple(unknown))

    def _add(self, words: Key, entry: _Entry | None) -> None:
        """What came first stays: a name before a phrase, a phrase before another spelling."""
        if words and words not in self._entries:
            self._entries[words] = entry
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def _met(self, text: str, words: list[Word]) -> Iterator[tuple[Place, _Entry, str]]:
        """Every name that stands in the text, the longest at each place, with the rule that accepts it as it stands."""
        at = 0
        folded = [word.folded for word in words]
        while at < len(words):
            longest = self._longest.get(folded[at])
            if longest is None:
                slip = self._slips.meant(folded[at])
                entry = self._entries[(slip,)] if slip else None
                if entry:
                    yield _place(words, at, 1), entry, "slip"
                at += 1
                continue
            count = self._fitting(text, words, folded, at, longest)
            entry = self._entries[tuple(folded[at : at + count])] if count else None
            if entry:
                place = _place(words, at, count)
                yield place, entry, _rule(text, words[at : at + count], entry)
            at += count or 1

    def _fitting(self, text: str, words: list[Word], folded: list[str], at: int, longest: int) -> int:
        """How many words the longest name or phrase has that stands here; 0 for none."""
        for count in range(min(longest, len(words) - at), 0, -1):
            if tuple(folded[at : at + count]) in self._entries and _hangs_together(text, words[at : at + count]):
                return count
        return 0

    def _tag(self, tag: str) -> list[Hit]:
        """The tag as a whole, without its brackets, what is in them, without a level; else what stands in it."""
        bare = _BRACKETS.sub(" ", tag).strip()
        inside = _BRACKETS.findall(tag)
        for words in (tag, bare, *inside, _LEVELS.sub("", bare)):
            entry = self._entries.get(key(words))
            if entry:
                start = max(tag.find(words), 0)
                return [_hit(entry, Place(0, 0, start, start + len(words) if words in tag else len(tag)), "tag")]
        return [hit for hit in self.find(tag).hits if self._speaks_for_a_tag(hit)]

    def _speaks_for_a_tag(self, hit: Hit) -> bool:
        """ "Python libraries" is Python; "colour grading" isn't the grading of pupils."""
        words = key(hit.name)
        entry = self._entries[words]
        return len(words) > 1 or (entry is not None and entry.name.is_tool)


def _entry(name: SkillName, careful: Cautions) -> _Entry:
    words = key(name.name)
    folded = " ".join(words)
    beside = careful.wary.get(folded, frozenset())
    spelled = tuple(name.name[word.start : word.end] for word in cut(name.name))
    is_cased = name.name in careful.cased
    return _Entry(name, spelled, beside, folded in careful.wary or is_cased, is_cased)


def _slippery(entries: list[tuple[Key, _Entry]]) -> Iterator[Key]:
    """Names that may have a slip in them: a tool's own, or a word of it ("photoshop"), unless it is English enough to
    be one letter from another word."""
    own: dict[str, Key] = {}
    for words, entry in entries:
        of_skill = own.setdefault(entry.name.skill, words)
        is_certain = entry.name.is_tool and entry.name.trust is Trusted.TEXT and not entry.is_wary
        if is_certain and len(words) == 1 and words[0] in of_skill and not words[0].endswith(_ENGLISH_ENDS):
            yield words


def _rule(text: str, words: list[Word], entry: _Entry) -> str:
    """What accepts the name without looking around; "" where it must be looked around."""
    is_cased = entry.name.trust is Trusted.CASE or entry.is_cased
    if (entry.is_wary and not entry.is_cased) or entry.name.trust is Trusted.LIST:
        return ""
    if is_cased:
        return "case" if tuple(text[word.start : word.end] for word in words) == entry.spelled else ""
    return "name"


def _hangs_together(text: str, words: list[Word]) -> bool:
    """Whether nothing but a blank, a hyphen or the like stands between the words."""
    gaps = [(left.end, right.start) for left, right in pairwise(words)]
    return all(end - start <= _WIDEST_GAP and _GAP.fullmatch(text, start, end) for start, end in gaps)


def _is_name(text: str, place: Place) -> bool:
    return place.end - place.start > 1 and _is_capital(text, place)


def _is_capital(text: str, place: Place) -> bool:
    return text[place.start].isupper()


def _place(words: list[Word], at: int, count: int) -> Place:
    return Place(at, at + count, words[at].start, words[at + count - 1].end)


def _hit(entry: _Entry, place: Place, rule: str) -> Hit:
    return Hit(entry.name.skill, entry.name.name, place.start, place.end, rule)
