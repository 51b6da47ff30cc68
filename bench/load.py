"""Requests: many at once by wrk, or one after the other over one connection."""

import http.client
import re
import subprocess
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True)
class Rate:
    """Of one run of wrk. p50_ms and p99_ms: latency; errors: answers other than 2xx and 3xx, and broken connections."""

    per_second: float
    p50_ms: float
    p99_ms: float
    errors: int


def wrk(address: str, seconds: float, headers: Mapping[str, str] | None = None, connections: int = 8) -> Rate:
    given = [part for name, value in (headers or {}).items() for part in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{connections}", f"-d{max(1, round(seconds))}s", "--latency", *given, address]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=seconds + 30)
    return read_wrk(said.stdout)


def read_wrk(text: str) -> Rate:
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    latency = {share: _ms(*found) for share, *found in re.findall(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s|m)$", text, re.M)}
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    errors = int(refused[1]) if refused else 0
    errors += sum(map(int, broken.groups())) if broken else 0
    return Rate(float(rate[1]) if rate else 0.0, latency.get("50", 0.0), latency.get("99", 0.0), errors)


def _ms(number: str, unit: str) -> float:
    return float(number) * UNITS[unit]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes
    ms: float


class Connection:
    """One connection that is kept open."""

    def __init__(self, port: int) -> None:
        self._open = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Header names in small letters."""
        began = time.perf_counter()
        self._open.request("GET", path, headers=dict(headers or {}))
        response = self._open.getresponse()
        body = response.read()
        ms = (time.perf_counter() - began) * 1000
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body, ms)


def latencies(port: int, paths: Iterable[str]) -> list[float]:
    """Milliseconds of each, in order. Raises RuntimeError for what isn't a page."""
    connection, found = Connection(port), []
    for path in paths:
        answer = connection.get(path)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        found.append(answer.ms)
    return found


def percentile(values: Iterable[float], per_cent: float) -> float:
    """The value that so many per cent don't exceed."""
    ordered = sorted(values)
    place = max(0, min(len(ordered) - 1, -(-len(ordered) * per_cent // 100) - 1))
    return ordered[int(place)]
