"""Before Django: headers that raise, or take seconds, while the request is being read, where no middleware helps.

The bad header is taken out and the refusal noted; RequestGuardMiddleware answers, so that the answer has its headers.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

REFUSED = "onjob.refused"  # key in environ: (status, text)
CHARSETS = {"utf-8", "utf8", "us-ascii", "ascii", "iso-8859-1"}
MAX_CONTENT_TYPE = 256
# Python before 3.11.10 needs 12 seconds for 60,000 backslashes in a cookie, and four times that for twice as many
# (CVE-2024-7592).
MAX_COOKIES = 8192
WITHOUT_BODY = ("GET", "HEAD", "OPTIONS")


class HeaderGuard:
    def __init__(self, app: WSGIHandler) -> None:
        self.app = app

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Any: the shapes of WSGI."""
        if environ.get("REQUEST_METHOD") in WITHOUT_BODY:
            environ["CONTENT_TYPE"] = ""
        elif not readable(environ.get("CONTENT_TYPE", "")):
            environ |= {"CONTENT_TYPE": "", REFUSED: (415, "Unsupported content type")}
        if len(environ.get("HTTP_COOKIE", "")) > MAX_COOKIES:
            environ |= {"HTTP_COOKIE": "", REFUSED: (431, "Cookies too long")}
        return self.app(environ, start_response)


def readable(content_type: str) -> bool:
    """Whether Django can read a body of this type: `charset*=` and `charset=rot13` raise, `utf-16` is a 500 later."""
    plain = content_type.lower().replace(" ", "")
    if len(content_type) > MAX_CONTENT_TYPE or "*=" in plain or not (plain.isascii() and plain.isprintable()):
        return False
    return all(charset.strip("\"'") in CHARSETS for charset in re.findall("charset=([^;]*)", plain))
