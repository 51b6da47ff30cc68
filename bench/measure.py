"""One database and size of the catalogue, measured from end to end."""

import gzip
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench import pages
from bench.front import Front, nginx
from bench.load import Connection, latencies, percentile, wrk
from bench.pages import ONE, paths
from bench.processes import ROOT
from bench.site import Served, served
from bench.targets import DISTINCT, MANY, Measured, Memory

WARM_UP = 20  # pages
OF_THE_SERVER = ("content-length", "content-type", "date", "server", "connection", "etag", "last-modified")
TAKEN = {"br": "br", "gzip": "gzip"}  # compression by what a browser says it takes


@dataclass(frozen=True)
class Effort:
    """rounds: how often things are compared in turns; seconds: of each run of wrk; cpu_rounds, pages: of uncached ones;
    waited: pages over one connection, of which one in a hundred is slower than p99; memory_seconds: at most for the
    requests that memory is watched over."""

    rounds: int
    seconds: float
    cpu_rounds: int
    pages: int
    waited: int
    memory_seconds: float


def measure(database: str, url: str, roles: int, slugs: Sequence[str], folder: Path, effort: Effort) -> Measured:
    """database: its name in the report; slugs: of the real roles, which every size has."""
    inside = _inside(url, effort)
    found: dict[str, Any] = {"page_ms": inside["page_ms"], "floor_ms": inside["floor_ms"]}
    found |= {"size": round(inside["size"]), "queries": inside["queries"]}
    found |= {"growing": tuple(inside["growing"]), "others": inside["others"]}
    with served(url, folder) as site:
        times = latencies(site.port, paths(slugs)[: WARM_UP + effort.waited])[WARM_UP:]
        found |= {"p50": percentile(times, 50), "p99": percentile(times, 99)}
        found |= _ready_pages(site, folder, effort)
        page = Connection(site.port).get(ONE)
        headers = {name: value for name, value in page.headers.items() if name not in OF_THE_SERVER}
        with nginx(folder / "front", site.port, headers) as front:
            found |= _behind_nginx(front, page.body, effort)
    return Measured(database=database, roles=roles, **found)


def _inside(url: str, effort: Effort) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.inside", str(effort.pages), str(effort.cpu_rounds)]
    environment = {**os.environ, "DATABASE_URL": url}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


def _in_turns(rounds: int, *runs: Callable[[], float]) -> list[float]:
    """The median of each."""
    found = [[run() for run in runs] for _ in range(rounds)]
    return [statistics.median(values) for values in zip(*found, strict=True)]


def _ready_pages(site: Served, folder: Path, effort: Effort) -> dict[str, Any]:
    """Requests a second of a page that was asked for before, of a 304, and of a constant of the same size."""
    connection = Connection(site.port)
    page = connection.get(ONE)
    known = {"If-None-Match": page.headers.get("etag", "")}
    knows = bool(page.headers.get("etag")) and connection.get(ONE, known).status == 304
    with served("", folder, "bench.constant:app", CONSTANT_BYTES=str(len(page.body))) as constant:
        rates = _in_turns(
            effort.rounds,
            lambda: wrk(f"{constant.address}/", effort.seconds).per_second,
            lambda: wrk(f"{site.address}{ONE}", effort.seconds).per_second,
            lambda: wrk(f"{site.address}{ONE}", effort.seconds, known).per_second if knows else 0.0,
        )
    return {"constant": rates[0], "cached": rates[1], "unchanged": rates[2] if knows else None}


def _behind_nginx(front: Front, body: bytes, effort: Effort) -> dict[str, Any]:
    """Requests a second of a page that nginx keeps, and of the same bytes from a file: as they are, and compressed."""
    static = front.folder / "static"
    (static / "page.html").write_bytes(body)
    (static / "page.html.gz").write_bytes(gzip.compress(body, 6))
    packed = {"Accept-Encoding": "gzip"}
    variants = tuple(name for name, taken in TAKEN.items() if _is_packed(front, taken, name))
    wrk(f"{front.site}{ONE}", 1)
    before = len(_said(front))
    rates = _in_turns(
        effort.rounds,
        lambda: wrk(f"{front.static}/page.html", effort.seconds).per_second,
        lambda: wrk(f"{front.site}{ONE}", effort.seconds).per_second,
        lambda: wrk(f"{front.static}/page.html", effort.seconds, packed).per_second,
        lambda: wrk(f"{front.site}{ONE}", effort.seconds, packed).per_second if "gzip" in variants else 0.0,
    )
    statuses = _said(front)[before:]
    kept = sum(status in ("HIT", "STALE", "UPDATING", "REVALIDATED") for status in statuses)
    return {
        **{"static": rates[0], "front": rates[1], "static_packed": rates[2]},
        "front_packed": rates[3] if "gzip" in variants else None,
        **{"hits": 100 * kept / max(1, len(statuses)), "variants": variants},
    }


def _is_packed(front: Front, taken: str, name: str) -> bool:
    """Whether a browser that takes this compression gets it."""
    connection = Connection(int(front.site.rpartition(":")[2]))
    answers = [connection.get(ONE, {"Accept-Encoding": taken}) for _ in range(2)]
    return all(answer.headers.get("content-encoding") == name for answer in answers)


def _said(front: Front) -> list[str]:
    """nginx writes its log every five seconds."""
    time.sleep(5.5)
    return front.statuses()


def memory(url: str, slugs: Sequence[str], folder: Path, effort: Effort, distinct: int = DISTINCT) -> Memory:
    """Of a worker that served so many distinct pages, and then MANY requests, or what memory_seconds allow."""
    wanted = pages.distinct(slugs, distinct)
    with served(url, folder) as site:
        latencies(site.port, wanted)
        peak, before = site.peak_mb, site.memory_mb
        deadline, done = time.monotonic() + effort.memory_seconds, 0
        while done < MANY and time.monotonic() < deadline:
            rate = wrk(f"{site.address}{ONE}", 5)
            done += round(rate.per_second * 5)
        return Memory(len(wanted), peak, before, done, site.memory_mb)
