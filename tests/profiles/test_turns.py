"""Two files at most are read at once, whichever of the site's processes they were sent to."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from profiles.importing.extracting import running
from profiles.importing.extracting.answers import Kind, Trouble, Unreadable
from profiles.importing.extracting.turns import turn

ROOT = Path(__file__).resolve().parents[2]
PLACES = running.PLACES  # before a test puts its own there
HOLDS = """
import sys
from pathlib import Path
sys.path.insert(0, {root!r})
from profiles.importing.extracting.turns import turn
with turn([Path(place) for place in sys.argv[1:]], 5):
    print("has it", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def places(own_turns) -> tuple[Path, ...]:
    return own_turns


@pytest.fixture
def holders(places) -> Iterator[list[subprocess.Popen]]:
    """As many processes as there are turns, each of which has one."""
    code = HOLDS.format(root=str(ROOT))
    started = [
        subprocess.Popen([sys.executable, "-c", code, *map(str, places)], stdin=-1, stdout=-1)  # noqa: S603
        for _ in places
    ]
    assert [process.stdout.readline() for process in started] == [b"has it\n"] * 2
    yield started
    for process in started:
        process.kill()
        process.stdin.close()
        process.stdout.close()
        process.wait()


def trouble_of_reading() -> Trouble:
    with pytest.raises(Unreadable) as error:
        running.extract(b"%PDF-1.4 and no more", Kind.PDF)
    return error.value.trouble


def test_there_are_two_turns_and_every_worker_can_open_their_places():
    assert len(set(PLACES)) == 2
    with turn(PLACES, 30):
        pass


def test_a_third_file_finds_other_processes_busy(holders, monkeypatch):
    monkeypatch.setattr(running, "LONGEST_WAIT", 0.2)
    started = time.monotonic()
    assert trouble_of_reading() is Trouble.BUSY
    assert 0.2 <= time.monotonic() - started < 2


def test_who_waits_gets_the_turn_that_comes_free(holders):
    threading.Timer(0.3, holders[1].stdin.close).start()
    assert trouble_of_reading() is Trouble.BROKEN


def test_a_turn_ends_with_its_process_however_that_ends(holders):
    holders[0].kill()
    holders[0].wait()
    assert trouble_of_reading() is Trouble.BROKEN


def test_turns_of_one_process_are_counted_too(places):
    with turn(places, 0), turn(places, 0), pytest.raises(Unreadable), turn(places, 0.1):
        pass
    with turn(places, 0), turn(places, 0):
        pass


def test_turns_come_back_after_troubles(places, monkeypatch):
    """More troubles than turns, from more threads than turns."""
    monkeypatch.setattr(running, "LONGEST_WAIT", 30)
    troubles: list[Trouble] = []
    threads = [threading.Thread(target=lambda: troubles.append(trouble_of_reading())) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert troubles == [Trouble.BROKEN] * 5
    with turn(places, 0), turn(places, 0):
        pass
