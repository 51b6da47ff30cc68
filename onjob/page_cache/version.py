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
from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from django.utils.dateparse import parse_datetime

APPS = ("onjob", "roles", "comparisons", "jobs")
# Through the ORM the same row takes three times as long, and nothing else is read for most pages.
_SQL = "SELECT number, changed_at FROM roles_dataversion"
SETTLED_AFTER = 10  # seconds
STARTED = int(time.time())

Row = tuple[int, datetime.datetime | str]


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
    """The current version, worked out anew only when the row or the day is another."""

    def __init__(self) -> None:
        self._row: Row | None = None
        self._version = Version("", 0, 0)

    def current(self, now: float) -> Version | None:
        """None while nothing was ever written. One query; raises what the database raises."""
        row = _read()
        version = self._version
        if row != self._row or now >= version.until:
            version = _version(row) if row else None
            self._row, self._version = row, version or Version("", 0, 0)
        return version if row else None


def _read() -> Row | None:
    """On PostgreSQL each request begins with a question whether the connection still stands: this is one."""
    had_connection = connection.connection is not None and not connection.in_atomic_block
    connection.health_check_done = True
    try:
        return _asked()
    except (OperationalError, InterfaceError):
        if not had_connection:
            raise
        connection.close()
        return _asked()


def _asked() -> Row | None:
    with connection.cursor() as cursor:
        cursor.execute(_SQL)
        return cursor.fetchone()


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
