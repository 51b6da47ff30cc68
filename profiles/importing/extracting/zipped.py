"""What lies in a ZIP file of a stranger. No size that it states is believed, and nothing of it is ever written."""

import io
import re
import zipfile
from collections.abc import Iterator

from profiles.importing.extracting.answers import Trouble, Unreadable

MOST_ENTRIES = 2_000
MOST_UNPACKED = 10 * 2**20  # bytes of all that is read; the text of a long résumé takes one
_CHUNK = 2**16
_ENCRYPTED = 0x1
_UNSAFE = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|[\x00-\x1f]")


class Zipped:
    def __init__(self, content: bytes) -> None:
        """Raises Unreadable."""
        try:
            self._file = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise Unreadable(Trouble.BROKEN) from error
        self._entries = {entry.filename: entry for entry in reversed(self._file.infolist())}  # the first of a name
        self._left = MOST_UNPACKED
        self._check()

    @property
    def names(self) -> list[str]:
        return [entry.filename for entry in self._file.infolist()]

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part's bytes, as they are unpacked. Raises Unreadable."""
        with self._file.open(self._entries[name]) as part:
            while chunk := part.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise Unreadable(Trouble.UNPACKS_TOO_BIG)
                yield chunk

    def _check(self) -> None:
        entries = self._file.infolist()
        if len(entries) > MOST_ENTRIES:
            raise Unreadable(Trouble.TOO_MANY_PARTS)
        if any(_UNSAFE.search(entry.filename) or _UNSAFE.search(entry.orig_filename) for entry in entries):
            raise Unreadable(Trouble.UNSAFE_NAMES)
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise Unreadable(Trouble.ENCRYPTED)
