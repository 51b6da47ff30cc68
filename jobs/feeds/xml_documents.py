"""XML of strangers, entry by entry: no document type, so no entity of its own, nothing fetched, bounds on depth and
size. The standard library's parser is enough: all that is dangerous in XML begins with a document type, and one that
comes before the root ends the reading. (lxml and defusedxml would need the same check, and say the same.)
"""

import html
import re
from collections.abc import Collection, Iterator
from xml.etree.ElementTree import Element, ParseError, XMLPullParser, tostring
from xml.parsers import expat

from jobs.feeds.posting import UnreadableFeed

DEEPEST = 60  # levels
MOST_PARTS = 5_000  # elements within one entry
CHUNK = 2**18  # characters; as many elements as stand in one are in memory at once

_LONE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)")


def entries(text: str, names: Collection[str], roots: Collection[str]) -> Iterator[Element]:
    """The outermost elements of these names (in small letters, without a namespace), each whole; what was read is let
    go. A document without any has to have one of the roots, else it is something else.

    Raises UnreadableFeed, also after some were given: a document that breaks off isn't the whole feed.
    """
    mended = _mended(text)
    _check_prologue(mended)
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    try:
        yield from _outermost(parser, mended, names, roots)
    except (ParseError, ValueError) as error:
        raise error if isinstance(error, UnreadableFeed) else UnreadableFeed(f"It isn't XML: {error}.") from error


def _outermost(
    parser: "XMLPullParser[Element]", text: str, names: Collection[str], roots: Collection[str]
) -> Iterator[Element]:
    path: list[Element] = []
    has_root = False  # or an entry
    within, parts = 0, 0  # the level at which the entry began (0: none has), and how many elements it has so far
    for event, element in _events(parser, text):
        if event == "start":
            path.append(element)
            parts += 1
            _check_bounds(len(path), parts if within else 0)
            has_root = has_root or (len(path) == 1 and name(element) in roots)
            if not within and name(element) in names:
                within, parts, has_root = len(path), 0, True
            continue
        if within == len(path):
            yield element
            within = 0
        path.pop()
        if not within and path:
            path[-1].clear()
    if not has_root:
        raise UnreadableFeed(f"There is no <{'> or <'.join(names)}> in it.")


def _events(parser: "XMLPullParser[Element]", text: str) -> Iterator[tuple[str, Element]]:
    for start in range(0, len(text), CHUNK):
        parser.feed(text[start : start + CHUNK])
        yield from parser.read_events()  # type: ignore[misc]  # only "start" and "end" were asked for
    parser.close()
    yield from parser.read_events()  # type: ignore[misc]


def _check_bounds(depth: int, parts: int) -> None:
    if depth > DEEPEST:
        raise UnreadableFeed("The document is nested too deeply.")
    if parts > MOST_PARTS:
        raise UnreadableFeed("One entry has too many parts.")


class _Root(Exception):
    """The root element begins: nothing can be declared any more."""


def _check_prologue(text: str) -> None:
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = _stop
    try:
        parser.Parse(text, True)
    except _Root:
        return
    except (expat.ExpatError, ValueError) as error:
        raise error if isinstance(error, UnreadableFeed) else UnreadableFeed(f"It isn't XML: {error}.") from error


def _refuse_doctype(*_: object) -> None:
    raise UnreadableFeed("The document declares a document type (<!DOCTYPE …>); feeds need none.")


def _stop(*_: object) -> None:
    raise _Root


def _mended(text: str) -> str:
    """Outside of CDATA, an ampersand that begins none of XML's five entities ("R&D", "&nbsp;", "&#0;") stands for
    itself; who reads the words resolves what is HTML."""
    pieces, start = [], 0
    while (opened := text.find("<![CDATA[", start)) >= 0 and (closed := text.find("]]>", opened)) >= 0:
        pieces += [_LONE_AMPERSAND.sub("&amp;", text[start:opened]), text[opened : closed + 3]]
        start = closed + 3
    return "".join([*pieces, _LONE_AMPERSAND.sub("&amp;", text[start:])]).lstrip()


def name(element: Element) -> str:
    """In small letters, without its namespace."""
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2].lower()


def content(element: Element) -> str:
    """Its text, or as HTML what it holds where that is elements (XHTML, a description without CDATA)."""
    if len(element) == 0:
        return (element.text or "").strip()
    for part in element.iter():
        part.tag = name(part) or "span"
        part.text, part.tail = html.unescape(part.text or ""), html.unescape(part.tail or "")
    inner = "".join(tostring(part, encoding="unicode", method="html") for part in element)
    return ((element.text or "") + inner).strip()
