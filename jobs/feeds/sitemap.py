"""Sitemaps: which pages a site has. Pure. Read: https://www.sitemaps.org/protocol.html."""

import re
from urllib.parse import urlsplit

from jobs.feeds import words, xml_documents
from jobs.feeds.posting import UnreadableFeed

ROOTS = ("urlset", "sitemapindex")
MOST_PAGES = 2_000  # that are asked for; a sitemap may name 50,000
LIKELY = re.compile(r"job|career|opening|vacanc|position|hiring|opportunit|recruit", re.IGNORECASE)

_ROOT = re.compile(r"<(?:\w{1,20}:)?(?:urlset|sitemapindex)\b")
_PAGE = re.compile(r"<html\b|<body\b", re.IGNORECASE)


def is_sitemap(text: str) -> bool:
    start = text[:4_000]
    root = _ROOT.search(start)
    return bool(root) and not _PAGE.search(start[: root.start() if root else 0])


def pages(text: str, address: str) -> tuple[str, ...]:
    """Addresses on the sitemap's own host, those first that sound like openings, at most MOST_PAGES. Raises
    UnreadableFeed."""
    found: dict[str, None] = {}
    for entry in xml_documents.entries(text, ("url", "sitemap"), ROOTS):
        said = next((part.text for part in entry if xml_documents.name(part) == "loc"), "")
        page = words.web_address(said or "", address)
        if page and _host(page) == (_host(address) or _host(page)):
            found[page] = None
        if len(found) > 100_000:
            raise UnreadableFeed("The sitemap names more than 100,000 pages; a sitemap may name 50,000.")
    likeliest_first = sorted(found, key=lambda page: not LIKELY.search(urlsplit(page).path))
    return tuple(likeliest_first[:MOST_PAGES])


def _host(address: str) -> str:
    return (urlsplit(address).hostname or "").removeprefix("www.")
