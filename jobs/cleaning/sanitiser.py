"""What of a stranger's HTML is let through: pure.

nh3 (ammonia) parses as browsers do and drops all that isn't named here. It goes twice over each description: before
anything is done with it, and last of all, so that no slip of ours in between can let anything in.
"""

import re
from html import unescape

import nh3

LONGEST = 50_000  # characters of a description
DEEPEST = 50  # tags within each other; nh3 takes the square of the depth

SHOWN = {"p", "br", "ul", "ol", "li", "strong", "em", "h3", "h4", "a"}
BLOCKS = {
    *("p", "div", "section", "article", "header", "footer", "main", "aside", "blockquote", "pre", "center", "hr"),
    *("dl", "dt", "dd", "table", "tr", "td", "th", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br"),
}
_READ = {*BLOCKS, "a", "b", "strong", "i", "em", "tbody", "thead", "tfoot", "caption"}
_DROPPED_WHOLE = {
    *("script", "style", "template", "title", "noscript", "noframes", "iframe", "object", "svg", "math"),
    *("select", "textarea", "xmp", "plaintext", "noembed", "audio", "video", "canvas"),
}
_SCHEMES = {"https", "http"}
_REL = "nofollow noopener ugc"

# NUL, other controls, halves of surrogate pairs, marks that turn the direction of text, and spaces of no width. The
# joiners U+200C and U+200D stay: Hindi and Malayalam are written with them.
_UNSEEN = re.compile(
    "[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*+)[^>]*+>?")
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|br|div|ul|ol|li|strong|b|em|i|h[1-6]|span|a|table)\b", re.IGNORECASE)
_BREAK = re.compile(r"\r\n?|\n")
_VOID = {"br", "hr", "img", "input", "meta", "link", "wbr", "col", "area", "base", "embed", "source", "track"}


def harmless(html: str) -> str:
    """HTML of structure and words only. Entities that hide HTML are opened once; text without a tag gets its breaks."""
    text = _UNSEEN.sub("", html)
    if not _TAG.search(text) and _ESCAPED_TAG.search(text):
        text = _UNSEEN.sub("", unescape(text))
    if not _TAG.search(text):
        text = _BREAK.sub("<br>", text)
    return nh3.clean(
        _shallow(_cut(text)),
        tags=_READ,
        clean_content_tags=_DROPPED_WHOLE,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel=None,
    )


def strict(html: str) -> str:
    """The last word on what is stored."""
    return nh3.clean(
        html,
        tags=SHOWN,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel=_REL,
    )


def _cut(text: str) -> str:
    """The first 50,000 characters, not ending within a tag."""
    if len(text) <= LONGEST:
        return text
    text = text[:LONGEST]
    return text[: text.rfind("<")] if text.rfind("<") > text.rfind(">") else text


def _shallow(text: str) -> str:
    """Without the tags that stand deeper than DEEPEST."""
    depth = 0

    def kept(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag[2].lower() in _VOID:
            return tag[0]
        was = depth
        depth = max(0, depth - 1) if tag[1] else depth + 1
        return tag[0] if max(was, depth) <= DEEPEST else " "

    return _TAG.sub(kept, text)
