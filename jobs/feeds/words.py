"""Text of strangers: one line of plain words, a description, an address of the web. Pure, and never an error."""

import hashlib
import html
import re
from decimal import Decimal
from urllib.parse import quote, urljoin, urlsplit

LINE = 200  # characters: a title, a company, a place, a key
WORDS = 300  # what is said of pay or experience
ADDRESS = 2_000
DESCRIPTION = 100_000
ITEMS = 60  # places or skills of one opening
ROUNDS = 4  # how often words may be escaped

# Control characters but for tab and line ends, surrogates, what is no character at all.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# And what turns or hides the letters beside it: directions, zero widths, the byte order mark.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"</?(?:br|p|div|li|ul|ol|td|tr|h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z!?][^<>]*>", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|span|ul|ol|li|strong|b|em|i|a|h[1-6]|table)(?:\s|/?&gt;)", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")


def line(value: object, limit: int = LINE) -> str:
    """One line of plain text: tags and escapes resolved, spaces joined, cut at the limit; "" for what isn't words."""
    text = _UNSEEN.sub("", _written(value)[: 10 * limit])
    for _ in range(ROUNDS):
        if "&" not in text and "<" not in text:
            break
        text = _TAG.sub("", _BREAK.sub(" ", _SCRIPT.sub(" ", _UNSEEN.sub("", html.unescape(text)))))
    if _TAG.search(text):
        text = text.replace("<", " ").replace(">", " ")
    return " ".join(text.split())[:limit].rstrip()


def lines(values: object, limit: int = LINE) -> tuple[str, ...]:
    """Each of a list's (or the one value's) lines once, in its order, empty ones left out, at most ITEMS."""
    listed = values if isinstance(values, (list, tuple)) else [values]
    return tuple(dict.fromkeys(filter(None, (line(value, limit) for value in listed[: 10 * ITEMS]))))[:ITEMS]


def markup(value: object) -> str:
    """A description as HTML, cut at DESCRIPTION. HTML stays as it came, escaped HTML is unescaped once, plain text gets
    paragraphs. It is not safe to show: whoever shows it cleans it."""
    if not isinstance(value, str):
        return ""
    text = _UNWRITABLE.sub("", value[: 2 * DESCRIPTION]).strip()
    if _TAG.search(text):
        return text[:DESCRIPTION]
    if _ESCAPED_TAG.search(text):
        return html.unescape(text)[:DESCRIPTION]
    return paragraphs(html.unescape(text))[:DESCRIPTION]


def paragraphs(plain: str) -> str:
    """Plain text as HTML: "a\\n\\nb" → "<p>a</p><p>b</p>"."""
    blocks = _BLANK_LINE.split(_UNWRITABLE.sub("", plain).replace("\r\n", "\n").strip())
    return "".join(f"<p>{html.escape(block, quote=False)}</p>".replace("\n", "<br>") for block in blocks if block)


def key(value: object) -> str:
    """A feed's name of an entry, as it stands where it is short; a longer one as the code of its letters."""
    text = " ".join(_UNSEEN.sub("", _written(value)[: 10 * ADDRESS]).split())
    return text if len(text) <= LINE else hashlib.sha256(text.encode()).hexdigest()


def web_address(value: object, page: str = "") -> str:
    """An absolute address of the web, "" for anything else. page: what a relative one belongs to."""
    if not isinstance(value, str):
        return ""
    text = _UNSEEN.sub("", value[: 2 * ADDRESS].replace("&amp;", "&")).strip()
    try:
        whole = urljoin(page, text) if page and text else text
        parts = urlsplit(whole)
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return ""
    if not is_web or "@" in parts.netloc or len(whole) > ADDRESS or not _is_host(parts.netloc):
        return ""
    return quote(whole, safe="%/:?#[]@!$&'()*+,;=~")


def _is_host(netloc: str) -> bool:
    return not re.search(r"[\s<>\"'\\^`{|}%]", netloc) and netloc.isascii()


def _written(value: object) -> str:
    """Words and numbers as text; nothing for a list, a boolean, None."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else ""
