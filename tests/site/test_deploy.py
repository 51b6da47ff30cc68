"""The shipped configurations: nginx's is run in front of a small upstream, systemd's are checked."""

import http.client
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from bench.front import ROOT, Front, nginx, rendered
from bench.processes import free_port

UNITS = ROOT / "deploy/systemd"
needs_nginx = pytest.mark.skipif(not shutil.which("nginx"), reason="there is no nginx here")
KEPT = {"Cache-Control": "public, max-age=0, s-maxage=60", "Vary": "Accept-Encoding"}


class Upstream(ThreadingHTTPServer):
    """Answers with what `answer` says to a path, and keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, Mapping[str, str]]] = []
        self.answer: Callable[[str, Mapping[str, str]], tuple[int, Mapping[str, str]]] = lambda path, headers: (200, {})


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        if self.path != "/healthz/":
            self.server.asked.append((self.path, headers))
        status, more = self.server.answer(self.path, headers)
        body = f"{len(self.server.asked)} {headers.get('accept-encoding', 'plain')}".encode()
        self.send_response(status)
        for name, value in more.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        self.server.asked.append(
            (self.path, {"size": len(self.rfile.read(size)), "from": self.headers["X-Forwarded-For"]})
        )
        self.send_response(204)
        self.end_headers()

    def log_message(self, *arguments: object) -> None:
        """Quiet."""


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    server = Upstream()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def front(upstream: Upstream, tmp_path: Path) -> Iterator[Front]:
    with nginx(tmp_path, upstream.server_port) as front:
        yield front


def get(front: Front, path: str, **headers: str) -> http.client.HTTPResponse:
    """Header names as they are given, so that those with underscores can be sent."""
    connection = http.client.HTTPConnection("127.0.0.1", int(front.site.rpartition(":")[2]), timeout=10)
    connection.request("GET", path, headers=headers)
    response = connection.getresponse()
    response.text = response.read().decode()
    connection.close()
    return response


def run(*command: str | Path) -> str:
    """What it complains of; it fails where the command does."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stderr  # noqa: S603


@needs_nginx
def test_nginx_takes_the_configuration_with_tls(tmp_path):
    (tmp_path / "tls").mkdir()
    subject = ("-subj", "/CN=jobs.example.in", "-days", "1", "-nodes", "-newkey", "rsa:2048", "-x509")
    files = ("-keyout", tmp_path / "tls/privkey.pem", "-out", tmp_path / "tls/fullchain.pem")
    run("openssl", "req", *subject, *files)
    written = tmp_path / "nginx.conf"
    written.write_text(rendered(tmp_path, (8000, free_port(), free_port()), tmp_path / "tls"))
    assert "[warn]" not in run("nginx", "-t", "-p", tmp_path, "-c", written)


@needs_nginx
def test_what_a_visitor_says_of_its_address_is_gone(front, upstream):
    lies = {"X-Forwarded-For": "1.2.3.4", "X_Forwarded_For": "5.6.7.8", "X-Forwarded-Proto": "https"}
    get(front, "/page/", **lies)
    [(_, headers)] = upstream.asked
    assert headers["x-forwarded-for"] == "127.0.0.1"
    assert headers["x-forwarded-proto"] == "http"
    assert "x_forwarded_for" not in headers


def post(front: Front, path: str, size: int) -> int:
    """The answer to a body of so many bytes."""
    connection = http.client.HTTPConnection("127.0.0.1", int(front.site.rpartition(":")[2]), timeout=10)
    with closing(connection), suppress(BrokenPipeError, ConnectionResetError):
        connection.request("POST", path, b"0" * size)
        return connection.getresponse().status
    return 0


@needs_nginx
def test_files_are_let_in_at_one_address_and_written_nowhere(front, upstream, tmp_path):
    assert post(front, "/profile/import/", 5 * 2**20 + 10_000) == 204
    assert upstream.asked == [("/profile/import/", {"size": 5 * 2**20 + 10_000, "from": "127.0.0.1"})]
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and path.stat().st_size > 2**20]
    assert "buffered to a temporary file" not in "".join(log.read_text() for log in tmp_path.rglob("*.log"))
    for path, size in (("/profile/import/", 7 * 2**20), ("/profile/about/", 2 * 2**20)):
        assert post(front, path, size) in (413, 0)
    assert len(upstream.asked) == 1


@needs_nginx
def test_a_page_is_kept_once_for_each_compression(front, upstream):
    upstream.answer = lambda path, headers: (200, KEPT)
    asked = {
        "gzip, deflate, br, zstd": "br",
        "br": "br",
        "gzip, deflate": "gzip",
        "br;q=0, gzip": "gzip",
        "gzip;q=0": "plain",
        "brotli": "plain",
        "": "plain",
    }
    for taken, expected in asked.items():
        assert get(front, "/page/", **{"Accept-Encoding": taken}).text.split()[1] == expected, taken
    assert len(upstream.asked) == 3


@needs_nginx
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Cache-Control": "no-store, private"},
        {**KEPT, "Vary": "Cookie"},
        {**KEPT, "Vary": "Accept-Encoding, Cookie"},
        {**KEPT, "Set-Cookie": "a=b"},
    ],
)
def test_only_what_the_site_allows_is_kept(front, upstream, headers):
    upstream.answer = lambda path, asked: (200, headers)
    assert [get(front, "/page/").text.split()[0] for _ in range(2)] == ["1", "2"]


@needs_nginx
def test_another_address_or_host_is_another_page(front, upstream):
    upstream.answer = lambda path, headers: (200, KEPT)
    get(front, "/page/")
    get(front, "/page/?city=Pune")
    get(front, "/page/", Host="other.example")
    assert len(upstream.asked) == 3


@needs_nginx
def test_an_unchanged_page_is_asked_for_by_its_etag_only(front, upstream):
    """What stands there is shown while the answer is on its way."""
    fresh = {"Cache-Control": "public, max-age=0, s-maxage=1, stale-while-revalidate=60", "ETag": '"v1"'}
    upstream.answer = lambda path, headers: (304 if headers.get("if-none-match") == '"v1"' else 200, fresh)
    first = get(front, "/page/").text
    for text in read_until(front, lambda: len(upstream.asked) > 1):
        assert text == first
    assert upstream.asked[1][1]["if-none-match"] == '"v1"'


def read_until(front: Front, is_over: Callable[[], bool]) -> Iterator[str]:
    """The page again and again; a second of its life must pass, and then nginx asks for it."""
    deadline = time.monotonic() + 20
    while not is_over() and time.monotonic() < deadline:
        yield get(front, "/page/").text


@needs_nginx
def test_readers_are_told_when_to_come_again_while_the_site_is_down(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        port = nobody.getsockname()[1]
    with nginx(tmp_path, port) as front:
        response = get(front, "/page/")
    assert (response.status, response.headers["Retry-After"]) == (503, "10")
    assert response.headers["Cache-Control"] == "no-store"
    assert "<h1" in response.text


@needs_nginx
def test_the_last_known_page_stands_while_the_site_is_down(front, upstream):
    upstream.answer = lambda path, headers: (200, {"Cache-Control": "public, s-maxage=1"})
    first = get(front, "/page/").text
    upstream.answer = lambda path, headers: (503, {"Retry-After": "10", "Cache-Control": "no-store"})
    for text in read_until(front, lambda: len(upstream.asked) > 1):
        assert text == first
    assert len(upstream.asked) > 1
    assert get(front, "/page/").text == first


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_takes_the_units(tmp_path):
    for unit in UNITS.iterdir():
        text = unit.read_text().replace("/srv/onjob/.venv/bin/granian", sys.executable)
        (tmp_path / unit.name).write_text(text.replace("/srv/onjob/.venv/bin/python", sys.executable))
    units = sorted(tmp_path.iterdir())
    ours = [line for line in run("systemd-analyze", "verify", *units).splitlines() if "onjob" in line]
    assert (ours, len(units)) == ([], 7)


def test_the_units_name_commands_that_there_are():
    from django.core.management import get_commands

    named = [name for unit in UNITS.iterdir() for name in re.findall(r"manage\.py (\w+)", unit.read_text())]
    assert {"judge_pairs", "sync_jobs"} <= set(named)
    assert set(named) <= get_commands().keys()
