"""`make run` itself, on a database of its own: what a visitor gets, with hashed files and the real server."""

import os
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "db.sqlite3"
PATIENCE = 120  # seconds
OF_THE_OUTER_MAKE = ("MAKEFLAGS", "MFLAGS", "MAKEOVERRIDES", "MAKELEVEL")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a site with the whole catalogue; the database, DATABASE, and the log are in `folder`."""
    port = _free_port()
    environment = {name: value for name, value in os.environ.items() if name not in OF_THE_OUTER_MAKE}
    environment |= {
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "SITE_URL": f"http://127.0.0.1:{port}",
        "DATABASE_URL": f"sqlite:///{folder / DATABASE}",
    }
    log = folder / "make-run.log"
    with log.open("w") as output:
        make = subprocess.Popen(
            ("make", "run"),  # noqa: S607
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz/", make, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        _end(make)


def copy_database(there: Path, here: Path) -> None:
    """From folder to folder, while the first one's site is served."""
    with closing(sqlite3.connect(there / DATABASE)) as full, closing(sqlite3.connect(here / DATABASE)) as empty:
        full.backup(empty)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def _wait_for(address: str, make: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and make.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310
        except urllib.error.HTTPError:
            break
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{address} does not answer with 200. `make run` said:\n{log.read_text()}")


def _end(make: subprocess.Popen) -> None:
    """Make and the server are one process group."""
    if make.poll() is None:
        os.killpg(make.pid, signal.SIGTERM)
    make.wait(timeout=30)
