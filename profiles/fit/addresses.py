"""Where a signed-in person sees how something fits them: pure. None of it says who they are."""

from comparisons.addresses import SEPARATOR
from roles.addresses import as_slug

FIT = "/profile/fit/"
MOST_COMPARED = 3  # roles beside each other
PART = "part"  # of the query: only what a public page shows of it


def role_fit_path(slug: str) -> str:
    return f"{FIT}role/{slug}/"


def job_fit_path(key: int) -> str:
    return f"{FIT}job/{key}/"


def compared_fit_path(*slugs: str) -> str:
    """slugs: of two or three roles."""
    return f"{FIT}compare/{SEPARATOR.join(sorted(slugs))}/"


class ComparedConverter:
    """`a-vs-b` or `a-vs-b-vs-c` ⇄ the roles' slugs."""

    regex = "[^/]{1,200}"

    def to_python(self, value: str) -> tuple[str, ...]:
        """Raises ValueError (no match, so a 404) for what isn't two or three slugs."""
        slugs = as_slug(value).split(SEPARATOR)
        if not 2 <= len(slugs) <= MOST_COMPARED:
            raise ValueError(value)
        return tuple(map(as_slug, slugs))

    def to_url(self, slugs: tuple[str, ...]) -> str:
        return SEPARATOR.join(sorted(slugs))
