"""Being told of changes by PostgreSQL (roles/change_triggers.py), so that not each request has to ask for them."""

import logging
from threading import Lock
from time import monotonic
from typing import Any

from django.db import Error, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from roles.change_triggers import CHANNEL

logger = logging.getLogger(__name__)

PAUSE = 10  # seconds from one attempt to listen to the next
# A network that went without a word is found out after half a minute: seconds, seconds, times.
KEEPALIVES = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}


class Listener:
    """A connection that reads nothing and is told of each change; one in a process, for all its threads.

    It is made when the first request asks for it: in the worker, not in the process that the worker was forked from.
    """

    def __init__(self) -> None:
        self._own: BaseDatabaseWrapper | None = None
        self._heard = 0
        self._listen_from = 0.0  # of monotonic()
        self._complaint = ""
        self._lock, self._opening = Lock(), Lock()

    def heard(self) -> int | None:
        """Another number once there was a change; None while nobody listens. It takes 1 µs and waits for nothing."""
        with self._lock:
            if self._own is None:
                return None
            try:
                self._take_in(self._own.connection)
            except self._own.Database.Error as error:
                self._complain(error)
                self._drop()
                return None
            return self._heard

    def listen(self) -> None:
        """Where nobody does, unless that was tried a moment ago; heard() says whether it went well."""
        if not self._opening.acquire(blocking=False):
            return
        try:
            if self._own is None and monotonic() >= self._listen_from:
                self._listen_from = monotonic() + PAUSE
                self._open()
        finally:
            self._opening.release()

    def close(self) -> None:
        with self._lock:
            self._drop()

    def _take_in(self, own: Any) -> None:
        """Any: psycopg2's connection, whose types Django leaves open. Raises psycopg2's errors."""
        own.poll()
        if own.notices:  # what a server says last: that it is cut is found out by the next poll only
            raise own.OperationalError(own.notices[-1].strip())
        if own.notifies:
            own.notifies.clear()
            self._heard += 1

    def _open(self) -> None:
        own = connection.copy()
        own.settings_dict["OPTIONS"] = {**KEEPALIVES, **own.settings_dict["OPTIONS"]}
        try:
            own.connect()
            with own.cursor() as cursor:
                cursor.execute(f"LISTEN {CHANNEL}")
        except Error as error:  # no connection is free, or it is a replica: there LISTEN is refused
            self._complain(error)
            own.close()
            return
        with self._lock:
            self._own, self._complaint = own, ""
            self._heard += 1  # what came while nobody listened

    def _drop(self) -> None:
        if self._own:
            self._own.connection.close()
        self._own = None

    def _complain(self, error: Exception) -> None:
        """Once, however often it is tried."""
        if str(error) != self._complaint:
            self._complaint = str(error)
            logger.warning("not told of changes, so each request asks: %s", error)


listener = Listener()
