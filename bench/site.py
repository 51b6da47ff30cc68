"""The site as `make run` serves it: granian, here with one worker and one thread; and a constant to compare with."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.processes import Process, children, free_port, memory_mb, running, wait_for

GRANIAN = Path(sys.executable).with_name("granian")


@dataclass(frozen=True)
class Served:
    """`address` without a last slash."""

    address: str
    port: int
    process: Process

    @property
    def peak_mb(self) -> float:
        """The most memory that its worker had so far."""
        return max(memory_mb(pid, "VmHWM") for pid in children(self.process.pid))

    @property
    def memory_mb(self) -> float:
        return max(memory_mb(pid) for pid in children(self.process.pid))


@contextmanager
def served(database: str, folder: Path, application: str = "onjob.wsgi:application", **more: str) -> Iterator[Served]:
    """database: its DATABASE_URL; more: variables for the server."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [
        *(str(GRANIAN), application, "--interface", "wsgi", "--no-ws", "--host", "127.0.0.1", "--port", str(port)),
        *("--workers", "1", "--blocking-threads", "1", "--log-level", "warning"),
    ]
    settings = {"DATABASE_URL": database, "DEBUG": "False", "LOG_LEVEL": "ERROR", "SITE_URL": "http://127.0.0.1"}
    with running(command, folder / f"granian-{port}.log", settings | more) as process:
        wait_for(f"{address}/healthz/", process)
        yield Served(address, port, process)
