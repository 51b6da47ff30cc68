"""Reads a page's JSON-LD as a search engine's checker would: what in it can't be followed, or isn't on the page."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from roles.money import LAKH, short

Node = dict[str, Any]  # Any: JSON

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
UNSEEN = re.compile(r"<(script|style|template)\b.*?</\1>|<meta[^>]*>", re.S)
TAG = re.compile(r"<[^>]+>")
SAID = ("name", "headline", "description", "responsibilities", "educationRequirements", "keywords")
DATES = ("lastReviewed", "dateModified")
POINTS = ("percentile10", "percentile25", "median", "percentile75", "percentile90")
ADDRESSES = ("url", "item", "contentUrl", "license", "image", "logo", "publishingPrinciples")


def nodes_of(html: str) -> list[Node]:
    """The nodes of the page's one graph; none where it has no JSON-LD."""
    blocks = SCRIPT.findall(html)
    if not blocks:
        return []
    [block] = blocks
    graph = json.loads(block)
    assert graph["@context"] == "https://schema.org"
    return graph["@graph"]


def types_of(html: str) -> list[str]:
    return [node["@type"] for node in nodes_of(html)]


def node_of(html: str, kind: str) -> Node:
    """The one node of this type."""
    [node] = [node for node in nodes_of(html) if node["@type"] == kind]
    return node


def graph_faults(html: str, site: str) -> list[str]:
    """Everything wrong with a page's graph, in words. site: what the addresses in it begin with."""
    everything = list(_all(nodes_of(html)))
    page = Seen(html)
    ids = [node["@id"] for node in everything if "@id" in node and len(node) > 1]
    found = [f"told twice: {name}" for name in ids if ids.count(name) > 1]
    found += [f"leads nowhere: {node['@id']}" for node in everything if len(node) == 1 and node["@id"] not in ids]
    for node in everything:
        found += [f"{node.get('@type')}.{fault}" for fault in (*_unsaid(node, page), *_astray(node, site))]
    return found


def _all(value: Any) -> Iterator[Node]:
    """Every node, those inside others too. Any: JSON."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _all(each)


class Seen:
    """What a reader sees of a page: its title, its words in their order and one by one, the days it names."""

    def __init__(self, html: str) -> None:
        self.days = re.findall(r'<time datetime="([^"]+)"', html)
        self.text = _plain(TAG.sub(" ", UNSEEN.sub(" ", html)))
        self.words = set(re.split(r"[\s.,;:()]+(?!\d)|\s", self.text))

    def holds(self, words: str) -> bool:
        return _plain(words) in self.text

    def holds_apart(self, terms: str) -> bool:
        """Each of the terms, or its words in different cells of a table: "1,070 adverts"."""
        return all(self.holds(term) or set(_plain(term).split()) <= self.words for term in terms.split("; "))

    def holds_rupees(self, amount: int) -> bool:
        """As "₹16.5L", or in a table of lakh as "16.5"."""
        return self.holds(short(amount)) or f"{amount / LAKH:.1f}" in self.words


def _plain(text: str) -> str:
    return " ".join(unescape(text).split()).lower()


def _unsaid(node: Node, page: Seen) -> Iterator[str]:
    """What isn't on the page."""
    is_pay = node.get("@type") == "MonetaryAmountDistribution"
    for key in SAID:
        said = node.get(key, [])
        for text in [said] if isinstance(said, str) else said:
            text = TAG.sub(" ", text) if node.get("@type") == "JobPosting" else text
            if not (page.holds_apart(text) if is_pay else page.holds(text)):
                yield f"{key} isn't on the page: {text}"
    yield from (f"{key} isn't on the page: {node[key]}" for key in DATES if key in node and node[key] not in page.days)
    yield from (f"{key} isn't shown: {node[key]}" for key in POINTS if key in node and not page.holds_rupees(node[key]))


def _astray(node: Node, site: str) -> Iterator[str]:
    """Addresses of other sites, where no licence stands behind them, and values of nothing."""
    yield from (f"{key} is empty" for key, value in node.items() if value in ("", None, [], {}))
    for key in ("@id", *ADDRESSES):
        value = node.get(key, site)
        is_ours = all(one.startswith(site) for one in ([value] if isinstance(value, str) else value))
        if not is_ours and key != "license":
            yield f"{key} isn't ours: {value}"
