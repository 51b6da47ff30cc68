"""The points of open jobs, brought up to date: only what changed is written."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from jobs.models import Job, JobStatus
from profiles.fit.formula import FORMULA_VERSION, Target
from profiles.fit.models import MOST_UNLISTED, JobPoint, PostingList, WeighedJob
from profiles.fit.posting_lists import write_posting_lists
from profiles.fit.targets import Advert, Weights, named_by
from roles.models import Skill

BATCH = 1_000  # jobs
LOCK = 0  # no feed has this key

Targets = Mapping[int, Target | None]  # by the job's key
Progress = Callable[[Sequence[int]], Iterable[int]]


@dataclass
class Weighed:
    """How many jobs: looked at, changed, gone; listed: that the posting lists have, None where they stayed."""

    open: int = 0
    changed: int = 0
    gone: int = 0
    listed: int | None = None


def weigh(progress: Progress, lists_anew: bool = False) -> Weighed:
    """Nobody else may do so meanwhile. Safe to stop at any moment: what is done is done."""
    done, weights = Weighed(), Weights.read()
    skills = dict(Skill.objects.values_list("slug", "pk"))
    jobs = list(Job.objects.open().order_by("pk").values_list("pk", flat=True))
    for start in progress(range(0, len(jobs), BATCH)):
        keys = jobs[start : start + BATCH]
        with transaction.atomic():
            done.changed += _write(targets_of(keys, weights), skills)
        done.open += len(keys)
    done.gone = _forget()
    unlisted = WeighedJob.objects.filter(is_listed=False).count()
    if lists_anew or unlisted > MOST_UNLISTED or (unlisted and not PostingList.objects.exists()):
        done.listed = write_posting_lists()
    return done


def targets_of(jobs: Sequence[int], weights: Weights) -> dict[int, Target | None]:
    """Of those that are open still. Two queries."""
    rows = Job.objects.open().filter(pk__in=jobs).order_by("pk").values_list("pk", "title", "role", "years_min")
    adverts = {key: Advert(*advert) for key, *advert in rows}
    named = named_by(adverts)
    return {key: weights.target_of(advert, named.get(key, ())) for key, advert in adverts.items()}


def digest(target: Target | None) -> str:
    """Of all that is stored of it; nothing for nothing."""
    if target is None:
        return ""
    said = (FORMULA_VERSION, target.months, sorted(target.points.items()), sorted(target.completed))
    return hashlib.blake2b(repr(said).encode(), digest_size=16).hexdigest()


def _write(targets: Targets, skills: Mapping[str, int]) -> int:
    """skills: keys by slug. Returns how many were other than stored."""
    known = dict(WeighedJob.objects.filter(job__in=targets).values_list("job", "digest"))
    digests = {job: digest(target) for job, target in targets.items()}
    changed = {job: target for job, target in targets.items() if digests[job] != known.get(job, "")}
    if not changed:
        return 0
    JobPoint.objects.filter(job__in=changed).delete()
    JobPoint.objects.bulk_create(_points(changed, skills))
    WeighedJob.objects.bulk_create(
        [WeighedJob(job_id=job, digest=digests[job]) for job in changed],
        update_conflicts=True,
        unique_fields=["job"],
        update_fields=["digest", "is_listed"],
    )
    return len(changed)


def _points(targets: Targets, skills: Mapping[str, int]) -> Iterator[JobPoint]:
    for job, target in targets.items():
        for slug, points in target.points.items() if target else ():
            yield JobPoint(
                job_id=job,
                skill_id=skills[slug],
                points=points,
                months=target.months if target else 0,
                is_completed=target is not None and slug in target.completed,
            )


def _forget() -> int:
    """What is open no more keeps a row, without points, until the posting lists are written anew."""
    stored = WeighedJob.objects.exclude(digest="").exclude(job__status=JobStatus.OPEN)
    gone = list(stored.values_list("job", flat=True))
    for start in range(0, len(gone), BATCH):
        jobs = gone[start : start + BATCH]
        with transaction.atomic():
            JobPoint.objects.filter(job__in=jobs).delete()
            WeighedJob.objects.filter(job__in=jobs).update(digest="", is_listed=False)
    return len(gone)
