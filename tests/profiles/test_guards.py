"""What the process that reads a file can't do any more, tried out in one."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from profiles.importing.extracting import running
from profiles.importing.extracting.answers import Kind, Trouble, Unreadable
from profiles.importing.extracting.guards import ALL
from profiles.importing.extracting.refused_calls import CALLS
from tests.profiles.files import page_of, stream

ROOT = Path(__file__).resolve().parents[2]
TRIES = """
import ctypes, os, resource, socket, subprocess, sys, threading
sys.path.insert(0, {root!r})
from profiles.importing.extracting.guards import shut_in
kernel = ctypes.CDLL(None, use_errno=True)
in_force = shut_in()
def raises(what):
    try:
        what()
    except (OSError, ValueError, RuntimeError):
        return True
    return False
refused = {tried}
sys.stdout.write(repr((in_force, refused)))
sys.stdout.flush()
os._exit(0)
"""
LINUX = sys.platform == "linux" and os.uname().machine in ("x86_64", "aarch64")


def tried(what: str) -> tuple[tuple[str, ...], bool]:
    code = TRIES.format(root=str(ROOT), tried=what)
    out = subprocess.run(  # noqa: S603
        [sys.executable, "-I", "-c", code], capture_output=True, timeout=30, check=False
    )
    return eval(out.stdout or "((), 'it ended')")  # noqa: S307  # what we wrote ourselves


@pytest.mark.parametrize(
    "what",
    [
        "open('/etc/hostname')",
        "open('/tmp/onjob-probe', 'w')",
        "os.open('/', os.O_RDONLY)",
        "socket.socket()",
        "socket.socketpair()",
        "os.fork()",
        "threading.Thread(target=print).start()",
        "os.execv('/bin/true', ['true'])",
        "subprocess.run(['/bin/true'])",
        "os.kill(os.getppid(), 0)",
        "os.unlink('/tmp/onjob-probe')",
        "os.mkdir('/tmp/onjob-probe')",
        "os.dup(1)",
        "resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))",
    ],
)
def test_is_refused(what):
    _, refused = tried(f"raises(lambda: {what})")
    assert refused is True


@pytest.mark.skipif(not LINUX, reason="the filter of calls is Linux's")
@pytest.mark.parametrize("call", ["connect", "ptrace", "memfd_create", "io_uring_setup", "bpf", "prlimit64", "clone3"])
def test_the_kernel_says_not_permitted(call):
    number = CALLS[call][0 if os.uname().machine == "x86_64" else 1]
    _, answer = tried(f"(kernel.syscall({number}, 0, 0, 0, 0, 0, 0), ctypes.get_errno())")
    assert answer == (-1, 1)  # EPERM


@pytest.mark.skipif(not LINUX, reason="elsewhere some are missing, and said to be")
def test_all_guards_are_in_force_and_said_to_be():
    assert running.extract(page_of(stream(b"BT /F1 9 Tf 9 9 Td (Words) Tj ET")), Kind.PDF).guards == ALL
    assert tried("True")[0] == ALL


def test_memory_has_an_end():
    _, answer = tried("'-'.join(['it grew'] if len(b'0' * 2**30) else [])") if LINUX else ((), "it ended")
    assert answer == "it ended"


@pytest.mark.parametrize(
    ("child", "trouble"),
    [
        ("import sys; sys.stdin.buffer.read()\nwhile True: pass", Trouble.SLOW),
        ("import sys\nwhile True: pass", Trouble.SLOW),
        ("import os\nwhile True: os.write(1, b'0' * 65536)", Trouble.UNPACKS_TOO_BIG),
        ("print('no JSON')", Trouble.UNPACKS_TOO_BIG),
        ("print('[]')", Trouble.UNPACKS_TOO_BIG),
        ('print(\'{"text": "a"}\')', Trouble.UNPACKS_TOO_BIG),
        ("import os; os.abort()", Trouble.UNPACKS_TOO_BIG),
    ],
)
def test_whatever_the_process_does_the_parent_goes_on(child, trouble, monkeypatch, tmp_path):
    script = tmp_path / "child.py"
    script.write_text(child)
    monkeypatch.setattr(running, "_CHILD", str(script))
    monkeypatch.setattr(running, "LONGEST", 1.5)
    started = time.monotonic()
    with pytest.raises(Unreadable) as error:
        running.extract(b"0" * 2**20, Kind.PDF)
    assert error.value.trouble is trouble
    assert time.monotonic() - started < 5


def test_missing_guards_are_logged(caplog):
    running._understood(b'{"text": "", "files": [], "pages": 0, "is_cut": false, "guards": ["cpu"]}')
    assert "memory" in caplog.text
    assert "calls" in caplog.text
