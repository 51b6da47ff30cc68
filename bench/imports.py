"""python -m bench.imports: how long a feed of 30,000 openings takes to be taken in, and again when nothing changed.

On each database, in a process of its own: seconds by the clock, and the most memory that the process held. Postings are
those of the file that JOBS_CSV names (gzipped), which have no descriptions, else made up ones. --quick: 3,000, on
SQLite alone. --long: each with a description of some 700 characters, that of its role.
"""

import argparse
import csv
import gzip
import io
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.django import start
from bench.jobs import database
from bench.processes import ROOT

COUNT, QUICK = 30_000, 3_000  # openings
HEADINGS = ("id", "url", "title", "company", "location", "mode", "experience", "pay", "skills", "date", "description")
WANTED = {"first": 60, "again": 10}  # seconds, for COUNT openings on PostgreSQL
MEMORY_MB = 300


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} openings on SQLite alone")
    parser.add_argument("--long", action="store_true", help="with descriptions")
    parser.add_argument("--database", choices=("sqlite", "postgres"), help="only this one")
    asked = parser.parse_args()
    plan = [("sqlite", QUICK)] if asked.quick else [("sqlite", COUNT), ("postgres", COUNT)]
    plan = [step for step in plan if step[0] == (asked.database or step[0])]
    return max(_in_a_process(name, count, asked.long) for name, count in plan)


def _in_a_process(name: str, count: int, is_long: bool) -> int:
    """0 when all was reached."""
    with tempfile.TemporaryDirectory(prefix="onjob-bench-") as folder, database(name, Path(folder)) as url:
        file = Path(folder) / "openings.csv"
        for step in (f"made({str(file)!r}, {count}, {is_long})", f"measured({name!r}, {str(file)!r}, {count})"):
            script = f"from bench.imports import made, measured; {step}"
            environment = {**os.environ, "DATABASE_URL": url, "DEBUG": "False"}
            if code := subprocess.run([sys.executable, "-c", script], cwd=ROOT, env=environment).returncode:
                return code
    return 0


def made(file: str, count: int, is_long: bool = False) -> None:
    """The database with its catalogue, and the openings as an employer's file has them."""
    start()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_catalogue", stdout=io.StringIO())
    with Path(file).open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(HEADINGS)
        rows.writerows(_rows(count, is_long))


def _rows(count: int, is_long: bool) -> Iterator[list[str]]:
    from bench import openings
    from roles.models import Role

    texts = Role.objects.values_list("slug", "summary", "overview")
    words = {slug: f"{summary}\n{overview}" for slug, summary, overview in texts if is_long}
    path = os.environ.get("JOBS_CSV", "")
    if path:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for number, row in zip(range(count), csv.DictReader(file), strict=False):
                yield _row(
                    number,
                    *(row["title"], row["company"], row["location"], row["work_mode"], row["experience_min_years"]),
                    *(row["salary_text"], row["skills"], row["posted_on"], words.get(row["role_slug"], "")),
                )
        return
    for number, each in enumerate(openings.made_up(count)):
        pay = f"₹{each.pay[0]:,} - {each.pay[1]:,} a year" if each.pay else ""
        yield _row(
            number,
            *(each.title, each.company, "; ".join(each.places), each.mode, f"{each.years}+ years", pay),
            *("; ".join(each.skills).replace("-", " "), "2026-11-20", words.get(each.role, "")),
        )


def _row(number: int, *said: str) -> list[str]:
    return [str(number), f"https://jobs.example/{number}", *said]


def measured(name: str, file: str, count: int) -> None:
    """In the process of one database. Exits with 1 when a target was missed."""
    start()
    from django.utils import timezone

    from jobs.feeds.fetching import Fetched, Validators
    from jobs.feeds.posting import Document
    from jobs.models import Job, JobFeed
    from jobs.sync.running import Tools, run
    from jobs.sync.understanding import understanding

    understand, edition = understanding()

    def fetch(address: str, validators: Validators, most_bytes: int) -> Fetched:
        return Fetched(Document(address, Path(file).read_bytes()), validators, 1)

    tools = Tools(fetch, understand, edition, lambda entries, _: entries)
    feed = JobFeed.objects.create(name="All", kind="csv", account="https://jobs.example/all.csv")
    missed = False
    for what, limit in WANTED.items():
        began = time.monotonic()
        record = run(feed, tools, timezone.now())
        took, memory = time.monotonic() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        missed |= took > limit or memory > MEMORY_MB
        print(
            f"{name}, {what}: {record.new:,} new, {record.changed:,} changed, {record.same:,} as they were, "
            f"{record.refused:,} refused, {record.held:,} held; {took:.1f} s, wanted ≤ {limit} s for {COUNT:,}; "
            f"{memory:.0f} MB, wanted ≤ {MEMORY_MB} MB; {Job.objects.filter(role=None).count():,} without a role",
            flush=True,
        )
    sys.exit(missed)


if __name__ == "__main__":
    sys.exit(main())
