"""The pages of open jobs, of the companies that offer them, and the lists of those of a role or at a place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Self

from django.db.models import QuerySet

from jobs.addresses import LISTING, company_path, place_jobs_path, role_jobs_path
from jobs.counts import real_open_jobs
from jobs.models import Company, Job, JobPlace, JobSkill
from jobs.offers import in_short
from jobs.opening import offer_of
from onjob.pages.facts import Lists, Page, digest
from onjob.pages.models import Kind, PublicPage
from roles.models import Location, LocationKind, Role, Skill
from roles.words import fitting, join_words

BATCH = 1_000  # openings read at once: some 5 MB
NAME_LIMIT = PublicPage._meta.get_field("name").max_length
# When it was last seen isn't here: to find it again unchanged is no change.
FACTS = (
    *("title", "description", "mode", "mode_words", "employment", "employment_words", "years_min", "years_max"),
    *("years_words", "places_words", "posted_at", "is_posting_stated", "closes_at", "reopened_at", "apply_url"),
    *("pay_min", "pay_max", "stated_low", "stated_high", "stated_currency", "stated_period", "pay_words"),
)

Place = tuple[str, str]  # slug, name
Asked = list[tuple[str, str]]  # slugs of places or skills, with the advert's words


@dataclass(frozen=True)
class Known:
    """What openings refer to, by key: some hundred bytes each. Three queries. Joined to every opening it would be
    read thirty thousand times."""

    roles: Mapping[int, str]  # slugs of published ones
    skills: Mapping[int, str]
    places: Mapping[int, Place]

    @classmethod
    def read(cls) -> Self:
        return cls(
            roles=dict(Role.objects.published().values_list("pk", "slug")),
            skills=dict(Skill.objects.values_list("pk", "slug")),
            places={key: (slug, name) for key, slug, name in Location.objects.values_list("pk", "slug", "name")},
        )


def job_pages(lists: Lists) -> Iterator[Page]:
    """Open jobs that aren't invented, by number; those whose original is elsewhere only stand in lists. Adds to
    `lists`. Three queries, and three for every 1,000."""
    known, last = Known.read(), 0
    jobs = real_open_jobs().select_related("company").order_by("pk")
    while batch := list(jobs.filter(pk__gt=last)[:BATCH]):
        places = _by_job(JobPlace.objects.filter(job__in=batch).values_list("job", "location", "words"))
        skills = _by_job(JobSkill.objects.filter(job__in=batch).values_list("job", "skill", "words"))
        for job in batch:
            page = _page(job, known, places.get(job.pk, []), skills.get(job.pk, []))
            lists.add(page)
            if not job.original_url:
                yield page
        last = batch[-1].pk


def _by_job(rows: QuerySet) -> dict[int, list[tuple[int, str]]]:
    """The key of what is asked for, and the advert's word for it."""
    found: dict[int, list[tuple[int, str]]] = {}
    for job, key, words in rows.order_by():
        found.setdefault(job, []).append((key, words))
    return found


def _page(job: Job, known: Known, places: list[tuple[int, str]], skills: list[tuple[int, str]]) -> Page:
    at = sorted((known.places[key], words) for key, words in places)
    asked = sorted((known.skills[key], words) for key, words in skills)
    role = known.roles.get(job.role_id, "")
    facts = {name: getattr(job, name) for name in FACTS}
    return Page(
        path=job.get_absolute_url(),
        kind=Kind.JOBS,
        name=fitting(NAME_LIMIT, f"{job.title}, {job.company.name}", job.title),
        digest=digest(facts, job.company.name, role, at, asked),
        says=_says(job, [name for (_, name), _ in at]),
        listed_as=in_short(offer_of(job)),
        listed_on=(
            LISTING,
            job.company.get_absolute_url(),
            *([role_jobs_path(role)] if role else []),
            *(place_jobs_path(slug) for (slug, _), _ in at),
        ),
    )


def _says(job: Job, places: list[str]) -> str:
    """For readers of the feed: "Pune; ₹6L–₹8L a year; hybrid; full time."."""
    where = join_words(places) or job.places_words
    parts = (where, in_short(offer_of(job)), job.get_mode_display(), job.get_employment_display())
    said = "; ".join(part for part in parts if part)
    return f"{said}." if said else ""


def company_pages(lists: Lists) -> Iterator[Page]:
    """Companies with open jobs in `lists`. One query."""
    companies = Company.objects.order_by("pk").values_list("slug", "name", "website", "about", "is_verified")
    for slug, name, *more in companies.iterator():
        path = company_path(slug)
        if path in lists:
            yield Page(path, Kind.COMPANIES, name, digest(name, *more, lists.digest(path)))


def job_list_pages(lists: Lists) -> Iterator[Page]:
    """Openings of a role and in a city, where `lists` has some. Two queries."""
    for slug, plural in Role.objects.published().order_by("pk").values_list("slug", "plural"):
        path = role_jobs_path(slug)
        if path in lists:
            yield Page(path, Kind.JOB_LISTS, f"Open jobs of {plural}", lists.digest(path))
    cities = Location.objects.filter(kind=LocationKind.CITY).order_by("pk")
    for slug, name in cities.values_list("slug", "name"):
        path = place_jobs_path(slug)
        if path in lists:
            yield Page(path, Kind.JOB_LISTS, f"Open jobs in {name}", lists.digest(path))
