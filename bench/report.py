"""The measurements as a table on the terminal and as docs/benchmarks.md."""

import datetime
import os
import platform
import sqlite3
import subprocess
import sysconfig
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

from bench.targets import Measured, Target, all_targets

PAGE = Path(__file__).resolve().parent.parent / "docs/benchmarks.md"
HEAD = """# What was measured

Written by `make bench`; each figure is a ratio of two things measured in turns in one run on one machine, so that they
say something of other machines too. One granian worker, one thread. The catalogue of 5,000 roles is made of the real
one of 120 (`bench/catalogue.py`): popular skills stay popular, which is the worst case.

- **replay floor**: the page's own SQL run by plain sqlite3, every value escaped, as many bytes out: what any program
  has to do that reads the same rows. A page that asks for less lowers its own floor, so the milliseconds say more than
  the ratio. PostgreSQL's own floor is another, as it runs the queries in another process, whose CPU isn't counted
- **constant view**: a Django view that returns as many bytes each time, behind the middleware of a new project
- **a file**: nginx serving the same bytes from a file, with the same headers and log

"""


def machine() -> list[str]:
    built = "with" if "--enable-optimizations" in (sysconfig.get_config_var("CONFIG_ARGS") or "") else "without"
    models = [line.partition(":")[2].strip() for line in _text("/proc/cpuinfo").splitlines() if "model name" in line]
    model = models[0] if models else platform.machine()
    busy = ", ".join(f"{load:.1f}" for load in os.getloadavg())
    return [
        f"{datetime.datetime.now(datetime.UTC):%d %B %Y, %H:%M} UTC",
        f"{os.cpu_count()} cores of {model}, Linux {platform.release()}; load at the end {busy}",
        f"Python {platform.python_version()} built {built} its own optimisations, Django {version('django')}, "
        f"granian {version('granian')}, SQLite {sqlite3.sqlite_version}, {_said('nginx', '-v')}, {_said('wrk', '-v')}",
    ]


def _text(path: str) -> str:
    return Path(path).read_text(encoding="utf-8") if Path(path).exists() else ""


def _said(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    first = (done.stdout + done.stderr).strip().splitlines()[0]
    return first.removeprefix("nginx version: ").split(" Copyright")[0].split(" [")[0]


def table(targets: Iterable[Target]) -> str:
    lines = ["| what | wanted | found | |", "| --- | --- | --- | --- |"]
    lines += [f"| {t.name} | {t.wanted} | {t.found} | {'met' if t.is_met else '**missed**'} |" for t in targets]
    return "\n".join(lines)


def others(run: Measured) -> str:
    """CPU and size of the other kinds of pages, and which of their queries grow."""
    lines = ["| page | CPU, ms | size, KB | queries that grow |", "| --- | ---: | ---: | --- |"]
    for name, page in run.others.items():
        faults = "; ".join(map(str, page["growing"])) or "none"
        lines.append(f"| {name} | {page['ms']:.1f} | {page['size'] / 1000:.0f} | {faults} |")
    return "\n".join(lines)


def markdown(runs: list[Measured], took: float) -> str:
    parts = [HEAD, "This time:\n\n", *(f"- {line}\n" for line in [*machine(), f"took {took / 60:.1f} minutes"])]
    for heading, targets in all_targets(runs):
        parts.append(f"\n## {heading}\n\n{table(targets)}\n")
    for run in runs:
        parts.append(f"\n## Other pages: {run.database}, {run.roles:,} roles\n\n{others(run)}\n")
    return "".join(parts)


def summary(runs: list[Measured]) -> str:
    """For the terminal."""
    lines = []
    for heading, targets in all_targets(runs):
        lines += ["", heading]
        lines += [f"  {'met   ' if t.is_met else 'MISSED'}  {t.name}: {t.found} (wanted {t.wanted})" for t in targets]
    missed = sum(not target.is_met for _, targets in all_targets(runs) for target in targets)
    return "\n".join([*lines, "", f"{missed} missed." if missed else "All met."])
