"""Addresses of openings and of those who offer them: pure."""

LISTING = "/jobs/"


def job_path(key: int, slug: str) -> str:
    return f"{LISTING}{key}-{slug}/"


def role_jobs_path(slug: str) -> str:
    """The openings of a role."""
    return f"{LISTING}role/{slug}/"


def place_jobs_path(slug: str) -> str:
    """The openings at a place."""
    return f"{LISTING}in/{slug}/"


def company_path(slug: str) -> str:
    return f"/companies/{slug}/"
