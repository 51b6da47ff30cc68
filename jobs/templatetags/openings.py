"""What pages say of openings: those about something else by one query each."""

from django import template
from django.template import Context

from jobs import counts, wording
from jobs.addresses import host, skill_jobs_path
from jobs.models import Job
from jobs.offers import in_short
from jobs.opening import offer_of
from roles.facts import RoleFacts
from roles.models import Role
from roles.words import join_words

register = template.Library()

register.filter("host", host)
register.filter("skill_jobs", skill_jobs_path)
register.filter("verdict", wording.verdict)


@register.filter
def pay(job: Job) -> str:
    """What it offers, in short."""
    return in_short(offer_of(job))


@register.filter
def where(job: Job) -> str:
    """Reads its places: fetch them with it."""
    return join_words(place.name for place in job.places.all()) or job.places_words


@register.simple_tag(takes_context=True)
def open_jobs(context: Context, *roles: Role | RoleFacts) -> tuple[counts.OpenJobs, ...]:
    """Of each of these roles, in their order; nothing where none has any, or where a page is built without a visitor,
    to be measured: openings come and go, what is said of two roles stays."""
    if "request" not in context:
        return ()
    found = counts.open_jobs(*roles)
    return found if any(jobs.count for jobs in found) else ()


@register.simple_tag
def open_jobs_naming(skill: int) -> str:
    """ "12 open jobs", "1,000 open jobs or more"; nothing for none."""
    count = counts.open_jobs_naming(skill)
    return wording.counted_jobs(count, counts.MOST_COUNTED) if count else ""
