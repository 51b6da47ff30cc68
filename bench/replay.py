"""The replay floor: a page's own SQL run by the plain driver, every value escaped, the same number of bytes out.

It is what any program that reads the same rows and writes a page of that size has to do.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from html import escape
from typing import Any

from django.db import connection

MARKS = re.compile(r"(?<!%)%s")
Read = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]  # Any: a column's own type


@dataclass(frozen=True)
class Recording:
    """What one page asked of the database, in order, and its size."""

    queries: tuple[tuple[str, tuple[Any, ...]], ...]
    size: int


def record(page: Callable[[], bytes]) -> Recording:
    queries: list[tuple[str, tuple[Any, ...]]] = []

    def note(execute: Callable[..., Any], sql: str, values: Any, many: bool, context: dict[str, Any]) -> Any:
        queries.append((sql, tuple(values or ())))
        return execute(sql, values, many, context)

    with connection.execute_wrapper(note):
        body = page()
    return Recording(tuple(queries), len(body))


@contextmanager
def plain_driver() -> Iterator[Read]:
    """Reads by the driver alone, from the database that Django uses."""
    if connection.vendor == "sqlite":
        import sqlite3

        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as plain:
            yield lambda sql, values: plain.execute(_question_marks(sql), values).fetchall()
    else:
        import psycopg2

        with closing(psycopg2.connect(**connection.get_connection_params())) as plain:
            plain.autocommit = True
            yield lambda sql, values: _fetch(plain, sql, values)


def _question_marks(sql: str) -> str:
    return MARKS.sub("?", sql).replace("%%", "%")


def _fetch(plain: Any, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with plain.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def replay(recording: Recording, read: Read) -> bytes:
    """A page of the recorded size that holds every value, escaped."""
    values = [escape(str(value)) for sql, given in recording.queries for row in read(sql, given) for value in row]
    page = "".join(values).encode()
    return page[: recording.size].ljust(recording.size, b" ")
