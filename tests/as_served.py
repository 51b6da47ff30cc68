"""Static files as a browser gets them."""

from pathlib import Path

from django.contrib.staticfiles import finders

from onjob.static_files import bundle


def as_served(name: str) -> bytes:
    """A style or script with what it imports; a font as it is."""
    if name.endswith(".woff2"):
        return Path(finders.find(name)).read_bytes()
    return bundle(name, lambda part: Path(finders.find(part)).read_text(encoding="utf-8")).encode()
