"""Two runs at the same time send each mail once."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core import mail
from django.db import connection
from django.utils import timezone

from profiles.alerts import sending
from profiles.alerts.running import run
from profiles.alerts.sending import Letter, Outcome
from tests.factories import JobFactory, SavedSearchFactory

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 30  # seconds


def people(count: int) -> None:
    for _ in range(count):
        SavedSearchFactory(is_mailable=True, query="mode=remote", often="daily")
    JobFactory(mode="remote")


def one_run() -> dict[Outcome, int]:
    try:
        return dict(run(timezone.now()))
    finally:
        connection.close()


class Gate:
    """Whoever comes first waits within until the gate is opened; whoever comes later goes through."""

    def __init__(self, inner: Callable) -> None:
        self.inner, self.is_taken = inner, threading.Lock()
        self.somebody_is_in, self.is_open = threading.Event(), threading.Event()

    def __call__(self, *args: object) -> object:
        if self.is_taken.acquire(blocking=False):
            self.somebody_is_in.set()
            assert self.is_open.wait(PATIENCE)
        return self.inner(*args)


def while_another_is_in(gate: Gate) -> tuple[dict[Outcome, int], dict[Outcome, int]]:
    """What two runs did: the one that waits in the gate, and one that comes meanwhile."""
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(one_run)
        assert gate.somebody_is_in.wait(PATIENCE)
        try:
            second = threads.submit(one_run).result(PATIENCE)
        finally:
            gate.is_open.set()
        return first.result(PATIENCE), second


def test_a_mail_that_is_being_sent_is_left_to_who_sends_it(monkeypatch):
    people(1)
    gate = Gate(sending.message)
    monkeypatch.setattr(sending, "message", gate)
    first, second = while_another_is_in(gate)
    assert (first, second) == ({Outcome.SENT: 1}, {Outcome.BUSY: 1})
    assert len(mail.outbox) == 1
    assert one_run() == {}


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer: the other waits")
def test_a_mail_that_is_being_decided_on_is_passed_over(monkeypatch):
    people(1)
    gate = Gate(Letter)
    monkeypatch.setattr(sending, "Letter", gate)
    first, second = while_another_is_in(gate)
    assert (first, second) == ({Outcome.SENT: 1}, {Outcome.BUSY: 1})
    assert len(mail.outbox) == 1


def test_many_mails_by_three_runs_go_out_once_each():
    people(40)
    with ThreadPoolExecutor(3) as threads:
        done = [each.result(PATIENCE) for each in [threads.submit(one_run) for _ in range(3)]]
    assert len(mail.outbox) == 40
    assert len({message.to[0] for message in mail.outbox}) == 40
    assert sum(each.get(Outcome.SENT, 0) for each in done) == 40
