"""On PostgreSQL a worker is told of changes: it asks for none, and serves nothing older than the data all the same."""

import time
from collections.abc import Callable, Iterator
from threading import Thread

import pytest
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from onjob.page_cache import listening, row
from onjob.page_cache.listening import PAUSE
from onjob.page_cache.row import BELIEVED, Rows
from roles.change_triggers import CHANNEL, TellChanges
from roles.models import DataVersion, Role
from tests.desk import change_address, enter, filled_in
from tests.factories import RoleFactory

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite tells nobody"),
    pytest.mark.django_db(transaction=True),
]

PAGE = "/roles/welder/"


@pytest.fixture(autouse=True)
def ready_pages(settings, pages_built_each_time) -> None:
    settings.PAGE_CACHE_MB = 4


@pytest.fixture
def other() -> Iterator[CursorWrapper]:
    """Another worker's connection, or a command's."""
    another = connection.copy()
    with another.cursor() as cursor:
        yield cursor
    another.close()


@pytest.fixture
def clock(monkeypatch) -> Callable[[float], None]:
    """clock(0.5): half a second after the test began; until then no time passes."""
    began = time.monotonic()

    def show(seconds: float) -> None:
        for module in (listening, row):
            monkeypatch.setattr(module, "monotonic", lambda: began + seconds)

    show(0)
    return show


@pytest.fixture
def reader(own_listener, clock) -> Client:
    """Whose worker is told of changes and knows the page."""
    RoleFactory(slug="welder", summary="The first.")
    client = Client()
    for _ in range(2):  # the first one makes it listen
        client.get(PAGE)
    return client


def say(cursor: CursorWrapper, summary: str) -> None:
    cursor.execute("UPDATE roles_role SET summary = %s WHERE slug = 'welder'", [summary])


def heard_after(listener: listening.Listener, before: int | None) -> int | None:
    """What comes from another connection takes some microseconds, on a busy machine some milliseconds."""
    deadline = time.perf_counter() + 10
    while (now := listener.heard()) == before and time.perf_counter() < deadline:
        pass
    return now


def asked(ask: Callable[[], HttpResponse]) -> tuple[str, int]:
    """The page and the number of queries that it took."""
    with CaptureQueriesContext(connection) as queries:
        page = ask()
    return page.text, len(queries)


def those_who_listen(cursor: CursorWrapper) -> list[int]:
    cursor.execute("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN %%'")
    return [pid for (pid,) in cursor.fetchall()]


def end_those_who_listen(cursor: CursorWrapper) -> None:
    for pid in those_who_listen(cursor):
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])
        assert cursor.fetchone() == (True,)


# --- Told


def test_what_is_known_costs_no_query(reader):
    assert asked(lambda: reader.get(PAGE))[1] == 0
    etag = reader.get(PAGE)["ETag"]
    with CaptureQueriesContext(connection) as captured:
        assert reader.get(PAGE, headers={"if-none-match": etag}).status_code == 304
    assert not captured


def test_a_change_of_another_connection_is_on_the_next_page(reader, other, own_listener):
    etag = reader.get(PAGE)["ETag"]
    for word in ("second", "third"):
        before = own_listener.heard()
        say(other, f"The {word}.")
        assert heard_after(own_listener, before) != before
        assert f"The {word}." in reader.get(PAGE, headers={"if-none-match": etag}).text
        assert asked(lambda: reader.get(PAGE))[1] == 0


def test_a_commit_is_told_once_and_what_is_rolled_back_not_at_all(reader, other, own_listener):
    before = own_listener.heard()
    other.execute("BEGIN")
    say(other, "Never said.")
    other.execute("ROLLBACK")
    other.execute("BEGIN")
    say(other, "The second.")
    assert asked(lambda: reader.get(PAGE)) == (reader.get(PAGE).text, 0)
    assert "The first." in reader.get(PAGE).text
    say(other, "The third.")
    other.execute("COMMIT")
    assert heard_after(own_listener, before) == before + 1
    assert "The third." in reader.get(PAGE).text


@pytest.mark.parametrize("change", ["UPDATE roles_dataversion SET number = 999", "TRUNCATE roles_dataversion"])
def test_whatever_moves_the_row_is_told(reader, other, own_listener, change):
    before = own_listener.heard()
    other.execute(change)
    assert heard_after(own_listener, before) == before + 1


def test_an_editor_sees_what_they_saved_before_any_worker_was_told(reader, own_listener):
    """Without waiting: whoever is signed in has each page's version asked for."""
    editor = Client()
    enter(editor, User.objects.create_superuser("editor@example.org", "a long password"))
    workers = [editor, Client()]
    workers[1].cookies = editor.cookies
    screen = change_address(Role.objects.get())
    for number in range(5):
        for worker in workers:
            worker.get(PAGE)
        saved = editor.post(screen, filled_in(editor.get(screen)) | {"summary": f"Saved {number} times."})
        assert saved.status_code == 302
        for worker in workers:
            assert f"Saved {number} times." in worker.get(PAGE).text


def test_who_is_signed_in_has_the_version_asked_for(reader, settings):
    assert asked(lambda: reader.get(PAGE))[1] == 0
    reader.cookies[settings.SESSION_COOKIE_NAME] = "0123456789abcdefghijklmnopqrstuv"
    assert asked(lambda: reader.get(PAGE))[1] == 1


def test_a_transaction_sees_its_own_changes(reader):
    with transaction.atomic():
        Role.objects.update(summary="Not yet said.")
        assert "Not yet said." in reader.get(PAGE).text
        transaction.set_rollback(True)
    assert "The first." in reader.get(PAGE).text
    text, queries = asked(lambda: reader.get(PAGE))
    assert ("The first." in text, queries) == (True, 0)


def test_threads_share_one_connection(reader, other):
    counts = []

    def read() -> None:
        counts.append(asked(lambda: reader.get(PAGE))[1])
        connection.close()

    threads = [Thread(target=read) for _ in range(4)]
    for step in (Thread.start, Thread.join):
        for thread in threads:
            step(thread)
    assert counts == [0] * 4
    assert len(those_who_listen(other)) == 1


def test_a_row_read_before_a_change_is_not_believed_after_it(own_listener, other, monkeypatch):
    """One thread reads; before it keeps what it read, a change comes in, which another thread is told of and reads."""
    RoleFactory(slug="welder")
    rows, ask = Rows(), row._asked
    rows.current()
    older = ask()

    def slow() -> row.Row | None:
        monkeypatch.setattr(row, "_asked", ask)
        before = own_listener.heard()
        say(other, "Changed.")
        heard_after(own_listener, before)
        assert rows.current() != older
        return older

    monkeypatch.setattr(row, "_asked", slow)
    assert rows.current() == older  # it had begun before the change
    assert rows.current() == ask() != older


# --- Not told


def test_what_nobody_told_is_seen_after_a_second(reader, other, own_listener, clock):
    """As behind a pooler that shares connections by transaction: LISTEN is taken, and then forgotten."""
    with own_listener._own.connection.cursor() as cursor:
        cursor.execute("UNLISTEN *")
    say(other, "The second.")
    clock(BELIEVED - 0.01)
    assert asked(lambda: reader.get(PAGE)) == (reader.get(PAGE).text, 0)
    assert "The first." in reader.get(PAGE).text
    clock(BELIEVED)
    assert "The second." in reader.get(PAGE).text
    assert asked(lambda: reader.get(PAGE))[1] == 0
    clock(2 * BELIEVED)
    assert asked(lambda: reader.get(PAGE))[1] == 1


def test_a_listener_that_was_cut_is_made_anew_and_nothing_is_missed(reader, other, own_listener, clock, caplog):
    end_those_who_listen(other)
    say(other, "The second.")
    for _ in range(3):
        text, queries = asked(lambda: reader.get(PAGE))
        assert "The second." in text
        assert queries > 0
    assert those_who_listen(other) == []  # it pauses
    clock(PAUSE)
    assert asked(lambda: reader.get(PAGE))[1] == 1
    assert len(those_who_listen(other)) == 1
    before = own_listener.heard()
    say(other, "The third.")
    heard_after(own_listener, before)
    assert "The third." in reader.get(PAGE).text
    assert asked(lambda: reader.get(PAGE))[1] == 0
    assert caplog.text.count("not told of changes") == 1


def test_where_listening_is_refused_each_request_asks(other, own_listener, clock, monkeypatch, caplog):
    monkeypatch.setattr(listening, "CHANNEL", "'not a name'")
    RoleFactory(slug="welder")
    client = Client()
    for seconds in (0, 1, PAUSE, 2 * PAUSE):
        clock(seconds)
        say(other, f"After {seconds} seconds.")
        assert f"After {seconds} seconds." in client.get(PAGE).text
        assert asked(lambda: client.get(PAGE))[1] == 1
    assert caplog.text.count("not told of changes") == 1
    monkeypatch.setattr(listening, "CHANNEL", CHANNEL)
    clock(3 * PAUSE)
    for _ in range(2):
        client.get(PAGE)
    assert asked(lambda: client.get(PAGE))[1] == 0


def test_what_cuts_the_reading_connection_is_taken_to_cut_the_other(reader, own_listener, other, clock):
    connection.ensure_connection()
    other.execute("SELECT pg_terminate_backend(%s, 5000)", [connection.connection.info.backend_pid])
    clock(BELIEVED)
    assert reader.get(PAGE).status_code == 200
    assert own_listener.heard() is None


def test_without_a_row_nothing_is_kept_and_the_first_one_is_told(reader, other, own_listener):
    before = own_listener.heard()
    DataVersion.objects.all().delete()
    heard_after(own_listener, before)
    assert "Cache-Control" not in reader.get(PAGE)
    before = own_listener.heard()
    say(other, "The second.")
    heard_after(own_listener, before)
    assert "The second." in reader.get(PAGE).text
    assert "Cache-Control" in reader.get(PAGE)


def test_where_no_page_is_kept_nobody_listens(settings, own_listener, other):
    settings.PAGE_CACHE_MB = 0
    RoleFactory(slug="welder")
    client = Client()
    for _ in range(3):
        assert asked(lambda: client.get(PAGE))[1] > 0
    assert those_who_listen(other) == []


def test_telling_is_taken_away_and_begun_again(reader, other, own_listener):
    telling, before = TellChanges(), own_listener.heard()
    with connection.schema_editor() as editor:
        telling.database_backwards("roles", editor, None, None)
    say(other, "Told nobody.")
    with connection.schema_editor() as editor:
        telling.database_forwards("roles", editor, None, None)
    assert own_listener.heard() == before
    say(other, "Told.")
    assert heard_after(own_listener, before) == before + 1
