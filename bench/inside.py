"""What is measured inside one process: CPU of uncached pages and of their replay floor, and the plans of their queries.

python -m bench.inside 60 3   (pages a round, rounds): a line of JSON.
"""

import gc
import io
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any

from bench.django import start

WARM_UP = 10  # pages
SLOW = 500  # ms
OTHERS = {
    "home page": "/",
    "hub of comparisons": "/compare-roles/",
    "list of roles": "/roles/",
    "list of pay": "/salaries/",
    "list of skills": "/skills/",
    "role": "/roles/data-scientist/",
    "pay of a role": "/salaries/data-scientist/",
    "skill": "/skills/python/",
    "three roles": "/compare-roles/data-analyst-vs-data-scientist-vs-ml-engineer/",
    "which suits me": "/compare-roles/data-scientist-vs-ml-engineer/suits/",
}


def main(pages: int, rounds: int) -> dict[str, Any]:
    from bench.pages import paths, slices
    from bench.plans import growing
    from bench.replay import plain_driver, record, replay
    from roles.models import Role

    original = [slug for slug in Role.objects.values_list("slug", flat=True) if "-w" not in slug[-5:]]
    parts = slices(paths(original), pages)
    for path in next(parts)[:WARM_UP]:
        get(path)
    recordings = [record(lambda path=path: get(path)) for path in next(parts)]
    page_ms, floor_ms = [], []
    with plain_driver() as read:
        for _ in range(rounds):  # in turns, so that a busy moment of the machine meets both
            page_ms.append(cpu_ms(get, next(parts)))
            floor_ms.append(cpu_ms(lambda recording: replay(recording, read), recordings))
    return {
        "page_ms": statistics.median(page_ms),
        "floor_ms": statistics.median(floor_ms),
        "ratios": sorted(page / floor for page, floor in zip(page_ms, floor_ms, strict=True)),
        "size": statistics.mean(recording.size for recording in recordings),
        "queries": statistics.mean(len(recording.queries) for recording in recordings),
        "growing": growing(query for recording in recordings[:5] for query in recording.queries),
        "others": {name: other(path) for name, path in OTHERS.items()},
    }


def other(path: str) -> dict[str, Any]:
    """CPU in ms, size in bytes and plans of another page."""
    from bench.plans import growing
    from bench.replay import record

    began = time.process_time()
    recording = record(lambda: get(path))
    ms = (time.process_time() - began) * 1000
    if ms < SLOW:  # once more, with its templates read: at an address that nobody asked for yet
        ms = cpu_ms(lambda query: get(path, query), ["v=1"])
    return {"ms": ms, "size": recording.size, "growing": growing(recording.queries)}


def cpu_ms(work: Callable[[Any], object], things: Iterable[Any]) -> float:
    """Of one of these, on average."""
    things = list(things)
    gc.collect()
    began = time.process_time()
    for thing in things:
        work(thing)
    return (time.process_time() - began) * 1000 / len(things)


def get(path: str, query: str = "") -> bytes:
    """A page from the WSGI application itself."""
    from onjob.wsgi import application

    said: list[str] = []
    environ = {
        **{"REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": query},
        **{"SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "HTTP_HOST": "127.0.0.1", "REMOTE_ADDR": "127.0.0.1"},
        **{"SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http", "wsgi.version": (1, 0)},
        **{"wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr},
        **{"wsgi.multithread": False, "wsgi.multiprocess": False, "wsgi.run_once": False},
    }
    answer = application(environ, lambda status, headers, error=None: said.append(status))
    body = b"".join(answer)
    answer.close()
    if not said[0].startswith("200"):
        raise RuntimeError(f"{path}: {said[0]}")
    return body


if __name__ == "__main__":
    start()
    print(json.dumps(main(*map(int, sys.argv[1:]))))
