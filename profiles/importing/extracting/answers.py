"""What the process that reads a file may answer, and the bounds on both sides."""

from dataclasses import dataclass
from enum import StrEnum

MOST_BYTES = 5 * 2**20  # of a file
MOST_PAGES = 15
MOST_CHARACTERS = 60_000  # of text out of one file; fifteen full pages have 45,000
MOST_ANSWER = 4 * 2**20  # bytes from the process


class Kind(StrEnum):
    """What a process of its own reads."""

    PDF = "pdf"
    DOCX = "docx"
    ARCHIVE = "archive"


class Trouble(StrEnum):
    """Why a file can't be read; what a person is told is in sentences.py."""

    ARCHIVE_UNKNOWN = "archive unknown"
    BROKEN = "broken"
    BUSY = "busy"
    DECLARES = "declares"  # a document type: Word never writes one
    EMPTY = "empty"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    NO_TEXT = "no text"
    SLOW = "slow"
    TOO_BIG = "too big"
    TOO_MANY_PARTS = "too many parts"
    UNPACKS_TOO_BIG = "unpacks too big"
    UNSAFE_NAMES = "unsafe names"


class Unreadable(Exception):
    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Extracted:
    """text: of a document, its pages after one another; files: of an archive, the text of each table by its name;
    pages: how many there are, 0 where a kind has none; is_cut: there is more than was read; guards: what was in force
    while the file was read (guards.ALL where nothing is missing)."""

    text: str = ""
    files: tuple[tuple[str, str], ...] = ()
    pages: int = 0
    is_cut: bool = False
    guards: tuple[str, ...] = ()
