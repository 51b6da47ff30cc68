"""Starts the process that reads a file, and holds it to its time and to the size of its answer.

Two at most run at once on a machine, whatever the number of its workers; who comes then waits a moment for a turn. The
answer is read up to a bound, so neither a file nor what it makes of its reader can fill the memory here.
"""

import json
import logging
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from profiles.importing.extracting.answers import MOST_ANSWER, MOST_BYTES, Extracted, Kind, Trouble, Unreadable
from profiles.importing.extracting.turns import turn

LONGEST_WAIT = 2.0  # seconds for a turn: a résumé takes a tenth of one, and who waits holds a worker
LONGEST = 9.0  # seconds from the start of the process to its answer
_CHILD = str(Path(__file__).with_name("child.py"))
_CHUNK = 2**16
PLACES = (Path(__file__), Path(__file__).with_name("child.py"))  # one for each that may be read at once
_log = logging.getLogger(__name__)


def extract(content: bytes, kind: Kind) -> Extracted:
    """Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Trouble.TOO_BIG)
    with turn(PLACES, LONGEST_WAIT), _started(kind) as process:
        answer = _talk(process, content)
        process.wait(1)
    return _understood(answer)


@contextmanager
def _started(kind: Kind) -> "Iterator[subprocess.Popen[bytes]]":
    """The process, which is gone afterwards whatever happens."""
    process = subprocess.Popen(  # noqa: S603  # our own file, with a word of our own
        [sys.executable, "-I", "-B", _CHILD, kind],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        cwd="/",
    )
    try:
        yield process
    except subprocess.TimeoutExpired as error:
        raise Unreadable(Trouble.SLOW) from error
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe and not pipe.closed:
                pipe.close()


def _talk(process: "subprocess.Popen[bytes]", content: bytes) -> bytes:
    """Hands the file over and takes the answer, both as fast as the other side goes. Raises Unreadable."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("The process needs pipes to talk through.")
    until = time.monotonic() + LONGEST
    left = memoryview(content)
    answer = bytearray()
    os.set_blocking(process.stdin.fileno(), False)
    with selectors.DefaultSelector() as ready:
        ready.register(process.stdout, selectors.EVENT_READ)
        ready.register(process.stdin, selectors.EVENT_WRITE)
        while process.stdout in {key.fileobj for key in ready.get_map().values()}:
            for key, _ in _waited(ready, until):
                if key.fileobj is process.stdin:
                    left = _handed(process.stdin.fileno(), left)
                    if not left:
                        ready.unregister(process.stdin)
                        process.stdin.close()
                elif chunk := os.read(process.stdout.fileno(), _CHUNK):
                    answer += chunk
                    if len(answer) > MOST_ANSWER:
                        raise Unreadable(Trouble.UNPACKS_TOO_BIG)
                else:
                    ready.unregister(process.stdout)
    return bytes(answer)


def _waited(ready: selectors.BaseSelector, until: float) -> "list[tuple[selectors.SelectorKey, int]]":
    events = ready.select(max(0.0, until - time.monotonic()))
    if not events:
        raise Unreadable(Trouble.SLOW)
    return events


def _handed(pipe: int, left: memoryview) -> memoryview:
    """What is still to be handed over; nothing, once the other side takes no more."""
    try:
        return left[os.write(pipe, left[:_CHUNK]) :]
    except BlockingIOError:
        return left
    except BrokenPipeError:
        return left[:0]


def _understood(answer: bytes) -> Extracted:
    """A process that was ended for what it took leaves no answer, or half of one."""
    try:
        said = json.loads(answer)
        trouble = said.get("trouble")
        if trouble:
            raise Unreadable(Trouble(trouble))
        files = tuple((str(name), str(text)) for name, text in said["files"])
        found = Extracted(str(said["text"]), files, int(said["pages"]), bool(said["is_cut"]), tuple(said["guards"]))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(Trouble.UNPACKS_TOO_BIG) from error
    _warn_of_missing(found.guards)
    return found


def _warn_of_missing(in_force: tuple[str, ...]) -> None:
    from profiles.importing.extracting.guards import ALL

    missing = [name for name in ALL if name not in in_force]
    if missing:
        _log.warning("Files are read without these guards, which this machine hasn't got: %s", ", ".join(missing))
