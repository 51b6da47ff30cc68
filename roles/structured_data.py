"""Role pages for machines: dicts for JSON-LD. No HTML, no escaping; says only what the page shows."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from roles.guide import RoleGuide
from roles.salaries.guide import SalaryGuide
from roles.skills.guide import SkillGuide
from roles.words import counted

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


def web_page(url: str, name: str, **more: Any) -> Node:
    return {
        "@type": "WebPage",
        "@id": f"{url}#webpage",
        "url": url,
        "name": name,
        "inLanguage": "en-IN",
        "breadcrumb": {"@id": f"{url}#breadcrumb"},
        **more,
    }


def role(guide: RoleGuide) -> Node:
    path = guide.role.get_absolute_url()
    url = settings.SITE_URL + path
    reviewed = guide.role.reviewed_on.isoformat()
    page = web_page(url, guide.role.name, about={"@id": f"{url}#occupation"}, dateModified=reviewed)
    occupation = {
        "@type": "Occupation",
        "@id": f"{url}#occupation",
        "name": guide.role.name,
        "description": guide.role.summary,
        "responsibilities": [duty.text for duty in guide.facts.duties],
        "skills": [skill.skill.name for skill in guide.core],
    }
    return graph(page, occupation, breadcrumbs(url, ("Home", "/"), ("Roles", "/roles/"), (guide.role.name, path)))


def skill(guide: SkillGuide) -> Node:
    path = guide.skill.get_absolute_url()
    url = settings.SITE_URL + path
    page = web_page(url, guide.skill.name, about={"@id": f"{url}#term"})
    term = {
        "@type": "DefinedTerm",
        "@id": f"{url}#term",
        "name": guide.skill.name,
        "url": url,
        "inDefinedTermSet": {"@type": "DefinedTermSet", "name": "Skills", "url": f"{settings.SITE_URL}/skills/"},
    }
    if guide.skill.summary:
        term["description"] = guide.skill.summary
    return graph(page, term, breadcrumbs(url, ("Home", "/"), ("Skills", "/skills/"), (guide.skill.name, path)))


def salary(guide: SalaryGuide, title: str) -> Node:
    path = reverse("salaries:detail", args=[guide.role.slug])
    url = settings.SITE_URL + path
    occupation = {"@id": f"{settings.SITE_URL}{guide.role.href}#occupation"}
    page = web_page(url, title, mainEntity={"@id": f"{url}#dataset"}, about=occupation)
    trail = breadcrumbs(url, ("Home", "/"), ("Salaries", reverse("salaries:list")), (guide.role.name, path))
    return graph(page, _pay_dataset(guide, url), trail)


def _pay_dataset(guide: SalaryGuide, url: str) -> Node:
    """The downloads, as dataset searches know them. Each row of them names its own source and licence."""
    starts = [figure.period_start for figure in guide.figures if figure.period_start]
    ends = [figure.period_end for figure in guide.figures if figure.period_end]
    period = {"temporalCoverage": f"{min(starts)}/{max(ends)}"} if starts else {}
    files = (("csv", "text/csv"), ("json", "application/json"))
    return {
        "@type": "Dataset",
        "@id": f"{url}#dataset",
        "name": f"{guide.role.name} pay in India",
        "description": f"Pay of {guide.role.plural} in India from {counted(len(guide.sources), 'source')}, "
        "in whole rupees a year, by years of experience and city, with sample sizes, periods and licences. "
        "Nothing is averaged.",
        "url": url,
        "isAccessibleForFree": True,
        "license": f"{settings.SITE_URL}{reverse('sources')}",
        "creator": {"@type": "Organization", "name": settings.SITE_NAME, "url": f"{settings.SITE_URL}/"},
        "spatialCoverage": "India",
        "variableMeasured": "Pay in Indian rupees a year",
        **period,
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": encoding,
                "contentUrl": settings.SITE_URL + reverse(f"salaries:{kind}", args=[guide.role.slug]),
            }
            for kind, encoding in files
        ],
    }
