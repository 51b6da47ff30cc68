"""Requests as a server hands them over, so that nothing tidies them up on the way: `ask("/roles/?q=%ED%A0%80")`."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from django.core.signals import request_finished, request_started
from django.db import close_old_connections

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str
    cookies: tuple[str, ...] = ()


def ask(address: str, *, method: str = "GET", body: str = "", **more: str) -> Answer:
    """Through the WSGI application itself. `more` goes into the environ: HTTP_COOKIE="…", CONTENT_TYPE="…"."""
    path, _, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "CONTENT_LENGTH": str(len(body.encode())),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(body.encode()),
        "wsgi.errors": sys.stderr,
    }
    with connection_kept():
        return _answer(environ | more)


def _answer(environ: dict) -> Answer:
    from onjob.wsgi import application

    started: list = []
    response = application(environ, lambda status, headers, exc_info=None: started.extend((status, headers)))
    try:
        text = b"".join(response).decode(errors="replace")
    finally:
        response.close()
    status, headers = started
    cookies = tuple(value.strip() for name, value in headers if name == "Set-Cookie")
    return Answer(int(status[:3]), dict(headers), text, cookies)


@contextmanager
def connection_kept() -> Iterator[None]:
    """A request begins and ends by closing a connection that is in a transaction, and a test is in one.
    Django's own test client does the same."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in signals:
            signal.connect(close_old_connections)


def ask_with(settings: dict[str, str], *requests: dict[str, str]) -> list[Answer]:
    """The answers of a process of its own that started with these variables."""
    process = subprocess.run(  # noqa: S603
        (sys.executable, "-m", "tests.site.raw", json.dumps(requests)),
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert process.returncode == 0, process.stderr
    return [Answer(**answer) for answer in json.loads(process.stdout)]


if __name__ == "__main__":
    print(json.dumps([asdict(ask(**request)) for request in json.loads(sys.argv[1])]))
