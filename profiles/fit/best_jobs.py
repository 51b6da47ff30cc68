"""The list of jobs in the order in which they fit: what `/jobs/` finds otherwise by date or pay."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from jobs.listing.finding import MOST, Found, matching
from jobs.listing.page import Finding
from jobs.listing.rows import Row
from jobs.listing.wanted import Wanted
from jobs.models import Job, OpenJob
from jobs.models.open_jobs import OpenJobQuerySet
from profiles.fit.bands import Band, band
from profiles.fit.blockers import blockers
from profiles.fit.formula import score, shown
from profiles.fit.having import Have
from profiles.fit.matrix import MOST_MISSING, missing
from profiles.fit.panel import demands_of_all
from profiles.fit.ranking import Keyed, Ranked, keyed, rank, rank_by_sql
from profiles.fit.targets import wanted_by_jobs
from profiles.fit.wording import blocker_sentence


@dataclass(frozen=True, slots=True)
class FittingRow:
    """An opening of the list. score: of 100; missing: names of what lacks most points, the most first; blockers: a
    sentence each."""

    job: Row
    score: int
    band: Band
    missing: tuple[str, ...]
    blockers: tuple[str, ...]


def finding(has: Have) -> Finding:
    """What finds the openings that ask for something of this, the best fit first, of equal ones the older. Two to seven
    queries."""
    credits, months = keyed(has), has.counted_months

    def find(wanted: Wanted, today: datetime.date) -> Found:
        if wanted == Wanted():
            return _found(rank(credits, months, MOST + 1))
        found = _found(_ranked(credits, months, matching(wanted, today)))
        if found.keys or not wanted.words:
            return found
        like = matching(replace(wanted, words=""), today).titled_like(wanted.words)
        return replace(_found(_ranked(credits, months, like)), is_like=True) if not like.query.is_empty() else found

    return find


def _ranked(credits: Keyed, months: int, among: OpenJobQuerySet) -> list[Ranked]:
    return [] if among.query.is_empty() else rank_by_sql(credits, months, MOST + 1, among)


def _found(ranked: Collection[Ranked]) -> Found:
    """One query."""
    keys = [each.job for each in ranked][:MOST]
    marks = dict(OpenJob.objects.filter(job__in=keys).values_list("job_id", "marks"))
    kept = tuple(key for key in keys if key in marks)
    return Found(kept, tuple(marks[key] for key in kept), has_more=len(ranked) > MOST)


def fitting_rows(rows: Iterable[Row], has: Have) -> list[FittingRow]:
    """What to say of each beside what the list says anyhow. Three queries."""
    rows = list(rows)
    keys = [row.key for row in rows]
    jobs = Job.objects.filter(pk__in=keys).only("pk", "mode", "years_min", "description")
    demands, wanted, credits = demands_of_all(list(jobs)), wanted_by_jobs(keys), has.credits
    found = []
    for row in rows:
        if row.key not in wanted or row.key not in demands:
            continue  # gone meanwhile
        target, names = wanted[row.key].target, wanted[row.key].names
        points = score(target, credits, has.counted_months)
        lacking = tuple(names[slug] for slug in missing(target, credits)[:MOST_MISSING])
        sentences = tuple(blocker_sentence(each) for each in blockers(demands[row.key], has))
        found.append(FittingRow(row, shown(points), band(points), lacking, sentences))
    return found
