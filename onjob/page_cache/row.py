"""The row that moves with every change: asked for, or known from a moment ago and not contradicted since."""

import datetime
from dataclasses import dataclass
from time import monotonic

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection

from onjob.page_cache.listening import listener

# Through the ORM the same row takes three times as long, and nothing else is read for most pages.
_SQL = "SELECT number, changed_at FROM roles_dataversion"
# Seconds that a change may go unseen of which nothing is told: a pooler that shares connections by transaction forgets
# LISTEN, and a network may be gone without a word.
BELIEVED = 1.0

Row = tuple[int, datetime.datetime | str]


@dataclass(frozen=True)
class Known:
    """A row, as it was after so much was heard, at this time of monotonic(): both from before it was asked for."""

    row: Row | None
    heard: int
    at: float


class Rows:
    """The row as it is now. For several threads."""

    def __init__(self) -> None:
        """On SQLite asking takes a few microseconds, and where no page is kept it isn't what takes the time."""
        self._is_told = connection.vendor == "postgresql" and settings.PAGE_CACHE_MB > 0
        self._known: Known | None = None

    def current(self, is_certain: bool = False) -> Row | None:
        """None while nothing was ever written. is_certain: not from a moment ago. At most one query; raises what the
        database raises. A transaction sees its own changes, of which nobody is told yet."""
        if not self._is_told or connection.in_atomic_block:
            return _read()
        at, heard = monotonic(), listener.heard()
        known = self._known
        if known and known.heard == heard and at - known.at < BELIEVED and not is_certain:
            return known.row
        row = _read()
        if heard is None:
            listener.listen()
        else:
            self._known = Known(row, heard, at)
        return row


def _read() -> Row | None:
    """On PostgreSQL each request begins with a question whether the connection still stands: this is one."""
    had_connection = connection.connection is not None and not connection.in_atomic_block
    connection.health_check_done = True
    try:
        return _asked()
    except (OperationalError, InterfaceError):
        listener.close()  # what cut this connection may have cut that one too, and told neither
        if not had_connection:
            raise
        connection.close()
        return _asked()


def _asked() -> Row | None:
    with connection.cursor() as cursor:
        cursor.execute(_SQL)
        return cursor.fetchone()
