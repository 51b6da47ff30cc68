"""The addresses of roles: pure, no database."""

import re

# The path of a page, in words that PostgreSQL reads too. "//host" is none: it would lead to another site.
PATH = r"^/([A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*)?\Z"

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def as_slug(text: str) -> str:
    """A slug as it was meant: capitals and underscores are forgiven. Raises ValueError for what is no slug."""
    slug = text.lower().replace("_", "-")
    if not _SLUG.fullmatch(slug):
        raise ValueError(text)
    return slug


class SlugConverter:
    """A slug with its last slash. Takes other forms and a missing slash too, so that the view can send every form
    to the one address in one redirect."""

    regex = r"[^/]{1,80}/?"

    def to_python(self, value: str) -> str:
        """Raises ValueError (no match, so a 404) for what is no slug."""
        return as_slug(value.rstrip("/"))

    def to_url(self, slug: str) -> str:
        return f"{slug}/"
