"""Which characters a résumé's files can hold. Pure."""

import re
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
LONGEST_WORD = 50  # characters: as many of the widest fit on a line of the page
_PART = 40
_JOINERS = "\u200c\u200d"  # they shape letters of Indian scripts; elsewhere they hold emoji together
_LONG_WORD = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")
_FAMILIAR = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2043": "-", "\u2215": "/", "\u223c": "~", "→": "->", "←": "<-"}
)


def plain(text: str) -> str:
    """On one line, composed, without characters that are nothing to see: controls, private ones (icons of fonts),
    marks of direction."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(_visible(character) for character in composed)
    return " ".join(kept.split())


def drawable(text: str) -> str:
    """What our fonts can draw of a plain text: Latin, Greek, Cyrillic and nine scripts of India. Emoji and all else are
    left out. Words that no line could hold get places where they may be broken."""
    letters = drawn_letters()
    kept = [character for character in text.translate(_FAMILIAR) if character in letters]
    joined = "".join(kept[at] for at in range(len(kept)) if kept[at] not in _JOINERS or _is_indian(kept[at - 1 : at]))
    return _LONG_WORD.sub(_divided, " ".join(joined.split()))


def undrawn(text: str) -> set[str]:
    """The characters of a plain text that drawable() leaves out."""
    return set(text.translate(_FAMILIAR)) - drawn_letters()


@cache
def drawn_letters() -> frozenset[str]:
    """Every character that one of the fonts has, from fonts/letters.txt."""
    letters: set[str] = set()
    for line in (FONTS / "letters.txt").read_text().split():
        first, _, last = line.partition("-")
        letters.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(letters)


def _visible(character: str) -> str:
    if character in _JOINERS:
        return character
    kind = unicodedata.category(character)
    if kind in ("Zs", "Zl", "Zp") or character in "\t\n\r\v\f":
        return " "
    return "" if kind.startswith("C") else character


def _is_indian(before: list[str]) -> bool:
    return bool(before) and "\u0900" <= before[0] <= "\u0d7f"


def _divided(word: re.Match[str]) -> str:
    whole = word[0]
    return "\u200b".join(whole[at : at + _PART] for at in range(0, len(whole), _PART))


def latin(text: str) -> str:
    """What any one font can draw: letters of the Latin alphabet, digits and signs."""
    return "".join(character for character in text if character < "\u0180" or "\u2010" <= character <= "\u20bf")
