"""python -m bench: measures and writes docs/benchmarks.md, in ten minutes. --quick: 120 roles on SQLite, in two."""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from bench import report
from bench.measure import Effort, measure, memory
from bench.processes import ROOT
from bench.targets import DISTINCT, Measured
from tests.with_postgres import throw_away_server

SIZES = (120, 5_000)
QUICK = Effort(rounds=2, seconds=1, cpu_rounds=3, pages=30, waited=200, memory_seconds=5)
FULL = Effort(rounds=3, seconds=2, cpu_rounds=9, pages=60, waited=1_000, memory_seconds=60)
NEEDED = {"wrk": "wrk", "nginx": "nginx-light"}  # program: Debian's package

PLANNING = "-c random_page_cost=1.1"  # as deploy/postgresql.conf has it: what a plan costs on an SSD


def main() -> int:
    asked = _arguments()
    if missing := [package for program, package in NEEDED.items() if not shutil.which(program)]:
        sys.exit(f"The bench needs {' and '.join(missing)}: apt-get install {' '.join(missing)}")
    began, runs = time.monotonic(), []
    with tempfile.TemporaryDirectory(prefix="onjob-bench-") as folder:
        for name, sizes in _plan(asked):
            for roles in sizes:
                runs.append(_run(name, roles, Path(folder) / f"{name}-{roles}", asked))
    took = time.monotonic() - began
    print(report.summary(runs))
    if asked.write:
        report.PAGE.write_text(report.markdown(runs, took), encoding="utf-8")
        print(f"Written: {report.PAGE.relative_to(ROOT)}")
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="120 roles on SQLite, fewer requests")
    parser.add_argument("--database", choices=("sqlite", "postgres"), help="only this one")
    parser.add_argument("--roles", type=int, nargs="+", help=f"sizes of the catalogue instead of {SIZES}")
    parser.add_argument("--no-write", dest="write", action="store_false", help="leave docs/benchmarks.md alone")
    asked = parser.parse_args()
    asked.write = asked.write and not (asked.quick or asked.database or asked.roles)
    asked.effort = QUICK if asked.quick else FULL
    return asked


def _plan(asked: argparse.Namespace) -> list[tuple[str, tuple[int, ...]]]:
    """Databases and sizes."""
    if asked.quick:
        return [("sqlite", tuple(asked.roles or (120,)))]
    names = [asked.database] if asked.database else ["sqlite", "postgres"]
    return [(name, tuple(asked.roles or SIZES)) for name in names]


def _run(name: str, roles: int, folder: Path, asked: argparse.Namespace) -> Measured:
    folder.mkdir()
    with ExitStack() as stack:
        url = stack.enter_context(_database(name, folder))
        print(f"{name}, {roles:,} roles: making them …", flush=True)
        _python(url, "-m", "bench.prepare", str(roles))
        slugs = _slugs()
        print(f"{name}, {roles:,} roles: measuring …", flush=True)
        measured = measure(name, url, roles, slugs, folder, asked.effort)
        if asked.quick or (name, roles) == ("sqlite", max(SIZES)):  # it takes minutes, and 120 roles need no more
            distinct = 500 if asked.quick else DISTINCT
            measured = replace(measured, memory=memory(url, slugs, folder, asked.effort, distinct))
        return measured


@contextmanager
def _database(name: str, folder: Path) -> Iterator[str]:
    """The address of an empty one."""
    if name == "sqlite":
        yield f"sqlite:///{folder / 'db.sqlite3'}"
    else:
        os.environ["PGOPTIONS"] = PLANNING
        with throw_away_server() as address:
            yield address


def _python(url: str, *arguments: str) -> None:
    environment = {**os.environ, "DATABASE_URL": url, "DEBUG": "False"}
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True)


def _slugs() -> list[str]:
    """Of the real roles."""
    rows = json.loads((ROOT / "fixtures/30_roles.json").read_text(encoding="utf-8"))
    return [row["fields"]["slug"] for row in rows]


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what it started is ended then too
    sys.exit(main())
