"""Two tabs at the same moment."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client

from profiles.models import Experience, Reading
from tests.profiles.brought import CONFIRM, IMPORT, TEXT, as_shown, bring

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("python_is_known", "plenty")]


def at_once(send: Callable[[], object], times: int = 3) -> list[object]:
    """What each got."""
    answers, start = [], Barrier(times)

    def run() -> None:
        start.wait()
        try:
            answers.append(send())
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_confirmed_in_two_tabs_at_once_it_is_added_once(profile, owner):
    bring(owner, TEXT)
    sent = as_shown(owner)

    def send() -> int:
        client = Client()
        client.cookies = owner.cookies
        return client.post(CONFIRM, sent).status_code

    assert at_once(send) == [302] * 3
    assert Experience.objects.count() == 1
    assert not Reading.objects.exists()


def test_two_uploads_at_once_leave_one_reading(profile, owner):
    def send() -> int:
        client = Client()
        client.cookies = owner.cookies
        return client.post(IMPORT, {"text": TEXT.decode()}).status_code

    assert at_once(send) == [302] * 3
    assert Reading.objects.count() == 1
