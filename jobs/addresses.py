"""Addresses of openings and of those who offer them: pure."""

import re
from urllib.parse import urlsplit

from django.utils.text import slugify  # type: ignore[import-untyped]  # Django has no types

LISTING = "/jobs/"
LONGEST_SLUG = 100
FITTING = "/profile/jobs/"  # the openings in the order in which they fit who is signed in
TRUST = f"{LISTING}trust/"  # how adverts are looked at, and what no honest employer asks for


def job_path(key: int, slug: str) -> str:
    return f"{LISTING}{key}-{slug}/"


def report_path(key: int) -> str:
    """Where a reader says what is wrong with an opening."""
    return f"{LISTING}{key}/report/"


def apply_path(key: int) -> str:
    """Where somebody applies to an opening here, or notes that they did elsewhere: a page of their own."""
    return f"/profile/applications/new/?job={key}"


def role_jobs_path(slug: str) -> str:
    """The openings of a role."""
    return f"{LISTING}role/{slug}/"


def place_jobs_path(slug: str) -> str:
    """The openings in a city."""
    return f"{LISTING}in/{slug}/"


def skill_jobs_path(slug: str) -> str:
    """The openings that ask for a skill."""
    return f"{LISTING}?skill={slug}"


def company_path(slug: str, page: int = 1) -> str:
    """page: of its openings, from 1."""
    return f"/companies/{slug}/" if page == 1 else f"/companies/{slug}/{page}/"


def host(address: str) -> str:
    """ "https://www.acme.example/jobs/1" → "acme.example"; nothing for what is no address of the web."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "").removeprefix("www.") if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


class OpeningConverter:
    """An opening by its number. What follows the number, and the last slash, are the view's to correct: every form
    goes to the one address in one redirect."""

    regex = r"[0-9]{1,18}(?:-[^/]{0,120})?/?"

    def to_python(self, value: str) -> int:
        """Raises ValueError (no match, so a 404) for a number that begins with 0."""
        number = value.rstrip("/").partition("-")[0]
        if number.startswith("0"):
            raise ValueError(value)
        return int(number)

    def to_url(self, key: int) -> str:
        return f"{key}/"


def title_slug(title: str) -> str:
    """ "Sr. Data Analyst (Pune)" → "sr-data-analyst-pune"; "job" for a title without a Latin letter or digit."""
    slug = re.sub("[-_]+", "-", slugify(title)[:LONGEST_SLUG])
    return slug.strip("-") or "job"
