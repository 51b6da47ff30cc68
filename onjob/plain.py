"""Answers that need no template, no database and no session: for when those are what failed."""

from django.http import HttpRequest, HttpResponse
from django.template import loader


def plain(status: int, text: str, **headers: str) -> HttpResponse:
    """A line of text that nobody stores. `Retry_After="10"` becomes the header Retry-After."""
    response = HttpResponse(f"{text}\n", status=status, content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    for name, value in headers.items():
        response[name.replace("_", "-")] = value
    return response


def standalone(status: int, template: str, **headers: str) -> HttpResponse:
    """A page that stands alone: its template extends nothing and reads nothing."""
    response = plain(status, "", **headers)
    response["Content-Type"] = "text/html; charset=utf-8"
    response.content = loader.get_template(template).render()
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Also the 400 handler: Django's own reads the broken form again and turns the 400 into a 500."""
    return standalone(400, "400.html")


def unavailable() -> HttpResponse:
    return standalone(503, "503.html", Retry_After="10")
