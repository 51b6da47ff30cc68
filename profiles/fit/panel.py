"""Everything that a page says of how a profile fits a role or a job."""

from dataclasses import dataclass

from jobs.models import Job, Mode
from profiles.facts import ProfileFacts
from profiles.fit.blockers import blockers
from profiles.fit.breakdown import breakdown
from profiles.fit.demands import Demands, licences, notice, plain
from profiles.fit.formula import FORMULA_VERSION
from profiles.fit.having import Wishes, have
from profiles.fit.rows import Table, table
from profiles.fit.targets import links_of, wanted_by_job, wanted_by_role
from profiles.fit.wording import ADVICE, blocker_sentence, score_sentence
from roles.models import LocationKind, Role


@dataclass(frozen=True)
class Panel:
    """sentence: the score in words; blockers: a sentence each."""

    sentence: str
    table: Table
    blockers: tuple[str, ...]
    completed: int  # skills that the advert doesn't name
    advice: str = ADVICE
    version: int = FORMULA_VERSION


def panel(facts: ProfileFacts, of: Role | Job, wishes: Wishes | None = None) -> Panel | None:
    """None where nothing is known of what the target asks for. Six queries at most; reads a job's own columns."""
    wanted = wanted_by_job(of) if isinstance(of, Job) else wanted_by_role(of)
    if wanted is None:
        return None
    links = links_of(wanted.target.points)
    has = have(facts, links.near, links.parts, wishes)
    found = breakdown(wanted.target, has)
    demands = demands_of(of) if isinstance(of, Job) else Demands(months=wanted.target.months)
    return Panel(
        score_sentence(found.score, "this job" if isinstance(of, Job) else f"the work of {of.article} {of.name}"),
        table(found, wanted.names, links.names),
        tuple(blocker_sentence(each) for each in blockers(demands, has)),
        len(wanted.target.completed),
    )


def demands_of(job: Job) -> Demands:
    """One query."""
    places = {} if job.mode == Mode.REMOTE else _places(job)
    text = plain(job.description)
    return Demands(places, 12 * (job.years_min or 0), notice(text), licences(text))


def _places(job: Job) -> dict[str, str]:
    """Names by slug; none where one of them is no place to go to, or all of India."""
    rows = job.place_rows.values_list("location__slug", "location__name", "location__kind")
    found = list(rows)
    everywhere = any(kind != LocationKind.CITY for _, _, kind in found)
    return {} if everywhere else {slug: name for slug, name, _ in found}
