"""Before Django: some Content-Type values raise while the request object is made, where no middleware can help."""

from collections.abc import Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

CHARSETS = {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1"}
MAX_LENGTH = 256


class ContentTypeGuard:
    """WSGI: drops the Content-Type of requests without a body, refuses (415) what Django can't read."""

    def __init__(self, app: WSGIHandler) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Any: the shapes of WSGI."""
        content_type = environ.get("CONTENT_TYPE", "")
        if content_type and environ.get("REQUEST_METHOD") in ("GET", "HEAD", "OPTIONS"):
            environ["CONTENT_TYPE"] = ""
        elif content_type and not readable(content_type):
            return _refuse(start_response)
        return self.app(environ, start_response)


def readable(content_type: str) -> bool:
    plain = content_type.lower().replace(" ", "")
    if len(content_type) > MAX_LENGTH or "*=" in plain or not (plain.isascii() and plain.isprintable()):
        return False
    charset = plain.partition("charset=")[2].split(";")[0].strip("\"'")
    return charset in CHARSETS if "charset=" in plain else True


def _refuse(start_response: Any) -> list[bytes]:
    """Writes the security headers by hand: no middleware runs."""
    body = b"Unsupported content type\n"
    headers = [
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ]
    start_response("415 Unsupported Media Type", headers)
    return [body]
