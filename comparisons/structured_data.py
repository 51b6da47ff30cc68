"""Comparison pages for machines: dicts for JSON-LD. No HTML, no escaping."""

from django.conf import settings

from comparisons.comparison import Comparison, Side
from comparisons.trio import Trio
from roles.structured_data import Node, breadcrumbs, graph, web_page


def comparison(facts: Comparison, title: str) -> Node:
    url = settings.SITE_URL + facts.path
    page = web_page(url, title, about=[{"@id": _occupation_id(side)} for side in facts.sides])
    trail = breadcrumbs(url, ("Home", "/"), ("Compare roles", "/compare-roles/"), (facts.name, facts.path))
    return graph(page, *(_occupation(side) for side in facts.sides), trail)


def _occupation_id(side: Side) -> str:
    return f"{settings.SITE_URL}{side.role.href}#occupation"


def _occupation(side: Side) -> Node:
    return {
        "@type": "Occupation",
        "@id": _occupation_id(side),
        "name": side.role.name,
        "description": side.role.summary,
        "responsibilities": [duty.text for duty in side.role.duties],
    }


def trio(facts: Trio, heading: str, title: str) -> Node:
    url = settings.SITE_URL + facts.path
    trail = breadcrumbs(url, ("Home", "/"), ("Compare roles", "/compare-roles/"), (heading, facts.path))
    return graph(web_page(url, title), trail)
