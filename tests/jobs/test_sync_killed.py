"""A reading that is killed in the middle loses nothing, leaves nothing behind, and the next one finishes it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.db import connection

from tests.jobs.killed import OPENINGS


@contextmanager
def database(folder: Path) -> Iterator[str]:
    """The address of an empty database of the kind that the tests run on."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder / 'killed.sqlite3'}"
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS onjob_killed")
        cursor.execute("CREATE DATABASE onjob_killed")
    yield urlsplit(os.environ["DATABASE_URL"])._replace(path="/onjob_killed").geturl()
    with connection.cursor() as cursor:
        cursor.execute("DROP DATABASE onjob_killed WITH (FORCE)")


def python(address: str, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "DATABASE_URL": address}
    return subprocess.Popen(  # noqa: S603 our own words
        [sys.executable, *words], cwd=settings.BASE_DIR, env=environment, stdout=subprocess.PIPE, text=True
    )


def said(address: str, *words: str) -> str:
    with python(address, *words) as process:
        output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    return output.strip()


@pytest.mark.django_db(transaction=True)
def test_killed_in_the_middle_it_loses_nothing_and_the_next_reading_finishes_it(tmp_path):
    step = ("-m", "tests.jobs.killed")
    with database(tmp_path) as address:
        said(address, "manage.py", "migrate", "--verbosity", "0")
        said(address, *step, "start")
        with python(address, *step, "hang") as hanging:
            assert hanging.stdout.readline() == f"1000 of {OPENINGS} written\n"
            if connection.vendor == "postgresql":  # SQLite's readers wait for nobody, but a writer would
                assert said(address, *step, "finish") == "busy 0 0 0"
            hanging.kill()
        assert said(address, *step, "finish") == f"done {OPENINGS} {OPENINGS} 1"
        assert said(address, *step, "finish") == f"done {OPENINGS} {OPENINGS} 2"
