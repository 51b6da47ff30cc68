"""Reads whose SQL is built once in a process and then run with other values.

For a handful of rows Django takes ten times longer to turn a queryset into SQL than the database to answer it.
"""

import re
from collections.abc import Callable, Sequence
from functools import update_wrapper
from threading import local
from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import QuerySet

Value = int | str
Rows = list[Sequence[Any]]  # Any: a column's own type

WORD = re.compile("[A-Za-z_-]*")  # nothing that a database could read as anything else between its quotes
FIRST_STAND_IN = 31_001  # fits the smallest whole-number column; no limit or constant of ours is as large


class Statement(NamedTuple):
    """places: for each parameter whether it is a value, and its number, or else the constant that it is."""

    sql: str
    places: tuple[tuple[bool, Any], ...]
    compiler: Any  # Django's own, which knows what the columns become in Python
    converters: dict[int, Any]

    def run(self, values: tuple[Value, ...]) -> Rows:
        parameters = [values[what] if is_value else what for is_value, what in self.places]
        with self.compiler.connection.cursor() as cursor:
            cursor.execute(self.sql, parameters)
            rows = cursor.fetchall()
        return list(self.compiler.apply_converters(rows, self.converters)) if self.converters else rows


class Prepared:
    """A function from values to a queryset by values_list(), called as one from values to rows.

    The function must build the same queryset for any values of the same number and types: it is asked once, with
    stand-ins. Text and whole numbers only, each of which must reach the database as it is.
    """

    def __init__(self, build: Callable[..., QuerySet]) -> None:
        self._build = build
        self._ready = local()  # a connection belongs to its thread
        update_wrapper(self, build)

    def __call__(self, *values: Value) -> Rows:
        kinds = tuple(map(type, values))
        ready: dict[object, Statement] = self._ready.__dict__
        if kinds not in ready:
            ready[kinds] = self._statement(kinds)
        return ready[kinds].run(values)

    def _statement(self, kinds: tuple[type, ...]) -> Statement:
        stand_ins = [_stand_in(kind, number) for number, kind in enumerate(kinds)]
        queryset = self._build(*stand_ins)
        compiler = queryset.query.get_compiler(connection=connections[DEFAULT_DB_ALIAS])
        sql, parameters = compiler.as_sql()
        if not set(stand_ins) <= set(parameters):
            raise ValueError(f"{self._build.__qualname__} doesn't hand every value on as it is.")
        sql, parameters = _with_words(sql, parameters, stand_ins)
        places = tuple((p in stand_ins, stand_ins.index(p) if p in stand_ins else p) for p in parameters)
        columns = [column for column, _, _ in compiler.select[: compiler.col_count]]
        return Statement(sql, places, compiler, compiler.get_converters(columns))


def prepared(build: Callable[..., QuerySet]) -> Prepared:
    return Prepared(build)


def _with_words(sql: str, parameters: Sequence[Any], stand_ins: list[Value]) -> tuple[str, list[Any]]:
    """The SQL with its constant words in it, and the parameters (Any: of any type) that are left.

    SQLite plans a statement anew each time it is run where a partial index hangs on a parameter, as the word of a
    status: that is most of what a query for a handful of rows costs.
    """
    coming, left = iter(parameters), []

    def written(mark: re.Match[str]) -> str:
        if mark[0] == "%%":
            return mark[0]
        value = next(coming)
        if isinstance(value, str) and value not in stand_ins and WORD.fullmatch(value):
            return f"'{value}'"
        left.append(value)
        return mark[0]

    return re.sub("%[s%]", written, sql), left


def _stand_in(kind: type, number: int) -> Value:
    """A value that stands nowhere else in the query."""
    return FIRST_STAND_IN + number if kind is int else f"\ue000{number}"
