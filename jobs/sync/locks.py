"""One reader a feed at a time. A lock ends with the process that holds it, however that ends."""

import fcntl
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

FEEDS = 5_206_511  # the first half of PostgreSQL's key, so that another program's locks are others


@contextmanager
def only_reader(feed: int) -> Iterator[bool]:
    """Whether nobody else is reading the feed of this key; nobody can until the block ends."""
    with (_in_the_database if connection.vendor == "postgresql" else _in_a_file)(feed) as is_ours:
        yield is_ours


@contextmanager
def _in_the_database(feed: int) -> Iterator[bool]:
    """On all servers that share it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [FEEDS, feed])
        [is_ours] = cursor.fetchone()
    try:
        yield is_ours
    finally:
        if is_ours and connection.connection and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [FEEDS, feed])


@contextmanager
def _in_a_file(feed: int) -> Iterator[bool]:
    """Beside SQLite's own, which is on one server."""
    with _path(feed).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def _path(feed: int) -> Path:
    database = Path(str(connection.settings_dict["NAME"]))
    beside = database.parent if database.is_file() else Path(tempfile.gettempdir())
    return beside / f"{database.name.replace(':', '-')}-feed-{feed}.lock"
