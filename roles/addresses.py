"""The addresses of roles: pure, no database."""

import re

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class SlugConverter:
    """A slug with its last slash. Takes capitals, underscores and a missing slash too, so that the view can send
    every form to the one address in one redirect."""

    regex = r"[^/]{1,80}/?"

    def to_python(self, value: str) -> str:
        """Raises ValueError (no match, so a 404) for what is no slug."""
        slug = value.rstrip("/").lower().replace("_", "-")
        if not SLUG.fullmatch(slug):
            raise ValueError(value)
        return slug

    def to_url(self, slug: str) -> str:
        return f"{slug}/"
