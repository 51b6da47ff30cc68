"""A title cut into what may name the role and what is said beside it. Pure."""

import json
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

LONGEST = 200  # characters worth reading; no title is longer

_SIGNS = str.maketrans({"&": " and ", "’": "'", "–": "-", "—": "-", "‐": "-", "\u00a0": " "})
_SAID = json.loads((Path(__file__).parent / "title_words.json").read_text())
_SAME = tuple((re.compile(rf"(?<![\w.]){said}(?!\w)"), meant) for said, meant in _SAID["same"])
_LEADING, _TRAILING, _LEARNERS, _ASIDE = (
    frozenset(_SAID[kind]) for kind in ("leading", "trailing", "learners", "aside")
)
GRADES, VAGUE = frozenset(_SAID["grades"]), frozenset(_SAID["vague"])
HEADS = GRADES | frozenset(_SAID["heads"])
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"[(\[{]([^()\[\]{}]*)[)\]}]?")
_CUTS = re.compile(
    r"\s*(?:[|:;,@!_*~•/\\+]|\.(?=\s)|\s-+|-+\s|(?<=\w)-(?=(?:fe)?male\b)|-(?=walk)|\b(?:for|at|in|with|to|from|cum|who|wanted)\b)\s*"
)


@dataclass(frozen=True, slots=True)
class Title:
    """parts: what stands between dashes, slashes and the like, in order, each as words; the first names the role more
    often than not. asides: what stands in brackets. whole: all words, nothing left out."""

    whole: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...]
    asides: tuple[tuple[str, ...], ...]


def plain(text: str) -> str:
    """Small letters, and one spelling for what is written in several: "Front-End" → "frontend"."""
    text = unicodedata.normalize("NFKC", text[:LONGEST]).translate(_SIGNS).casefold()
    for said, meant in _SAME:
        text = said.sub(meant, text)
    return " ".join(text.split())


def words_of(text: str) -> tuple[str, ...]:
    """The words of a plain text."""
    return tuple(_WORD.findall(text))


def cut(text: str) -> Title:
    """A title's parts, each without what says nothing of the role: grade, sex, place of work, "urgent hiring"."""
    # An abbreviation in brackets ("Human Resources (HR) Executive") must not part what belongs together.
    without = plain(_BRACKETS.sub(" ", text[:LONGEST].replace("/ux", " ux")))
    parts = [trimmed(words_of(part)) for part in _CUTS.split(without)]
    asides = [trimmed(words_of(plain(aside))) for aside in _BRACKETS.findall(text[:LONGEST])]
    return Title(words_of(plain(text)), tuple(filter(None, parts)), tuple(filter(None, asides)))


def trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without grade and circumstance at either end, and without numbers."""
    kept = [word for word in words if not word.isdigit()]
    while kept and (kept[0] in _LEADING or kept[0] in _ASIDE or kept[:2] == ["assistant", "manager"]):
        del kept[0]
    while kept and (kept[-1] in _TRAILING or kept[-1] in _ASIDE):
        del kept[-1]
    return tuple(kept)


def without_learner(words: tuple[str, ...]) -> tuple[str, ...]:
    """Without "trainee" or "intern" at the end."""
    return trimmed(words[:-1]) if words and words[-1] in _LEARNERS else words
