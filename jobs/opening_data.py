"""Openings and companies for machines: dicts for JSON-LD. No HTML, no escaping.

What Google asks of a JobPosting: developers.google.com/search/docs/appearance/structured-data/job-posting
"""

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal

from django.utils import timezone

from jobs.addresses import LISTING
from jobs.models import Company, Employment, Job, JobPlace
from jobs.offers import Offer
from jobs.opening import Opening
from roles.models import LocationKind
from roles.structured_data.nodes import Node, Step, address, graph, item_list, known, page
from roles.structured_data.occupations import occupation, term

JOBS: Step = ("Jobs", LISTING)
COUNTRY = "IN"
REMOTE = "TELECOMMUTE"
EMPLOYMENT = {
    Employment.FULL_TIME: "FULL_TIME",
    Employment.PART_TIME: "PART_TIME",
    Employment.CONTRACT: "CONTRACTOR",
    Employment.TEMPORARY: "TEMPORARY",
    Employment.INTERNSHIP: "INTERN",
    Employment.APPRENTICESHIP: "OTHER",
    Employment.FREELANCE: "CONTRACTOR",
}


def opening(facts: Opening) -> Node:
    """The page and the way to it; the posting too where it may be told."""
    here = (facts.job.title, facts.job.get_absolute_url())
    told = posting(facts) if may_be_told(facts) else None
    web_page, way = page(JOBS, here, **({"mainEntity": told} if told else {}))
    return graph(web_page, *([told] if told else []), way)


def may_be_told(facts: Opening) -> bool:
    """Only what is open, real, ours to tell and complete: all that Google requires of a posting is on the page."""
    job = facts.job
    is_complete = job.is_posting_stated and job.description.strip() and job.description.strip() != job.title
    return bool(facts.is_indexable and facts.is_ours and is_complete and _where(facts))


def posting(facts: Opening) -> Node:
    """A complete opening: see may_be_told()."""
    job = facts.job
    url = address(job.get_absolute_url())
    return known(
        {
            "@type": "JobPosting",
            "@id": f"{url}#job",
            "url": url,
            "title": job.title,
            "description": job.description,
            "datePosted": _time(job.posted_at),
            "validThrough": _time(job.closes_at),
            "hiringOrganization": employer(job.company),
            **_where(facts),
            "employmentType": EMPLOYMENT.get(Employment(job.employment)) if job.employment else None,
            "baseSalary": base_salary(facts.offer),
            "experienceRequirements": _experience(job),
            "skills": [term(row.skill.name, row.skill.get_absolute_url()) for row in facts.skills],
            "relevantOccupation": occupation(facts.role_facts) if facts.role_facts else None,
            "identifier": _identifier(facts),
            "directApply": False,
        }
    )


def employer(company: Company) -> Node:
    url = address(company.get_absolute_url())
    return known(
        {"@type": "Organization", "@id": f"{url}#company", "name": company.name, "sameAs": company.website, "url": url}
    )


def base_salary(offer: Offer) -> Node | None:
    """As the employer states it. None where an end, the currency or the time isn't stated: nothing is worked out."""
    low, high = offer.low, offer.high
    if low is None or high is None or not (offer.currency and offer.period):
        return None
    ends = {"value": _number(low)} if low == high else {"minValue": _number(low), "maxValue": _number(high)}
    value = {"@type": "QuantitativeValue", **ends, "unitText": offer.period.upper()}
    return {"@type": "MonetaryAmount", "currency": offer.currency, "value": value}


def _where(facts: Opening) -> Node:
    """A remote job says who may do it, another where it is done; nothing where neither is known."""
    if facts.is_remote and facts.places:  # each of them is in India, or says so: “Remote (India)”
        return {
            "jobLocationType": REMOTE,
            "applicantLocationRequirements": {"@type": "Country", "name": COUNTRY},
        }
    towns = [row for row in facts.places if row.location.kind != LocationKind.REMOTE]
    places = [_place(row) for row in towns]
    return {"jobLocation": places[0] if len(places) == 1 else places} if places else {}


def _place(row: JobPlace) -> Node:
    city = {"addressLocality": row.location.name} if row.location.kind == LocationKind.CITY else {}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **city, "addressCountry": COUNTRY}}


def _experience(job: Job) -> Node | None:
    if job.years_min is None:
        return None
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": 12 * job.years_min}


def _identifier(facts: Opening) -> Node | None:
    """The employer's own name of it, where a feed gives one."""
    source = next(iter(facts.sources), None)
    if source is None:
        return None
    return {"@type": "PropertyValue", "name": facts.job.company.name, "value": source.key}


def _time(moment: datetime.datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None


def _number(value: Decimal) -> int | float:
    return int(value) if value == int(value) else float(value)


def company(about: Company, jobs: Sequence[Job], count: int, path: str) -> Node:
    """The page of a company, or a further page of its openings. count: of all that are open."""
    organization = employer(about) | ({"description": about.about} if about.about else {})
    listed = item_list(path, _links(jobs), count) if jobs else None
    parts = {"about": organization, **({"mainEntity": listed} if listed else {})}
    web_page, way = page(JOBS, (about.name, path), kind="CollectionPage", **parts)
    return graph(web_page, organization, *([listed] if listed else []), way)


def _links(jobs: Iterable[Job]) -> list[Step]:
    return [(job.title, job.get_absolute_url()) for job in jobs]
