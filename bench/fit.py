"""python -m bench.fit: how long it takes to put 100,000 open jobs of ten skills each in the order of a profile.

By the posting lists and by the database alone, on each database; both must come to the same jobs and scores. And how
long the ladder of five skills takes: how many open jobs pass with each. Times are of CPU, the site's and its
database's together; the clock's stand beside them. --quick: 20,000 jobs, on SQLite alone.
"""

import argparse
import io
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from bench.django import start
from bench.jobs import cpu_so_far, database
from bench.prepare import settle
from bench.processes import ROOT

if TYPE_CHECKING:
    from profiles.fit.having import Have

COUNT, QUICK = 100_000, 20_000  # jobs
SKILLS = 10  # that each asks for
ROUNDS = 31
LISTS, SQL, LADDER = "posting lists", "SQL", "what if, 5"
WANTED = {LISTS: 10, SQL: 150, LADDER: 100}  # ms of CPU, median, for COUNT jobs and what a profile usually has
USUAL, MANY = "usual profile", "30 commonest skills"
SEED = 2026
STEPS = 5  # of a ladder


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.fit", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} jobs on SQLite alone")
    parser.add_argument("--database", choices=("sqlite", "postgres"), help="only this one")
    asked = parser.parse_args()
    names = [asked.database] if asked.database else ["sqlite"] if asked.quick else ["sqlite", "postgres"]
    return max(_in_a_process(name, QUICK if asked.quick else COUNT) for name in names)


def _in_a_process(name: str, count: int) -> int:
    """0 when all was reached."""
    with tempfile.TemporaryDirectory(prefix="onjob-bench-") as folder, database(name, Path(folder)) as url:
        # One process answers a query, so that its CPU can be read.
        alone = {"PGOPTIONS": "-c max_parallel_workers_per_gather=0"}
        environment = {**os.environ, **alone, "DATABASE_URL": url, "DEBUG": "False"}
        script = f"from bench.fit import measured; measured({name!r}, {count})"
        return subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment).returncode


def measured(name: str, count: int) -> None:
    """In the process of one database. Exits with 1 when a target was missed."""
    start()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_catalogue", stdout=io.StringIO())
    began = time.monotonic()
    _fill(count)
    print(f"{name}: {count:,} openings of {SKILLS} skills in {time.monotonic() - began:.0f} s", flush=True)
    for _ in range(2):  # the second time nothing changed
        call_command("weigh_jobs")
    settle()
    missed = False
    print(f"  {'profile':<22}{'credits':>8}  {'by':<14}{'CPU, ms':>9}{'clock':>8}  wanted")
    for profile, has in _profiles().items():
        missed |= _report(profile, has)
    sys.exit(missed)


def _fill(count: int) -> None:
    """Jobs whose skills are as uneven as in Zipf's law."""
    from bench import openings
    from roles.models import Skill, SkillCategory

    chance = random.Random(SEED)  # noqa: S311 nothing secret
    slugs = list(Skill.objects.exclude(category=SkillCategory.SOFT).order_by("slug").values_list("slug", flat=True))
    chance.shuffle(slugs)

    def asked() -> list[str]:
        found: dict[str, None] = {}
        while len(found) < SKILLS:
            found[slugs[min(len(slugs) - 1, int(len(slugs) ** chance.random()) - 1)]] = None
        return list(found)

    openings.fill(replace(each, skills=asked()) for each in openings.made_up(count))


def _profiles() -> "dict[str, Have]":
    from django.db.models import Count

    from profiles.facts import ProfileFacts, SkillFact
    from profiles.fit.having import have
    from profiles.fit.targets import links_of
    from roles.models import RoleSkill, Skill

    commonest = list(
        Skill.objects.annotate(uses=Count("job_rows")).order_by("-uses", "slug").values_list("slug", flat=True)[:30]
    )
    of_a_role = list(RoleSkill.objects.filter(role__slug="data-scientist").values_list("skill__slug", flat=True))
    owned = {USUAL: [*of_a_role[:13], *commonest[:6]], MANY: commonest}
    found = {}
    for profile, slugs in owned.items():
        links = links_of(slugs)
        facts = ProfileFacts(skills=tuple(SkillFact(slug, slug) for slug in slugs))
        found[profile] = have(facts, links.near, links.parts)
    return found


def _report(profile: str, has: "Have") -> bool:
    """Whether a target was missed."""
    from profiles.fit.passing import passing
    from profiles.fit.ranking import keyed, rank, rank_by_sql

    credits, missed, found = keyed(has), False, {}
    more = [has, *(has.with_skill(slug) for slug in _lacking(has))]
    ways = {LISTS: lambda: rank(credits, 40), SQL: lambda: rank_by_sql(credits, 40), LADDER: lambda: passing(more)}
    for way, act in ways.items():
        found[way] = act()
        cpu, clock = (statistics.median(each) for each in zip(*_times(act), strict=True))
        wanted = WANTED[way] if profile == USUAL else 0
        verdict = f"≤ {wanted}: {'met' if cpu <= wanted else 'MISSED'}" if wanted else "–"
        missed |= bool(wanted) and cpu > wanted
        print(f"  {profile:<22}{len(credits):>8}  {way:<14}{cpu:>9.1f}{clock:>8.1f}  {verdict}", flush=True)
    if found[LISTS] != found[SQL]:
        raise RuntimeError(f"{profile}: the two ways disagree.")
    return missed


def _lacking(has: "Have") -> list[str]:
    """The five commonest skills that aren't there in full."""
    from django.db.models import Count

    from roles.models import Skill

    commonest = Skill.objects.annotate(uses=Count("job_rows")).order_by("-uses", "slug").values_list("slug", flat=True)
    return [slug for slug in commonest[:100] if has.own.get(slug, 0) < 100][:STEPS]


def _times(act: Callable[[], object]) -> Iterator[tuple[float, float]]:
    """ms of CPU and of the clock, of each round."""
    act()
    for _ in range(ROUNDS):
        began, cpu = time.perf_counter(), cpu_so_far()
        act()
        yield cpu_so_far() - cpu, 1_000 * (time.perf_counter() - began)


if __name__ == "__main__":
    sys.exit(main())
