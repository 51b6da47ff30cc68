"""An opening's places and skills."""

from collections.abc import Iterable, Sequence

from django.db.models import Model

from jobs.models import Job, JobPlace, JobSkill
from jobs.sync.understood import Found, Understood
from roles.models import Location, Skill

Said = tuple[Job, Understood]
LONGEST_WORDS = 120


class Related:
    def __init__(self) -> None:
        """Two queries: the keys of all places and skills."""
        self.places = dict(Location.objects.values_list("slug", "pk"))
        self.skills = dict(Skill.objects.values_list("slug", "pk"))

    def add(self, openings: Sequence[Said]) -> None:
        """One statement a table."""
        JobPlace.objects.bulk_create(self._places(openings))
        JobSkill.objects.bulk_create(self._skills(openings))

    def replace(self, openings: Sequence[Said]) -> None:
        """Rows that stay as they are aren't touched, so that nothing seems changed."""
        jobs = [job.pk for job, _ in openings]
        _replace(JobPlace, "location_id", jobs, self._places(openings))
        _replace(JobSkill, "skill_id", jobs, self._skills(openings))

    def _places(self, openings: Sequence[Said]) -> list[JobPlace]:
        return [
            JobPlace(job=job, location_id=key, words=words)
            for job, said in openings
            for key, words in _keys(said.places, self.places).items()
        ]

    def _skills(self, openings: Sequence[Said]) -> list[JobSkill]:
        return [
            JobSkill(job=job, skill_id=key, words=words)
            for job, said in openings
            for key, words in _keys(said.skills, self.skills).items()
        ]


def _keys(found: Iterable[Found], keys: dict[str, int]) -> dict[int, str]:
    """Each row once, in order, with its first words; what was deleted meanwhile is left out."""
    once: dict[int, str] = {}
    for each in found:
        if each.slug in keys:
            once.setdefault(keys[each.slug], each.words[:LONGEST_WORDS])
    return once


def _replace(model: type[Model], of: str, jobs: list[int], wanted: list) -> None:
    rows = {(getattr(row, of), row.job_id): row for row in wanted}
    there = {
        (key, job): (pk, words)
        for pk, key, job, words in model._default_manager.filter(job__in=jobs).values_list("pk", of, "job_id", "words")
    }
    stale = [pk for key, (pk, words) in there.items() if key not in rows or rows[key].words != words]
    new = [row for key, row in rows.items() if key not in there or there[key][1] != row.words]
    model._default_manager.filter(pk__in=stale).delete()
    model._default_manager.bulk_create(new)
