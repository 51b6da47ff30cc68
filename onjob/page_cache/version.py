"""Which version of the portal a page is of: its data, its templates and code, the day."""

import datetime
import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import django
from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from onjob.page_cache.row import Row, Rows

APPS = ("onjob", "roles", "comparisons", "jobs", "profiles")
SETTLED_AFTER = 10  # seconds
STARTED = int(time.time())


@dataclass(frozen=True)
class Version:
    """`name` differs whenever any page may. changed_at, until: seconds since 1970; until is the next midnight."""

    name: str
    changed_at: int
    until: float

    def name_of(self, address: str) -> str:
        """The name of this version of one page: 32 hexadecimal digits."""
        return hashlib.blake2b(f"{self.name} {address}".encode(), digest_size=16).hexdigest()

    def last_modified(self, now: float) -> int | None:
        """None until the change is some seconds old.

        HTTP counts whole seconds. A second change of the same second, still in its transaction, would be taken for the
        first one; no transaction here is open for longer than this.
        """
        return self.changed_at if now - self.changed_at >= SETTLED_AFTER else None


class Versions:
    """The current version, worked out anew only when the row or the day is another. For several threads."""

    def __init__(self) -> None:
        self._rows = Rows()
        self._last: tuple[Row, Version] | None = None

    def current(self, now: float, is_certain: bool = False) -> Version | None:
        """None while nothing was ever written. is_certain, cost and errors: see Rows.current."""
        row = self._rows.current(is_certain)
        if row is None:
            return None
        last = self._last
        if last is None or last[0] != row or now >= last[1].until:
            self._last = last = row, _version(row)
        return last[1]


def _version(row: Row) -> Version:
    number, changed_at = row
    today = timezone.localdate()
    midnight, next_midnight = (_midnight(day) for day in (today, today + datetime.timedelta(days=1)))
    name = f"{number} {changed_at} {today} {code_version(settings.SITE_NAME, settings.SITE_URL)}"
    return Version(name, max(_seconds(changed_at), midnight, STARTED), next_midnight)


def _midnight(day: datetime.date) -> int:
    return int(timezone.make_aware(datetime.datetime.combine(day, datetime.time())).timestamp())


def _seconds(moment: datetime.datetime | str) -> int:
    """SQLite has times as text, in UTC."""
    read = parse_datetime(moment) if isinstance(moment, str) else moment
    return int((read if read.tzinfo else read.replace(tzinfo=datetime.UTC)).timestamp())


@cache
def code_version(*shown: str) -> str:
    """Of all that pages are made with: code, templates, the names of static files, Django, the settings shown."""
    seen = hashlib.sha256(repr((django.VERSION, shown)).encode())
    for path in _files():
        seen.update(path.read_bytes())
    return seen.hexdigest()[:16]


def _files() -> Iterator[Path]:
    folders = [settings.BASE_DIR / "templates", *(settings.BASE_DIR / app for app in APPS)]
    for folder in folders:
        files = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
        yield from sorted(files)
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists():
        yield manifest
