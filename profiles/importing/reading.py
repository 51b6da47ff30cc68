"""One door for everything that people bring: a résumé as PDF, DOCX or text, a JSON Resume, a download from LinkedIn.

    read("resume.pdf", content) -> Understood | Refused

Nothing is stored here. PDF, DOCX and ZIP files are opened only in a process of their own (extracting/).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.utils import timezone

from jobs.feeds.json_documents import read as read_json
from jobs.feeds.posting import UnreadableFeed
from profiles.importing import sentences
from profiles.importing.extracting.answers import MOST_BYTES, MOST_CHARACTERS, Extracted, Kind, Trouble, Unreadable
from profiles.importing.extracting.running import extract
from profiles.importing.json_resume import from_json_resume, is_json_resume, left_aside
from profiles.importing.kinds import FileKind, Wrong, kind_of
from profiles.importing.known import known_now
from profiles.importing.linkedin import from_linkedin
from profiles.importing.pieces import Refused, Understood
from profiles.importing.structured import understood
from profiles.importing.understanding import Known, understand

MOST_JSON = 512 * 1024  # bytes
_FEWEST_LETTERS = 20  # of a text that is a résumé


def read(file_name: str, content: bytes, known: Known | None = None, today: date | None = None) -> Understood | Refused:
    """file_name: only its ending matters, "" for a text that was pasted; known: the catalogue's, if it isn't handed
    in. Never raises for what is in the file. Up to ten seconds for hostile files; a tenth of one for a résumé."""
    if len(content) > MOST_BYTES:
        return Refused(sentences.OF_TROUBLE[Trouble.TOO_BIG])
    if not content.strip():
        return Refused(sentences.OF_TROUBLE[Trouble.EMPTY])
    kind = kind_of(file_name, content)
    if isinstance(kind, Wrong):
        return Refused(sentences.OF_WRONG[kind])
    try:
        answer = _READERS[kind](content, known or known_now(), today or timezone.localdate())
    except Unreadable as error:
        return Refused(sentences.OF_TROUBLE[error.trouble], error.trouble is Trouble.BUSY)
    if isinstance(answer, Understood) and answer.is_empty:
        return Refused(sentences.NOTHING_FOUND)
    return answer


def read_text(text: str, known: Known | None = None, today: date | None = None) -> Understood | Refused:
    """A text that was pasted."""
    return read("", text.encode("utf-8", "replace"), known, today)


def _document(kind: FileKind) -> Callable[[bytes, Known, date], Understood | Refused]:
    def read_document(content: bytes, known: Known, today: date) -> Understood | Refused:
        return _of_text(extract(content, Kind(kind.value)), kind, known, today)

    return read_document


def _text(content: bytes, known: Known, today: date) -> Understood | Refused:
    text = _decoded(content)
    found = Extracted(text[:MOST_CHARACTERS], is_cut=len(text) > MOST_CHARACTERS)
    return _of_text(found, FileKind.TEXT, known, today)


def _of_text(found: Extracted, kind: FileKind, known: Known, today: date) -> Understood:
    """Raises Unreadable where there is no text: nothing may be made up of nothing."""
    if sum(map(str.isalpha, found.text)) < _FEWEST_LETTERS:
        raise Unreadable(Trouble.NO_TEXT)
    answer = understand(found.text, known, today, kind)
    return replace(answer, is_cut=found.is_cut, guards=found.guards)


def _json(content: bytes, known: Known, today: date) -> Understood | Refused:
    if len(content) > MOST_JSON:
        return Refused(sentences.JSON_TOO_LARGE)
    try:
        document = read_json(_decoded(content))
    except UnreadableFeed:
        return Refused(sentences.NOT_JSON)
    if not is_json_resume(document):
        return Refused(sentences.NOT_A_RESUME)
    answer = understood(from_json_resume(document), FileKind.JSON, known.matcher, today)
    return replace(answer, left_aside=left_aside(document))


def _linkedin(content: bytes, known: Known, today: date) -> Understood | Refused:
    found = extract(content, Kind.ARCHIVE)
    answer = understood(from_linkedin(found.files, today), FileKind.LINKEDIN, known.matcher, today)
    return replace(answer, is_cut=found.is_cut, guards=found.guards)


_READERS: dict[FileKind, Callable[[bytes, Known, date], Understood | Refused]] = {
    FileKind.PDF: _document(FileKind.PDF),
    FileKind.DOCX: _document(FileKind.DOCX),
    FileKind.TEXT: _text,
    FileKind.JSON: _json,
    FileKind.LINKEDIN: _linkedin,
}


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
