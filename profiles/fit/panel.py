"""Everything that a page says of how a profile fits a role or a job."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from jobs.models import Job, JobPlace, Mode
from profiles.facts import ProfileFacts
from profiles.fit.blockers import blockers
from profiles.fit.breakdown import breakdown
from profiles.fit.demands import Demands, licences, notice, plain
from profiles.fit.formula import FORMULA_VERSION
from profiles.fit.having import Have, Wishes, have
from profiles.fit.rows import Table, table
from profiles.fit.targets import Links, Wanted, links_of, wanted_by_job, wanted_by_role
from profiles.fit.wording import ADVICE, blocker_sentence
from roles.models import LocationKind, Role


class Place(NamedTuple):
    """A place of a job."""

    slug: str
    name: str
    kind: str


@dataclass(frozen=True)
class Panel:
    """blockers: a sentence each."""

    table: Table
    blockers: tuple[str, ...]
    completed: int  # skills that the advert doesn't name
    advice: str = ADVICE
    version: int = FORMULA_VERSION


def panel(facts: ProfileFacts, of: Role | Job, wishes: Wishes | None = None) -> Panel | None:
    """None where nothing is known of what the target asks for. Six queries at most; reads a job's own columns."""
    wanted = wanted_by(of)
    if wanted is None:
        return None
    links = links_of(wanted.target.points)
    return panel_of(have(facts, links.near, links.parts, wishes), links, wanted, of)


def wanted_by(of: Role | Job) -> Wanted | None:
    """Four queries at most."""
    return wanted_by_job(of) if isinstance(of, Job) else wanted_by_role(of)


def panel_of(has: Have, links: Links, wanted: Wanted, of: Role | Job) -> Panel:
    """links: those of the target's skills, or more. One query for a job, none for a role."""
    found = breakdown(wanted.target, has)
    demands = demands_of(of) if isinstance(of, Job) else Demands(months=wanted.target.months)
    return Panel(
        table(found, wanted.names, links.names),
        tuple(blocker_sentence(each) for each in blockers(demands, has)),
        len(wanted.target.completed),
    )


def demands_of(job: Job) -> Demands:
    """One query."""
    return demands_of_all([job])[job.pk]


def demands_of_all(jobs: Collection[Job]) -> dict[int, Demands]:
    """By the job's key. One query; reads the jobs' own columns."""
    columns = ("job", "location__slug", "location__name", "location__kind")
    found: dict[int, list[Place]] = {}
    for job, *place in JobPlace.objects.filter(job__in=[each.pk for each in jobs]).values_list(*columns):
        found.setdefault(job, []).append(Place(*place))
    return {job.pk: _demands(job, found.get(job.pk, ())) for job in jobs}


def _demands(job: Job, places: Collection[Place]) -> Demands:
    """No place blocks where one of them is none to go to, or all of India."""
    is_anywhere = job.mode == Mode.REMOTE or any(place.kind != LocationKind.CITY for place in places)
    text = plain(job.description)
    named = {} if is_anywhere else {place.slug: place.name for place in places}
    return Demands(named, 12 * (job.years_min or 0), notice(text), licences(text))
