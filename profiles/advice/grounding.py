"""Does a line in other words say only what the line itself says? Judged by code, strictly. Pure."""

import re
import unicodedata
from collections.abc import Iterable

from profiles.advice.verbs import verbs
from roles.matching.matcher import SkillMatcher

SHORTEST, LONGEST = 0.4, 2.0  # times the line itself
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_SIGNS = re.compile(r"[%₹$€£+]|\b[x×]\b")
_NUMBER_WORD = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds?"
    r"|thousands?|lakhs?|crores?|millions?|billions?|half|third|quarter|twice|thrice|doubl(?:e|ed|ing)|tripl(?:e|ed|ing)"
    r"|percent|per cent|many|several|numerous|multiple|all|every|first|best|top)\b",
    re.IGNORECASE,
)
_RANK = re.compile(
    r"\b(?:lead|leads|led|leading|head|headed|manag(?:e|ed|ing)|direct(?:ed|ing)|supervis(?:e|ed|ing)|overs(?:aw|ee|eeing)"
    r"|found(?:ed|ing)|own(?:ed|ing)|architect(?:ed)?|hir(?:e|ed|ing)|sole|solely|single-handedly|expert|senior)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"://|\bwww\.|@|\b[\w-]+\.(?:com|in|org|net|io|dev|ai|co|app|me)\b", re.IGNORECASE)
WHY = {
    "line": "Not taken: your profile has no such line any more.",
    "nothing new": "Not taken: it is what your line says already.",
    "length": "Not taken: it says far more or far less than your line.",
    "signs": "Not taken: it has signs that no line should have.",
    "markup": "Not taken: it has marks of a program in it.",
    "link": "Not taken: it has an address that your line doesn’t have.",
    "number": "Not taken: it has a number that your line doesn’t have.",
    "rank": "Not taken: it claims a rank that your line doesn’t claim.",
    "skill": "Not taken: it names a skill that your line doesn’t name.",
    "employer": "Not taken: it names an employer that your line doesn’t name.",
    "letters": "Not taken: it has letters of another alphabet.",
    "name": "Not taken: it has a name that your line doesn’t have.",
}  # a sentence for each reason
_MARKUP = re.compile(r"[<>{}\[\]`*_#|\\~]|&\w+;")


def refusal(line: str, text: str, matcher: SkillMatcher, employers: Iterable[str] = ()) -> str:
    """Why the text can't stand for the line; "" where it can."""
    own, new = unicodedata.normalize("NFKC", line), unicodedata.normalize("NFKC", text)
    if new == own or not new:
        return "nothing new"
    if not SHORTEST <= len(new) / max(1, len(own)) <= LONGEST:
        return "length"
    if any(unicodedata.category(sign).startswith(("C", "Zl", "Zp")) for sign in new):
        return "signs"
    if set(_MARKUP.findall(new)) - set(_MARKUP.findall(own)):
        return "markup"
    if set(_LINK.findall(new)) - set(_LINK.findall(own)):
        return "link"
    return _new_claim(own, new, matcher, employers)


def _new_claim(own: str, new: str, matcher: SkillMatcher, employers: Iterable[str]) -> str:
    if _amounts(new) - _amounts(own):
        return "number"
    if set(map(str.casefold, _RANK.findall(new))) - set(map(str.casefold, _RANK.findall(own))):
        return "rank"
    if _skills(new, matcher) - _skills(own, matcher):
        return "skill"
    if any(name and name.casefold() in new.casefold() and name.casefold() not in own.casefold() for name in employers):
        return "employer"
    if _letters(new) - _letters(own):
        return "letters"
    return "name" if _names(own, new) else ""


def _amounts(text: str) -> set[str]:
    """Figures, their signs, and words that count."""
    return {*_NUMBER.findall(text), *_SIGNS.findall(text), *map(str.casefold, _NUMBER_WORD.findall(text))}


def _skills(text: str, matcher: SkillMatcher) -> set[str]:
    found = matcher.find(text)
    return {hit.skill for hit in (*found.hits, *found.doubtful)}


def _letters(text: str) -> set[str]:
    """Those of other alphabets than English."""
    return {letter for letter in text.casefold() if letter.isalpha() and not letter.isascii()}


def _names(own: str, new: str) -> set[str]:
    """Words with a capital that the line doesn't have: an employer, a place, a product. The first may be a verb."""
    known = {word.casefold() for word in _WORD.findall(own)}
    first, *rest = _WORD.findall(new) or [""]
    capitals = {word for word in rest if not word.islower() and not word.isdigit() and word.casefold() not in known}
    is_known = first.casefold() in known or first.casefold() in verbs().opening
    return capitals if is_known else {first, *capitals}
