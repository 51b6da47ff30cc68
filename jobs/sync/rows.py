"""An opening's columns from what was understood of its advert. Nothing is saved here."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from jobs.addresses import title_slug
from jobs.feeds.posting import Posting
from jobs.models import Job, JobFeed, JobStatus
from jobs.sync.understood import Found, Pay, Understood, fingerprint, last_day

BY_AN_EDITOR = 100  # the confidence of a role that an editor set: a feed doesn't change it


def columns(
    posting: Posting, said: Understood, feed: JobFeed, company: int, roles: dict[str, int], now: datetime
) -> dict[str, Any]:
    """By name of field; Any: of every kind. company: its key; roles: keys by slug."""
    posted = min(posting.posted_at or now, now)
    return {
        "company_id": company,
        "title": said.title[:160],
        "slug": title_slug(said.title),
        "description": said.description,
        "role_id": roles.get(said.role.slug) if said.role else None,
        "role_confidence": min(said.role_confidence, BY_AN_EDITOR - 1),
        **_worded("mode", said.mode),
        **_worded("employment", said.employment),
        **_years(said),
        **_pay(said.pay),
        "places_words": ", ".join(posting.places)[:300],
        "posted_at": posted,
        "is_posting_stated": posting.posted_at is not None,
        "closes_at": last_day(posting, posted),
        "apply_url": posting.apply_url or posting.url,
        "original_url": posting.url if feed.is_original else "",
        "fingerprint": fingerprint(said),
    }


def _worded(name: str, found: Found | None) -> dict[str, str]:
    return {name: found.slug if found else "", f"{name}_words": found.words[:200] if found else ""}


def _years(said: Understood) -> dict[str, Any]:
    low, high = said.years or (None, None)
    return {"years_min": low, "years_max": high, "years_words": said.years_words[:200]}


def _pay(pay: Pay) -> dict[str, Any]:
    low, high = pay.per_year or (None, None)
    return {
        "pay_min": low,
        "pay_max": high,
        "stated_low": pay.low,
        "stated_high": pay.high,
        "stated_currency": pay.currency,
        "stated_period": pay.period,
        "pay_words": pay.words[:200],
    }


def new_job(values: dict[str, Any], warnings: tuple[str, ...], is_sample: bool, now: datetime) -> Job:
    """Open, unless something in it has to be looked at."""
    job = Job(
        **values,
        status=JobStatus.OPEN,
        first_seen_at=now,
        last_seen_on=timezone.localdate(now),
        is_by_hand=False,
        is_sample=is_sample,
    )
    hold(job, warnings)
    return job


def hold(job: Job, warnings: tuple[str, ...]) -> None:
    """For an editor to look at, unless one has looked at the same and let it stand."""
    seen = {*job.let_pass.splitlines(), *job.held_because.splitlines()}
    unseen = [warning for warning in warnings if warning not in seen]
    if unseen and job.status in (JobStatus.OPEN, JobStatus.HELD):
        job.hold("\n".join([*job.held_because.splitlines(), *unseen]))


def change(job: Job, values: dict[str, Any]) -> None:
    """What an editor said of the role stays, and so does when it was posted where the feed never says."""
    kept = {"role_id", "role_confidence"} if job.role_confidence == BY_AN_EDITOR else set()
    if not values["is_posting_stated"]:
        kept |= {"posted_at", "is_posting_stated"}
    for name, value in values.items():
        if name not in kept:
            setattr(job, name, value)
    if job.closes_at and job.closes_at <= job.posted_at:
        job.closes_at = None
