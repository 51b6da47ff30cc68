"""A text as it comes out of files, made plain: one kind of line end, bullet and blank, and nothing unseen. Pure."""

import re
import unicodedata
from typing import NamedTuple

BULLET = "•"
LONGEST_LINE = 2_000  # characters; a paragraph of a Word file is one line
MOST_LINES = 4_000
_BULLETS = "•◦‣⁃∙●○■□▪▫◆◇❖➢➤►▶✓✔✦★☆⮚➔→·*"
_LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff\x00-\x08\x0e-\x1f\x7f]")
_PRIVATE = re.compile(r"[\ue000-\uf8ff]+")  # what symbol fonts put there: most are bullets
_MARK = re.compile(rf"^\s*(?:[{re.escape(_BULLETS)}]+|o(?=\s)|[-–—](?=\s)|\d{{1,2}}[.)](?=\s)|[a-z][.)](?=\s))\s*")
_BLANKS = re.compile(r"[^\S\n\t]+")


class Line(NamedTuple):
    """number: from 1; text: without the mark before it; is_marked: there was one: a bullet, a dash, "1."."""

    number: int
    text: str
    is_marked: bool


def cleaned(text: str) -> str:
    """The text of a file as everything here takes it; cleaning it once more changes nothing."""
    text = _PRIVATE.sub(f" {BULLET} ", unicodedata.normalize("NFKC", text))
    text = _UNSEEN.sub("", _LINE_END.sub("\n", text))
    lines = [_BLANKS.sub(" ", line)[:LONGEST_LINE].strip() for line in text.split("\n", MOST_LINES)[:MOST_LINES]]
    return "\n".join(lines).strip("\n")


def lines_of(text: str) -> list[Line]:
    """Those that say something, of a cleaned text."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        bare = _MARK.sub("", line).strip()
        if bare:
            found.append(Line(number, bare, bare != line.strip()))
    return found


def shortened(words: str, longest: int) -> str:
    """Whole words up to so many characters."""
    if len(words) <= longest:
        return words
    return words[: longest + 1].rpartition(" ")[0].rstrip(" ,;:–-") or words[:longest]
