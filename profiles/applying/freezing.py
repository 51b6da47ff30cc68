"""An advert, a person's particulars and a score as they are now, in words that can be kept."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from jobs.models import Job, Mode
from jobs.offers import in_short
from jobs.opening import Opening, offer_of
from profiles.applying.states import Delivery
from profiles.facts import ProfileFacts
from profiles.fit.panel import panel
from profiles.fit.person import wishes_of
from profiles.models import Profile

Kept = dict[str, Any]  # Any: what JSON holds


def advert_of(job: Job) -> Kept:
    """As a reader sees it. One query; reads the company: join it."""
    places = list(job.place_rows.select_related("location").order_by("location__name"))
    opening = Opening(job, offer_of(job), places, [], [], None, [])
    return {
        "title": job.title,
        "company": job.company.name,
        "address": job.get_absolute_url(),
        "apply_url": job.apply_url,
        "places": opening.places_text,
        "mode": Mode(job.mode).label if job.mode else "",
        "employment": job.get_employment_display() if job.employment else "",
        "experience": opening.experience,
        "pay": in_short(opening.offer) or opening.offer.words,
        "description": job.description,
        "posted": timezone.localdate(job.posted_at).isoformat(),
        "closes": timezone.localdate(job.closes_at).isoformat() if job.closes_at else "",
    }


def contact_of(facts: ProfileFacts) -> Kept:
    """What is said beside the résumé; links are in it."""
    contact = facts.contact
    return {"name": contact.name, "email": contact.email, "phone": contact.phone, "city": contact.city}


def delivery_of(job: Job) -> dict[str, str]:
    """How an application to it goes, and where to."""
    if job.is_sample:
        return {"delivery": Delivery.NOBODY, "recipient": ""}
    recipient = job.company.applications_email
    return {"delivery": Delivery.WAITING if recipient else Delivery.DESK, "recipient": recipient}


def fit_of(profile: Profile, facts: ProfileFacts, job: Job) -> Kept:
    """The score with its lines and the version of its formula; nothing where too little is known. Eight queries."""
    found = panel(facts, job, wishes_of(profile))
    if found is None:
        return {"score": None, "formula_version": None, "fit": None}
    return {"score": found.table.score, "formula_version": found.version, "fit": asdict(found)}


def digest(of: Mapping[str, Any]) -> str:
    """Of everything that an application is made of: 64 characters that say nothing of it. Any: what JSON holds."""
    text = json.dumps(of, sort_keys=True, ensure_ascii=False, cls=DjangoJSONEncoder)
    return hashlib.sha256(text.encode()).hexdigest()
