"""A file as an answer."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def as_file(content: bytes | str, content_type: str, name: str, *, is_shown: bool = False) -> HttpResponse:
    """name: under which it is kept; is_shown: by a browser that can, else it asks where to keep it."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(not is_shown, name)
    return response
