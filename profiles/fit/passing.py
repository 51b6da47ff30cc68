"""How many open jobs fit well enough, for a profile as it is and as it could be. The posting lists and the SQL come to
the same."""

from collections.abc import Collection, Iterable, Sequence

from jobs.models import OpenJob
from profiles.fit.formula import SHOWN, Target, score
from profiles.fit.having import Have
from profiles.fit.models import MOST_UNLISTED, WeighedJob
from profiles.fit.posting_lists import Scores, scores_of
from profiles.fit.ranking import all_keyed, count_by_sql
from profiles.fit.targets import wanted_by_jobs

PASS = 70  # of 100: from here on it is worth an application, we say; a convention, as the bands are
LEAST = PASS * SHOWN


def passing(haves: Sequence[Have]) -> list[int]:
    """Of each of these how many open jobs fit PASS or more. All of one person: their months are the same. Four queries;
    one more where jobs changed since the posting lists were written, or one for each where there are no lists."""
    credits, months = all_keyed(haves), haves[0].counted_months
    unlisted = list(WeighedJob.objects.filter(is_listed=False).values_list("job", flat=True)[: MOST_UNLISTED + 1])
    found = scores_of(credits, months) if len(unlisted) <= MOST_UNLISTED else None
    if found is None:
        return [count_by_sql(each, months, LEAST) for each in credits]
    counts = _listed(found, unlisted)
    newer = _newer(unlisted)
    return [count + _passing(newer, have) for count, have in zip(counts, haves, strict=True)]


def _listed(found: Sequence[Scores], unlisted: Collection[int]) -> list[int]:
    """Of those that the lists have as they are now, and that are open. One query."""
    import numpy as np

    keys = OpenJob.objects.exclude(job__in=unlisted) if unlisted else OpenJob.objects.all()
    is_open = np.fromiter(keys.values_list("job", flat=True).iterator(chunk_size=20_000), np.int64)
    counted = np.isin(found[0].jobs, is_open)
    return [int(np.count_nonzero((each.scores >= LEAST) & counted)) for each in found]


def _newer(unlisted: Collection[int]) -> list[Target]:
    """What those of these ask for that are open. One query, none for no job."""
    if not unlisted:
        return []
    is_open = OpenJob.objects.filter(job__in=unlisted).values("job")
    return [wanted.target for wanted in wanted_by_jobs(is_open).values()]


def _passing(targets: Iterable[Target], have: Have) -> int:
    return sum(score(target, have.credits, have.counted_months) >= LEAST for target in targets)
