"""Packed lists of the jobs that ask for each skill: written at once by `manage.py weigh_jobs`, read to order all open
jobs for one profile. NumPy is imported where it is needed, as most requests don't."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from django.db import transaction

from profiles.fit.formula import MOST_MONTHS, experience
from profiles.fit.models import MONTHS, JobPoint, PostingList, WeighedJob
from profiles.fit.packed import packed_lists

if TYPE_CHECKING:
    import numpy as np

JOB_BYTES, POINT_BYTES = "<i4", "<i2"
BATCH = 50  # lists a statement


@dataclass(frozen=True)
class Scores:
    """Of all jobs that the lists have. jobs: their keys, rising; scores: of FULL_SCORE, 0 where nothing of the profile
    is asked for."""

    jobs: "np.ndarray"
    scores: "np.ndarray"

    def without(self, jobs: Iterable[int]) -> None:
        """Leave these out."""
        import numpy as np

        wanted = np.fromiter(jobs, dtype=np.int64)
        places = np.searchsorted(self.jobs, wanted)
        is_there = places < len(self.jobs)
        places, wanted = places[is_there], wanted[is_there]
        self.scores[places[self.jobs[places] == wanted]] = 0

    def best(self, count: int) -> list[tuple[int, int]]:
        """Job and score, the best first; of equal ones the older job."""
        import numpy as np

        count = min(count, int(np.count_nonzero(self.scores)))
        if not count:
            return []
        least = np.partition(self.scores, len(self.scores) - count)[len(self.scores) - count]
        places = np.nonzero(self.scores >= least)[0]
        ordered = places[np.argsort(-self.scores[places], kind="stable")][:count]
        return list(zip(self.jobs[ordered].tolist(), self.scores[ordered].tolist(), strict=True))


Credits = Mapping[int, int]  # 1 to 100 by the skill's key
Lists = Mapping[int, Sequence[bytes | memoryview]]  # by the skill's key: jobs and points


def scores(credits: Credits, months: int) -> Scores | None:
    """None where there are no lists. One query, so that all lists are of one writing."""
    found = scores_of([credits], months)
    return found[0] if found else None


def scores_of(profiles: Sequence[Credits], months: int) -> list[Scores] | None:
    """The same for several at once, one at least: each of them by what it has more and less than the first. None where
    there are no lists. One query."""
    import numpy as np

    lists = {each.skill: each[1:] for each in packed_lists({MONTHS}.union(*profiles))}
    if MONTHS not in lists:
        return None
    keys, asked = lists.pop(MONTHS)
    jobs, first = np.frombuffer(keys, JOB_BYTES), profiles[0]
    by_asked = np.array([experience(months, each) for each in range(MOST_MONTHS + 1)], np.int32)
    of_months = by_asked[np.frombuffer(asked, POINT_BYTES)]
    so_far = _earned(np.zeros(len(jobs), np.int32), lists, first)
    found = (_earned(so_far, lists, _changes(first, each)) for each in profiles)
    return [Scores(jobs, np.where(earned > 0, earned + of_months, 0)) for earned in found]


def _earned(so_far: "np.ndarray", lists: Lists, changes: Mapping[int, int]) -> "np.ndarray":
    """changes: of the credits; without any, what there is so far."""
    import numpy as np

    if not changes:
        return so_far
    earned = so_far.copy()
    for skill in changes.keys() & lists.keys():
        places, points = lists[skill]
        more = np.frombuffer(points, POINT_BYTES).astype(np.int32) * changes[skill]
        earned[np.frombuffer(places, JOB_BYTES)] += more
    return earned


def _changes(first: Credits, other: Credits) -> dict[int, int]:
    by_skill = {skill: other.get(skill, 0) - first.get(skill, 0) for skill in first.keys() | other.keys()}
    return {skill: change for skill, change in by_skill.items() if change}


def write_posting_lists() -> int:
    """From all stored points; nobody else may change those meanwhile. Returns how many jobs there are."""
    import numpy as np

    months = list(JobPoint.objects.order_by("job_id", "months").values_list("job_id", "months").distinct())
    jobs = np.array([job for job, _ in months], JOB_BYTES)
    of_all = _packed(MONTHS, jobs, np.array([asked for _, asked in months], POINT_BYTES))
    lists = [of_all, *_lists(jobs)]
    with transaction.atomic():
        PostingList.objects.all().delete()
        PostingList.objects.bulk_create(lists, batch_size=BATCH)
        WeighedJob.objects.filter(digest="").delete()
        WeighedJob.objects.filter(is_listed=False).update(is_listed=True)
    return len(months)


def _lists(jobs: "np.ndarray") -> Iterator[PostingList]:
    import numpy as np

    ordered = JobPoint.objects.order_by("skill_id", "job_id").values_list("skill_id", "job_id", "points")
    for skill, rows in groupby(ordered.iterator(chunk_size=20_000), key=itemgetter(0)):
        table = np.array([row[1:] for row in rows], np.int64)
        yield _packed(skill, np.searchsorted(jobs, table[:, 0]), table[:, 1])


def _packed(skill: int, jobs: "np.ndarray", points: "np.ndarray") -> PostingList:
    return PostingList(skill=skill, jobs=jobs.astype(JOB_BYTES).tobytes(), points=points.astype(POINT_BYTES).tobytes())
