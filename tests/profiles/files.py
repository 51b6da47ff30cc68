"""PDF, DOCX and ZIP files written by hand, for tests of what people bring."""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
Placed = tuple[float, float, str]  # left, bottom, words


def pdf(objects: Iterable[bytes], trailer: bytes = b"") -> bytes:
    """Objects numbered from 1, the first of which is the catalogue."""
    numbered = list(objects)
    out = io.BytesIO()
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(numbered, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n" % number + body + b"\nendobj\n")
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(numbered) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(numbered) + 1, trailer, start))
    return out.getvalue()


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n" % (len(content), entries) + content + b"\nendstream"


def page_of(content: bytes, more: Iterable[bytes] = (), resources: bytes = b"/Font<</F1 5 0 R>>", trailer=b"") -> bytes:
    """One page; its content is object 4, the font 5, what more there is from 6 on."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<%s>>>>" % resources
    pages = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, content, FONT, *more], trailer)


def written_pdf(pages: Iterable[Iterable[Placed]]) -> bytes:
    """Pages with words at their places, in the order given."""
    contents = [stream(zlib.compress(b"".join(map(_words, page))), b"/Filter/FlateDecode") for page in pages]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(contents), kids),
        FONT,
    ]
    for at, content in enumerate(contents):
        of = b"/MediaBox[0 0 600 800]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>" % (5 + 2 * at)
        objects += [b"<</Type/Page/Parent 2 0 R%s>>" % of, content]
    return pdf(objects)


def _words(placed: Placed) -> bytes:
    left, bottom, words = placed
    bare = words.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F1 9 Tf %d %d Td (%s) Tj ET\n" % (left, bottom, bare)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx(body: str | bytes, prologue: str = "", more: Mapping[str, str | bytes] | None = None) -> bytes:
    """body: what stands within <w:body>."""
    inside = body if isinstance(body, bytes) else body.encode()
    document = f'<?xml version="1.0"?>{prologue}<w:document {NAMESPACE}><w:body>'.encode() + inside
    document += b"</w:body></w:document>"
    return zipped({"[Content_Types].xml": CONTENT_TYPES, "word/document.xml": document, **(more or {})})


def paragraph(words: str, is_listed: bool = False) -> str:
    numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' if is_listed else ""
    return f"<w:p>{numbered}<w:r><w:t>{escape(words)}</w:t></w:r></w:p>"


def table(rows: Iterable[Iterable[str]]) -> str:
    def cells(row: Iterable[str]) -> str:
        return "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in row)

    return "<w:tbl>" + "".join(f"<w:tr>{cells(row)}</w:tr>" for row in rows) + "</w:tbl>"
