"""All open jobs in the order in which they fit a profile. The posting lists and the SQL come to the same."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import QuerySet

from jobs.models import OpenJob
from profiles.fit.formula import EXPERIENCE_POINTS, FULL_CREDIT, MOST_MONTHS
from profiles.fit.having import Have
from profiles.fit.models import MOST_UNLISTED, WeighedJob
from profiles.fit.posting_lists import scores
from roles.models import Skill

BEST = 20

_EXPERIENCE = EXPERIENCE_POINTS * FULL_CREDIT
# Whole numbers only, and all of them at least 0: there both databases divide alike. Whether a job is open is asked of
# the best alone: joined with all open jobs, this takes half as long again.
_SCORES = f"""
WITH have (skill_id, credit) AS (VALUES {{have}})
SELECT p.job_id, SUM(p.points * have.credit) + CASE WHEN p.months = 0 THEN {_EXPERIENCE}
  ELSE {_EXPERIENCE} * CASE WHEN %s < p.months THEN %s ELSE p.months END / p.months END AS score
FROM have CROSS JOIN fit_jobpoint p WHERE p.skill_id = have.skill_id {{among}}
GROUP BY p.job_id, p.months
"""  # noqa: S608 names and numbers of ours
_RANK = f"{_SCORES} ORDER BY score DESC, p.job_id LIMIT {{limit}}"
_PASSING = f"""
SELECT COUNT(*) FROM ({_SCORES}) scored
JOIN jobs_openjob found ON found.job_id = scored.job_id WHERE scored.score >= {{least}}
"""  # noqa: S608 names and numbers of ours

Keyed = Mapping[int, int]  # credits, 1 to 100, by the skill's key


class Ranked(NamedTuple):
    """job: its key; score: of FULL_SCORE."""

    job: int
    score: int


def keyed(have: Have) -> dict[int, int]:
    """One query."""
    return all_keyed([have])[0]


def all_keyed(haves: Sequence[Have]) -> list[dict[int, int]]:
    """One query."""
    credits = [have.credits for have in haves]
    keys = dict(Skill.objects.filter(slug__in={slug for each in credits for slug in each}).values_list("slug", "pk"))
    return [{keys[slug]: credit for slug, credit in each.items() if slug in keys} for each in credits]


def rank(credits: Keyed, months: int, count: int = BEST) -> list[Ranked]:
    """The best of all open jobs that ask for something of this; of equal ones the older job. Three queries; two more
    where jobs changed since the posting lists were written."""
    unlisted = list(WeighedJob.objects.filter(is_listed=False).values_list("job", flat=True)[: MOST_UNLISTED + 1])
    found = scores(credits, months) if credits and len(unlisted) <= MOST_UNLISTED else None
    if found is None:
        return rank_by_sql(credits, months, count)
    found.without(unlisted)
    newer = rank_by_sql(credits, months, count, WeighedJob.objects.filter(job__in=unlisted)) if unlisted else []
    listed = _open(found.best, count)
    return sorted([*listed, *newer], key=lambda each: (-each.score, each.job))[:count]


def rank_by_sql(credits: Keyed, months: int, count: int = BEST, among: QuerySet | None = None) -> list[Ranked]:
    """The same by the database alone, among open jobs of these keys, or all. Two queries; quick where few are left.

    among: a queryset whose primary key is a job's.
    """
    if not credits:
        return []
    condition, parameters = _among(among)
    months = _asked_at_most(months)

    def best(count: int) -> list[tuple[int, int]]:
        with connection.cursor() as cursor:
            statement = _RANK.format(have=_values(credits), among=condition, limit=int(count))
            cursor.execute(statement, [months, months, *parameters])
            return [(job, int(score)) for job, score in cursor.fetchall()]

    return _open(best, count)


def count_by_sql(credits: Keyed, months: int, least: int) -> int:
    """How many open jobs have this score or more. least: of FULL_SCORE. One query."""
    if not credits:
        return 0
    months = _asked_at_most(months)
    with connection.cursor() as cursor:
        cursor.execute(_PASSING.format(have=_values(credits), among="", least=int(least)), [months, months])
        return int(cursor.fetchone()[0])


def _values(credits: Keyed) -> str:
    return ", ".join(f"({int(skill)}, {int(credit)})" for skill, credit in sorted(credits.items()))


def _asked_at_most(months: int) -> int:
    """More is worth no more."""
    return min(max(months, 0), MOST_MONTHS)


def _among(jobs: QuerySet | None) -> tuple[str, tuple[Any, ...]]:
    """A further condition. Any: a parameter of any type."""
    if jobs is None:
        return "", ()
    sql, parameters = jobs.order_by().values("pk").query.sql_with_params()
    return f"AND p.job_id IN ({sql})", parameters


def _open(best: Callable[[int], list[tuple[int, int]]], count: int) -> list[Ranked]:
    """The best that are open still. best: job and score of so many; twice as many are asked for when some were closed
    since they were weighed. Mostly one query."""
    wanted = count
    while True:
        found = [Ranked(*each) for each in best(wanted)]
        is_open = set(OpenJob.objects.filter(job__in=[each.job for each in found]).values_list("job", flat=True))
        listed = [each for each in found if each.job in is_open]
        if len(listed) >= count or len(found) < wanted:
            return listed[:count]
        wanted *= 2
