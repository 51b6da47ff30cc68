"""python -m bench.jobs: how long the list of openings takes for every three filters, on each database.

Times are of CPU, the site's and its database's together: what a page takes where nothing else runs. The clock's stand
beside them. Postings are those of the file that JOBS_CSV names (gzipped), else made up. --large: a million made up
ones, on PostgreSQL. --quick: SQLite alone, and fewer requests. SLOW=100 names each page that takes more ms than that.
"""

import argparse
import io
import itertools
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from bench.django import start
from bench.load import percentile
from bench.processes import ROOT
from tests.with_postgres import throw_away_server

COUNT, LARGE = 30_000, 1_000_000  # openings
BASE = 25_000  # made up ones; the others are copies
WANTED = {("sqlite", COUNT): 120, ("postgres", COUNT): 60, ("postgres", LARGE): 150}  # ms that 95 of 100 pages take
SEED = 2026
EACH, QUICK = 6, 2  # requests for each combination
FILTERS = ("q", "role", "skill", "city", "mode", "years", "employment", "pay", "days")
VALUES = {
    "q": ("sales", "python", "developer", "data analyst", "marketing executive", "manager", "teacher", "c++"),
    "mode": ("remote", "hybrid", "office"),
    "years": ("0", "1", "3", "7"),
    "employment": ("full_time", "internship", "contract"),
    "pay": ("3", "5", "12"),
    "days": ("1", "3", "7", "30"),
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.jobs", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="on SQLite alone, fewer requests")
    parser.add_argument("--database", choices=("sqlite", "postgres"), help="only this one")
    parser.add_argument("--large", action="store_true", help=f"{LARGE:,} openings on PostgreSQL")
    asked = parser.parse_args()
    plan = [("postgres", LARGE)] if asked.large else [("sqlite", COUNT), ("postgres", COUNT)]
    plan = [step for step in plan if step[0] == (asked.database or ("sqlite" if asked.quick else step[0]))]
    return max(_in_a_process(name, count, QUICK if asked.quick else EACH) for name, count in plan)


def _in_a_process(name: str, count: int, each: int) -> int:
    """0 when the target was reached."""
    with tempfile.TemporaryDirectory(prefix="onjob-bench-") as folder, database(name, Path(folder)) as url:
        # One process answers a query, so that its CPU can be read.
        alone = {"PGOPTIONS": "-c max_parallel_workers_per_gather=0"}
        environment = {**os.environ, **alone, "DATABASE_URL": url, "DEBUG": "False"}
        script = f"from bench.jobs import measured; measured({name!r}, {count}, {each})"
        return subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment).returncode


@contextmanager
def database(name: str, folder: Path) -> Iterator[str]:
    if name == "sqlite":
        yield f"sqlite:///{folder / 'db.sqlite3'}"
    else:
        with throw_away_server() as address:
            yield address


def measured(name: str, count: int, each: int) -> None:
    """In the process of one database. Exits with 1 when the target was missed."""
    start()
    from django.core.management import call_command

    from bench import openings

    call_command("migrate", verbosity=0)
    call_command("load_catalogue", stdout=io.StringIO())
    began, path = time.monotonic(), os.environ.get("JOBS_CSV", "")
    is_real = path and count == COUNT
    made = openings.fill(openings.read(path) if is_real else openings.made_up(BASE if count == LARGE else count))
    if count == LARGE:
        made = openings.multiply(LARGE // BASE)
    took = time.monotonic() - began
    print(f"{name}: {made:,} {'real' if is_real else 'made up'} openings in {took:.0f} s", flush=True)
    p95 = _report(_times(_searches(each)))
    wanted = WANTED[name, count]
    print(f"{name}, {made:,} openings: p95 {p95:.0f} ms, wanted ≤ {wanted} ms: {'met' if p95 <= wanted else 'MISSED'}")
    sys.exit(p95 > wanted)


def _searches(each: int) -> Iterator[tuple[str, str]]:
    """What is combined, and an address; each combination of three filters so many times, with other values."""
    from roles.models import Location, Role, Skill

    slugs = {
        "role": list(Role.objects.published().values_list("slug", flat=True)),
        "skill": [skill.slug for skill in sorted(Skill.objects.all(), key=lambda one: -one.job_rows.count())[:60]],
        "city": list(Location.objects.filter(kind="city").values_list("slug", flat=True)),
    }
    chance = random.Random(SEED)  # noqa: S311 nothing secret
    combinations = [(), *itertools.combinations(FILTERS, 1), *itertools.combinations(FILTERS, 3)]
    for names, _ in itertools.product(combinations, range(each)):
        values: dict[str, Sequence[str]] = {**VALUES, **slugs}
        search = [(name, chance.choice(values[name])) for name in names]
        search += [("sort", "pay")] if chance.random() < 0.3 else []
        yield " + ".join(names) or "all", f"/jobs/?{urlencode(search)}" if search else "/jobs/?sort=pay"


@dataclass(frozen=True)
class Times:
    """ms: of CPU, and by the clock."""

    cpu: float
    clock: float


def _times(searches: Iterator[tuple[str, str]]) -> dict[str, list[Times]]:
    """Of each combination. Each page is built anew by this process, in an order without a pattern."""
    from django.test import Client

    client, times = Client(headers={"host": "localhost"}), {}
    asked = list(searches)
    for _, address in asked[:20]:
        client.get(address)  # so that templates are read
    random.Random(SEED).shuffle(asked)  # noqa: S311
    slow = float(os.environ.get("SLOW", "inf"))  # ms from where a page is named
    for names, address in asked:
        began, cpu = time.perf_counter(), cpu_so_far()
        response = client.get(address)
        took = Times(cpu_so_far() - cpu, 1_000 * (time.perf_counter() - began))
        times.setdefault(names, []).append(took)
        if response.status_code != 200:
            raise RuntimeError(f"{address}: {response.status_code}")
        if took.cpu > slow:
            print(f"{took.cpu:.0f} ms {address}")
    return times


def cpu_so_far() -> float:
    """ms of CPU so far: of this process, and of the one that answers it on PostgreSQL."""
    from django.db import connection

    own = 1_000 * time.process_time()
    if connection.vendor != "postgresql" or connection.connection is None:
        return own
    number = connection.connection.info.backend_pid
    return own + int(Path(f"/proc/{number}/schedstat").read_text().split()[0]) / 1e6


def _report(times: dict[str, list[Times]]) -> float:
    """The p95 of all with three filters, by CPU."""
    print("  p50 and p95 in ms of CPU, then by the clock")
    for names, found in sorted(times.items(), key=lambda item: -_percentile(item[1], 95)):
        print(_line(names, found))
    three = [each for names, found in times.items() if names.count("+") == 2 for each in found]
    print(_line("any three filters", three))
    return _percentile(three, 95)


def _percentile(found: Iterable[Times], per_cent: int) -> float:
    return percentile([each.cpu for each in found], per_cent)


def _line(names: str, found: Sequence[Times]) -> str:
    cpu, clock = [each.cpu for each in found], [each.clock for each in found]
    figures = (percentile(values, per_cent) for values in (cpu, clock) for per_cent in (50, 95))
    return f"  {' '.join(f'{figure:6.1f}' for figure in figures)}  {names}"


if __name__ == "__main__":
    sys.exit(main())
