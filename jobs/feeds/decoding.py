"""Bytes of strangers to text, within bounds: a gzip file unpacked, the encoding found, control characters removed."""

import codecs
import re
import zlib

from jobs.feeds.posting import Document, UnreadableFeed

MOST_BYTES = 32 * 2**20  # of one document, unpacked: several thousand openings with their whole texts

_GZIP = b"\x1f\x8b"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"""^\s*<\?xml[^<>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The encodings that feeds have, by the names of Python's codecs; a codec that does anything else is never called.
_TAKEN = (
    "ascii",
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-32-le",
    "utf-32-be",
    "cp1252",
    "iso8859-1",
    "iso8859-15",
)
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def decoded(document: Document) -> str:
    """The whole text without control characters. A mark at its start says how it is encoded, else its XML declaration,
    else the server; what is said wrongly is UTF-8, and what isn't UTF-8 is Windows-1252. Raises UnreadableFeed."""
    body = unpacked(document.body)
    if len(body) > MOST_BYTES:
        raise UnreadableFeed(f"The document is larger than {MOST_BYTES // 2**20} MB.")
    return _UNWRITABLE.sub("", _text(body, document.media_type)).lstrip("\ufeff")


def unpacked(body: bytes) -> bytes:
    """What a gzip file holds (job feeds and sitemaps often are one), any other bytes as they are."""
    if not body.startswith(_GZIP):
        return body
    unpacking = zlib.decompressobj(wbits=31)
    try:
        whole = unpacking.decompress(body, MOST_BYTES + 1)
    except zlib.error as error:
        raise UnreadableFeed("The document is a damaged gzip file.") from error
    if not unpacking.eof and len(whole) <= MOST_BYTES:
        raise UnreadableFeed("The document is a gzip file that breaks off.")
    return whole


def _text(body: bytes, media_type: str) -> str:
    for encoding in (*_said(body, media_type), "utf-8"):
        try:
            return body.decode(encoding)
        except UnicodeDecodeError:
            continue
    return body.decode("cp1252", errors="replace")


def _said(body: bytes, media_type: str) -> list[str]:
    """Encodings to try first."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            return [encoding]
    declared = _DECLARED.match(body[:400])
    charset = _CHARSET.search(media_type)
    names = [declared.group(1).decode("ascii", "replace") if declared else "", charset.group(1) if charset else ""]
    is_wide = b"\x00" in body[:100]  # as every text of a feed is in UTF-16 and UTF-32, and in no other
    return [known for known in map(_known, names) if known and known.startswith(("utf-16", "utf-32")) == is_wide]


def _known(name: str) -> str:
    """Browsers read what is called Latin-1 as Windows-1252, and so do we."""
    try:
        known = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
    if known not in _TAKEN or known == "utf-8":
        return ""
    return "cp1252" if known in ("ascii", "iso8859-1") else known
