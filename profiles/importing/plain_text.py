"""Strings of other programs as plain text, within bounds: pure."""

import re
from html import unescape

import nh3

_BREAKS = re.compile(r"<(?:br|/p|/li|/div|/h[1-6]|/tr)\b[^<>]*>", re.IGNORECASE)
_EMPTY_LINES = re.compile(r"\n{3,}")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff\x00-\x08\x0b-\x1f\x7f-\x9f]")


def one_line(value: object, longest: int) -> str:
    """Without markup; "" for what is neither text nor a number."""
    return " ".join(_plain(value, 4 * longest).split())[:longest].strip()


def paragraphs(value: object, longest: int) -> str:
    """The same with its line ends; of several empty lines one stays."""
    lines = "\n".join(" ".join(line.split()) for line in _plain(value, 4 * longest).splitlines())
    return _EMPTY_LINES.sub("\n\n", lines).strip()[:longest].strip()


def address(value: object) -> str:
    """http and https only; nothing is ever fetched from it."""
    url = one_line(value, 300)
    return url if re.fullmatch(r"https?://[^\s<>\"']{3,}", url, re.IGNORECASE) else ""


def _plain(value: object, longest: int) -> str:
    if isinstance(value, bool) or value is None or isinstance(value, (dict, list)):
        return ""
    text = _UNSEEN.sub("", str(value)[:longest])
    if re.search(r"<[A-Za-z/!?]", text):
        text = unescape(nh3.clean(_BREAKS.sub("\n", text), tags=set()))
    elif "&" in text:
        text = unescape(text)
    return _UNSEEN.sub("", text)
