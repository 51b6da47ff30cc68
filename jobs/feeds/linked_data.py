"""JSON-LD in a page: the nodes of one type, wherever they stand, with the slips that pages commonly have. Pure.

Read: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents (script elements), and what pages get wrong:
line ends within strings, a comma too many, a comment or CDATA around it, the whole of it escaped.
"""

import html
import re
from collections.abc import Iterator

from jobs.feeds.json_documents import mapping, read
from jobs.feeds.posting import UnreadableFeed

MOST_SCRIPTS = 300  # of one page
MOST_NODES = 200_000  # looked at in one script
MOST_FOUND = 1_000

_OPENING = re.compile(r"<script\b([^<>]{0,500})>", re.IGNORECASE)
_CLOSING = re.compile(r"</script", re.IGNORECASE)
_IS_LINKED_DATA = re.compile(r"application/ld\+json|application/ld&#x2b;json|application/ld&#43;json", re.IGNORECASE)
_WRAPPING = re.compile(
    r"^\s*(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)|(?:(?://)?\s*-->|(?://|/\*)?\s*\]\]>(?:\s*\*/)?)\s*$"
)
_COMMA_TOO_MANY = re.compile(r",(\s*[}\]])")


def nodes(page: str, type_name: str) -> list[object]:
    """In the order of the page, at most MOST_FOUND. A script that can't be read is passed over."""
    found: list[object] = []
    for script in _scripts(page):
        found += _of_type(_loaded(script), type_name.lower())
    return found[:MOST_FOUND]


def _scripts(page: str) -> Iterator[str]:
    start, seen = 0, 0
    while seen < MOST_SCRIPTS and (opening := _OPENING.search(page, start)):
        closing = _CLOSING.search(page, opening.end())
        if not closing:
            return
        if _IS_LINKED_DATA.search(opening.group(1)):
            seen += 1
            yield page[opening.end() : closing.start()]
        start = closing.end()


def _loaded(script: str) -> object:
    """None where no way of reading it helps."""
    text = script.strip()
    text = _WRAPPING.sub("", text[:60]) + text[60:] if text[:1] not in "{[" else text
    text = text[:-60] + _WRAPPING.sub("", text[-60:]) if text[-1:] not in "}]" else text
    text = text.strip().rstrip(";")
    for mended in (str, _without_extra_commas, _unescaped):
        try:
            return read(mended(text), strict=False)
        except UnreadableFeed:
            continue
    return None


def _without_extra_commas(text: str) -> str:
    return _COMMA_TOO_MANY.sub(r"\1", text)


def _unescaped(text: str) -> str:
    return _without_extra_commas(html.unescape(text))


def _of_type(document: object, type_name: str) -> Iterator[object]:
    """Depth first, without recursion; a node of the type isn't looked into."""
    waiting, seen = [document], 0
    while waiting and seen < MOST_NODES:
        node = waiting.pop()
        seen += 1
        if isinstance(node, list):
            waiting += reversed(node[:MOST_NODES])
        elif isinstance(node, dict):
            if _is_a(node, type_name):
                yield node
            else:
                waiting += reversed([value for value in node.values() if isinstance(value, (dict, list))])


def _is_a(node: object, type_name: str) -> bool:
    """ "JobPosting", "schema:JobPosting", "https://schema.org/JobPosting", or one of several."""
    types = mapping(node).get("@type", mapping(node).get("type"))
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and re.split(r"[/:#]", name.strip().lower())[-1] == type_name for name in names)
