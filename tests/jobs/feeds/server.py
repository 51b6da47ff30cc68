"""A server on this machine, in a thread, that answers as a test says: well, badly, or without end."""

import contextlib
import http.server
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.site.asked.append((self.path, dict(self.headers)))
        answer = self.server.site.answers.get(self.path.partition("?")[0])
        self.close_connection = True
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            if answer:
                answer(self)
            else:
                self.give(404)

    def give(self, status: int, body: bytes = b"", **headers: str) -> None:
        """headers: with _ for -."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def begin(self, **headers: str) -> None:
        """An answer without a length, which ends with the connection."""
        self.send_response(200)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Connection", "close")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    site: "Site"

    def handle_error(self, *_: object) -> None:
        """A client that leaves early is what many tests are about."""


@dataclass
class Site:
    """answers: by path, each takes the handler; asked: path and headers of each request."""

    port: int
    answers: dict[str, Callable[[Handler], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def says(self, path: str, status: int = 200, body: bytes = b"", **headers: str) -> str:
        self.answers[path] = lambda handler: handler.give(status, body, **headers)
        return self.at(path)

    def says_in_turn(self, path: str, *answers: tuple[int, dict[str, str]]) -> str:
        """Status and headers of one answer after another; the last one stays."""
        left = list(answers)

        def answer(handler: Handler) -> None:
            status, headers = left.pop(0) if len(left) > 1 else left[0]
            handler.give(status, b"[]", **headers)

        self.answers[path] = answer
        return self.at(path)


@contextlib.contextmanager
def serving() -> Iterator[Site]:
    with Server(("127.0.0.1", 0), Handler) as server:
        server.site = Site(server.server_address[1])
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield server.site
        finally:
            server.shutdown()
            thread.join()


class GaveUp(Exception):
    pass


def give_up(_: float) -> None:
    """Instead of waiting for a second try."""
    raise GaveUp
