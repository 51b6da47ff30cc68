"""Rows that are written once for several tests."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django.plugin import DjangoDbBlocker


@contextmanager
def written_once(blocker: DjangoDbBlocker) -> Iterator[None]:
    """For a fixture of a class or a module: what is written within is there for all its tests, each of which runs in a
    savepoint and so finds it untouched. Gone after the last one."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
