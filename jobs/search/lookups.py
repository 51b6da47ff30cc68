"""How querysets ask jobs_openjob, in the words of either database."""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Lookup
from django.db.models.sql.compiler import SQLCompiler

from jobs.search.sqlite import FTS

Sql = tuple[str, list[Any]]  # Any: a parameter of any type


class WordsField(models.Field):
    """Words to be searched in. Only the database writes it, and nobody reads it out."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"


class MarksField(models.Field):
    """Marks: an array on PostgreSQL, else a text with single spaces between. Only the database writes it."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "text[]" if connection.vendor == "postgresql" else "text"

    def from_db_value(self, value: list[str] | str, *_: object) -> list[str]:
        return value.split() if isinstance(value, str) else value


@WordsField.register_lookup
class HaveTerms(Lookup):
    """words__have_terms=("data", "analyst"): all of them, in any form of the word."""

    lookup_name = "have_terms"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        table, _ = compiler.compile(self.lhs)
        key = f"{table.rpartition('.')[0]}.job_id"
        wanted = " ".join(f'"{term}"' for term in self.rhs)
        return f"{key} IN (SELECT rowid FROM {FTS} WHERE {FTS} MATCH %s)", [wanted]  # noqa: S608 names of ours

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        words, _ = compiler.compile(self.lhs)
        return f"{words} @@ plainto_tsquery('jobs_words', %s)", [" ".join(self.rhs)]


@MarksField.register_lookup
class HaveAll(Lookup):
    """marks__have_all=["r12", "mremote"]."""

    lookup_name = "have_all"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        marks, _ = compiler.compile(self.lhs)
        each = " AND ".join(f"instr(' ' || {marks} || ' ', %s)" for _ in self.rhs)
        return f"({each})", [f" {mark} " for mark in self.rhs]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Sql:
        marks, _ = compiler.compile(self.lhs)
        return f"{marks} @> %s::text[]", [list(self.rhs)]
