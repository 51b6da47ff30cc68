"""Does a query's time grow with the catalogue? Asked of the database: what it reads for one page, by EXPLAIN.

SQLite tells how it goes through a table, PostgreSQL how many rows it touched.
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection

BIG = 1_000  # rows; a table that has fewer in 5,000 roles doesn't grow with them
MOST_TOUCHED = 2_000  # rows that one query of a page may touch; a pair has some hundred of its own
GROWING = ("roles_", "comparisons_")
STATUS_ALONE = "(status=?)"  # nearly every role is published: to look these up is to read them all


def growing(queries: Iterable[tuple[str, Sequence[Any]]]) -> list[str]:
    """What is wrong, a line each: the step of the plan, then how its query begins."""
    sizes = _sizes()
    found = [
        f"{fault} in {_name(sql)}"
        for sql, values in queries
        for fault in (_sqlite(sql, values, sizes) if connection.vendor == "sqlite" else _postgres(sql, values, sizes))
    ]
    return list(dict.fromkeys(found))


def _name(sql: str) -> str:
    """The tables of a query, as a name for it."""
    return ", ".join(dict.fromkeys(re.findall(r'(?:FROM|JOIN) "(\w+)"', sql)))


def _sizes() -> dict[str, int]:
    """Rows of each table that holds the catalogue."""
    with connection.cursor() as cursor:
        tables = [table for table in connection.introspection.table_names(cursor) if table.startswith(GROWING)]
        sizes = {}
        for table in tables:
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 a table's own name
            sizes[table] = cursor.fetchone()[0]
    return sizes


def _sqlite(sql: str, values: Sequence[Any], sizes: dict[str, int]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", values)
        steps = [row[3] for row in cursor.fetchall()]
    aliases = dict(re.findall(r'"(\w+)" (?:AS )?"?(\w+)"? ON', sql)) | dict(re.findall(r'FROM "(\w+)" (\w+)', sql))
    tables = {alias: table for table, alias in aliases.items()}
    return [step for step in steps if wide_step(step, tables, sizes)]


def wide_step(step: str, tables: dict[str, str], sizes: dict[str, int]) -> bool:
    """Whether a step of SQLite's plan goes through a big table. tables: by alias."""
    found = re.match(r"(SCAN|SEARCH) (\w+)", step)
    if not found:
        return False
    table = tables.get(found[2], found[2])
    return sizes.get(table, 0) > BIG and (found[1] == "SCAN" or step.endswith(STATUS_ALONE))


def _postgres(sql: str, values: Sequence[Any], sizes: dict[str, int]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", values)
        [[plan]] = cursor.fetchall()
    root = (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"]
    faults = [f"Seq Scan on {table}" for table in full_scans(root) if sizes.get(table, 0) > BIG]
    touched = rows_touched(root)
    return [*faults, *([f"{touched:,} rows touched"] if touched > MOST_TOUCHED else [])]


def _nodes(plan: dict[str, Any]) -> Iterable[dict[str, Any]]:
    yield plan
    for child in plan.get("Plans", ()):
        yield from _nodes(child)


def full_scans(plan: dict[str, Any]) -> list[str]:
    """Tables that PostgreSQL read from end to end."""
    return [node["Relation Name"] for node in _nodes(plan) if node["Node Type"].endswith("Seq Scan")]


def rows_touched(plan: dict[str, Any]) -> int:
    """Rows that came out of tables or were thrown away there, in all loops."""
    read = [node for node in _nodes(plan) if "Relation Name" in node]
    return round(sum(_touched(node) * node.get("Actual Loops", 1) for node in read))


def _touched(node: dict[str, Any]) -> float:
    dropped = ("Rows Removed by Filter", "Rows Removed by Index Recheck")
    return node.get("Actual Rows", 0) + sum(node.get(name, 0) for name in dropped)
