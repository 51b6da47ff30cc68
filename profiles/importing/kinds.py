"""What a file is: by its first bytes and its ending, which have to agree. Pure."""

from enum import StrEnum

PDF, ZIP = b"%PDF-", b"PK\x03\x04"
_END_OF_ZIP = b"PK\x05\x06"
_LAST_BYTES = 65_557  # within which a ZIP file's end stands
_FIRST_BYTES = 1_024  # within which programs look for the beginning of a PDF
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, and a .docx with a password
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"BM")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class FileKind(StrEnum):
    """What is read."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "text"
    JSON = "json"
    LINKEDIN = "linkedin"


class Wrong(StrEnum):
    """What isn't, each with a sentence of its own."""

    OTHER_ENDING = "other ending"
    TWO_KINDS = "two kinds"
    OLD_WORD = "old word"
    LOCKED_WORD = "locked word"
    PICTURE = "picture"
    UNKNOWN = "unknown"


_BY_ENDING = {
    "pdf": FileKind.PDF,
    "docx": FileKind.DOCX,
    "zip": FileKind.LINKEDIN,
    "json": FileKind.JSON,
    "txt": FileKind.TEXT,
    "text": FileKind.TEXT,
    "md": FileKind.TEXT,
}
_PICTURE_ENDINGS = {"jpg", "jpeg", "png", "gif", "webp", "heic", "bmp", "tif", "tiff"}


def kind_of(file_name: str, content: bytes) -> FileKind | Wrong:
    """An empty name is a text that was typed or pasted."""
    ending = file_name.rpartition(".")[2].strip().lower() if "." in file_name else ""
    if content.startswith(_OLD_OFFICE):
        return Wrong.LOCKED_WORD if ending == "docx" else Wrong.OLD_WORD
    if content.startswith(_PICTURES) or ending in _PICTURE_ENDINGS:
        return Wrong.PICTURE
    if ending in ("doc", "rtf", "odt", "pages"):
        return Wrong.OLD_WORD
    kind = _BY_ENDING.get(ending) if file_name else FileKind.TEXT
    if kind is None:
        return Wrong.UNKNOWN
    return _checked(kind, content)


def _checked(kind: FileKind, content: bytes) -> FileKind | Wrong:
    is_pdf, is_zip = content.startswith(PDF), content.startswith(ZIP)
    if is_pdf and _END_OF_ZIP in content[-_LAST_BYTES:]:
        return Wrong.TWO_KINDS
    if is_zip and PDF in content[:_FIRST_BYTES]:
        return Wrong.TWO_KINDS
    expected = {FileKind.PDF: is_pdf, FileKind.DOCX: is_zip, FileKind.LINKEDIN: is_zip}
    is_as_named = expected.get(kind, not is_pdf and not is_zip and _is_text(content))
    return kind if is_as_named else Wrong.OTHER_ENDING


def _is_text(content: bytes) -> bool:
    return b"\0" not in content or content.startswith(_MARKS)
