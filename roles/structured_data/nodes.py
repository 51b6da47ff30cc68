"""What every page's graph is made of: the page, the way to it, the site, its publisher, lists of links."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

Node = dict[str, Any]  # Any: JSON
Step = tuple[str, str]  # a name, and the path of its page

HOME: Step = ("Home", "/")
NESTED = (list, dict)
INDIA = {"@type": "Country", "name": "India"}


def graph(*nodes: Node) -> Node:
    """The nodes of a page, each with an @id. Inside others they may stand whole: there they are only named, and so is
    any node with an @id that was told before."""
    told = {node["@id"] for node in nodes}
    whole = [{key: _once(value, told) for key, value in node.items()} for node in nodes]
    return {"@context": "https://schema.org", "@graph": whole}


def _once(value: Any, told: set[str]) -> Any:
    """Any: JSON. Adds to `told`."""
    if not isinstance(value, NESTED):
        return value
    if isinstance(value, list):
        return [_once(each, told) for each in value]
    name = value.get("@id")
    if name in told:
        return {"@id": name}
    if name:
        told.add(name)
    return {key: _once(each, told) if isinstance(each, NESTED) else each for key, each in value.items()}


def known(node: Node) -> Node:
    """Without the properties that nothing is known of."""
    return {key: value for key, value in node.items() if value not in (None, "", [])}


def address(path: str) -> str:
    return settings.SITE_URL + path


def page(*trail: Step, name: str = "", kind: str = "WebPage", **more: Any) -> tuple[Node, Node]:
    """A page and the way to it, without the home page, which comes first. name: where a page isn't called as its last
    step. Any: JSON."""
    called, path = trail[-1]
    url = address(path)
    way = breadcrumbs(url, HOME, *trail)
    return _page(url, name or called, kind, breadcrumb=way, **more), way


def home_page() -> Node:
    return _page(address("/"), settings.SITE_NAME, "WebPage")


def _page(url: str, name: str, kind: str, **more: Any) -> Node:
    return {
        "@type": kind,
        "@id": f"{url}#webpage",
        "url": url,
        "name": name,
        "inLanguage": "en-IN",
        "isPartOf": website(),
        **more,
    }


def breadcrumbs(url: str, *trail: Step) -> Node:
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": address(path)}
        for number, (name, path) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{url}#breadcrumb", "itemListElement": items}


def item_list(path: str, links: Iterable[Step], total: int) -> Node:
    """Links of a page, in its order. total: with those that the page folds away."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "url": address(link)}
        for number, (name, link) in enumerate(links, start=1)
    ]
    return {"@type": "ItemList", "@id": f"{address(path)}#list", "numberOfItems": total, "itemListElement": items}


def website() -> Node:
    url = address("/")
    return {"@type": "WebSite", "@id": f"{url}#website", "name": settings.SITE_NAME, "url": url}


def organization() -> Node:
    url = address("/")
    return {"@type": "Organization", "@id": f"{url}#organization", "name": settings.SITE_NAME, "url": url}


def publisher() -> Node:
    """The organization as its own home page tells of it."""
    return organization() | {"logo": address(static("icon.svg")), "publishingPrinciples": address(reverse("method"))}
