"""A language model of our own on this machine: answers as it is told to, and keeps what it was asked."""

import json
import threading
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.asked.append((self.path, dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        with suppress(OSError):  # who asked has gone
            self.server.answer(self)

    def log_message(self, *args):
        pass


@contextmanager
def listening(answer):
    """Its address up to /v1, and what it was asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.answer, server.asked, server.daemon_threads = answer, [], True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", server.asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def saying(content, status=200, **headers):
    return sending(json.dumps({"choices": [{"message": {"content": content}}]}).encode(), status, **headers)


def sending(body, status=200, **headers):
    def answer(handler):
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def lines(*pairs, **more):
    return json.dumps({"lines": [{"index": index, "text": text} for index, text in pairs], **more})
