"""Addresses of openings and of those who offer them: pure."""

LISTING = "/jobs/"


def job_path(key: int, slug: str) -> str:
    return f"{LISTING}{key}-{slug}/"


def company_path(slug: str) -> str:
    return f"/companies/{slug}/"
