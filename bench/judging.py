"""Pairs as the gate would store them, for a catalogue that is too large to be judged while one waits.

The gate compares every role with every other; here only those that share a skill are looked at, one role at a time.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from comparisons.gate.candidates import ALL_UP_TO, FLOOR
from comparisons.gate.judging import MOST_PAGES
from comparisons.gate.rules import OVERLAP_LEAST, OVERLAP_MOST, Reason
from comparisons.models import NearRoles, Pair
from roles.models import Role, RoleSkill, SkillKind

MEASURED = {"words": 1800, "own_words": 900, "boilerplate": 30, "nearest": 45, "nearest_pair": "a-vs-b"}
BATCH = 20_000  # rows a statement
COLUMNS = ("first_id", "second_id", "overlap", "shared_core", "reasons", "indexing", "judged_at", *MEASURED)

Asked = dict[int, dict[int, tuple[int, bool]]]  # by role, then by skill: importance, and whether it is core


@transaction.atomic
def judge() -> int:
    """Write a row for each pair that the gate would keep; how many there are."""
    Pair.objects.all().delete()
    rows, batch, measured, written = _pairs(), [], 0, 0
    for first, second, overlap, core in rows:
        reasons = _against(overlap, core)
        is_measured = not reasons and measured < MOST_PAGES
        measured += is_measured
        found = tuple(MEASURED.values()) if is_measured else (None, None, None, None, "")
        reasons = reasons if reasons or is_measured else Reason.UNMEASURED.value
        batch.append((first, second, overlap, core, reasons, "auto", *found))
        if len(batch) == BATCH:
            written += _write(batch)
            batch = []
    written += _write(batch)
    NearRoles.objects.follow_pairs(Role.objects.values_list("pk", flat=True))
    return written


def _against(overlap: int, core: int) -> str:
    """What stands against a pair of complete and fresh roles."""
    fallen = {
        Reason.FAR: overlap < OVERLAP_LEAST,
        Reason.CORELESS: core == 0,
        Reason.TWINS: overlap > OVERLAP_MOST,
    }
    return ",".join(reason.value for reason, holds in fallen.items() if holds)


def _asked() -> tuple[Asked, list[int]]:
    """What each role asks for, and the roles by slug, as a pair has them."""
    asked: Asked = {}
    rows = RoleSkill.objects.values_list("role", "role__slug", "skill", "importance", "kind")
    slugs: dict[int, str] = {}
    for role, slug, skill, importance, kind in rows.iterator():
        asked.setdefault(role, {})[skill] = (importance, kind == SkillKind.CORE)
        slugs[role] = slug
    return asked, sorted(slugs, key=lambda role: slugs[role])


def _pairs() -> Iterator[tuple[int, int, int, int]]:
    """First, second, overlap, shared core skills: of pairs that share a skill, and with many roles overlap by FLOOR."""
    asked, roles = _asked()
    least = 1 if len(roles) * (len(roles) - 1) // 2 <= ALL_UP_TO else FLOOR
    total = {role: sum(importance for importance, _ in asked[role].values()) for role in roles}
    seen: dict[int, list[tuple[int, int, bool]]] = {}  # by skill: the roles before that ask for it
    for second in roles:
        common: dict[int, int] = {}
        core: dict[int, int] = {}
        for skill, (importance, is_core) in asked[second].items():
            for first, theirs, their_core in seen.get(skill, ()):
                common[first] = common.get(first, 0) + importance + theirs
                if is_core and their_core:
                    core[first] = core.get(first, 0) + 1
            seen.setdefault(skill, []).append((second, importance, is_core))
        for first, weight in common.items():
            both = total[first] + total[second]
            overlap = min(99, max(1, (200 * weight + both) // (2 * both)))
            if overlap >= least:
                yield first, second, overlap, core.get(first, 0)


def _write(batch: list[tuple[object, ...]]) -> int:
    """Straight into the table: a model instance each would take minutes."""
    if not batch:
        return 0
    now: datetime | str = timezone.now()
    if connection.vendor == "sqlite":
        now = str(now)
    names = ", ".join(COLUMNS)
    rows = [(*row[:6], now, *row[6:]) for row in batch]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            from psycopg2.extras import execute_values

            statement = f"INSERT INTO comparisons_pair ({names}) VALUES %s"  # noqa: S608 our own names
            execute_values(cursor.cursor, statement, rows, page_size=1000)
        else:
            places = ", ".join(["%s"] * len(COLUMNS))
            cursor.execute("PRAGMA ignore_check_constraints = ON")  # one of them calls Python for each row
            cursor.executemany(f"INSERT INTO comparisons_pair ({names}) VALUES ({places})", rows)  # noqa: S608
            cursor.execute("PRAGMA ignore_check_constraints = OFF")
    return len(rows)
