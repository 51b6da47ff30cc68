"""How a file that somebody brings comes in: into memory, never onto a disk, and no more of it than is read."""

import io
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from profiles.importing.extracting.answers import MOST_BYTES

FIELD = "file"
MOST_REQUEST = 20 * 2**20  # bytes; a file between the two limits is let in, so that its owner is told which it is


def is_far_too_large(request: HttpRequest) -> bool:
    """Whether it isn't even looked at."""
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0) > MOST_REQUEST
    except ValueError:
        return True


class OneFileInMemory(FileUploadHandler):
    """Holds one file of at most MOST_BYTES; of a larger one its size, and of others nothing."""

    def new_file(self, *args: Any, **options: Any) -> None:
        """Any: as Django passes them."""
        super().new_file(*args, **options)
        if self.field_name != FIELD or hasattr(self, "_content"):
            raise SkipFile
        self._content = io.BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start + len(raw_data) > MOST_BYTES:
            self._content = io.BytesIO()
        else:
            self._content.write(raw_data)

    def file_complete(self, file_size: int) -> UploadedFile:
        """Its size is that of what was sent, also where nothing is held."""
        self._content.seek(0)
        return InMemoryUploadedFile(
            self._content, self.field_name, self.file_name, self.content_type, file_size, self.charset
        )
