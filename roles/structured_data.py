"""Role pages for machines: dicts for JSON-LD. No HTML, no escaping; says only what the page shows."""

from typing import Any

from django.conf import settings

from roles.guide import RoleGuide

Node = dict[str, Any]  # Any: JSON


def graph(*nodes: Node) -> Node:
    return {"@context": "https://schema.org", "@graph": list(nodes)}


def breadcrumbs(url: str, *trail: tuple[str, str]) -> Node:
    """trail: (name, path) from the home page to this page."""
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": settings.SITE_URL + path}
        for number, (name, path) in enumerate(trail, start=1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{url}#breadcrumb", "itemListElement": items}


def role(guide: RoleGuide) -> Node:
    path = guide.role.get_absolute_url()
    url = settings.SITE_URL + path
    page = {
        "@type": "WebPage",
        "@id": f"{url}#webpage",
        "url": url,
        "name": guide.role.name,
        "inLanguage": "en-IN",
        "breadcrumb": {"@id": f"{url}#breadcrumb"},
        "about": {"@id": f"{url}#occupation"},
        "dateModified": guide.role.reviewed_on.isoformat(),
    }
    occupation = {
        "@type": "Occupation",
        "@id": f"{url}#occupation",
        "name": guide.role.name,
        "description": guide.role.summary,
        "responsibilities": [duty.text for duty in guide.facts.duties],
        "skills": [skill.skill.name for skill in guide.core],
    }
    return graph(page, occupation, breadcrumbs(url, ("Home", "/"), ("Roles", "/roles/"), (guide.role.name, path)))
