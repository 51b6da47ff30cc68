"""Files that mean harm, each made here, and what may become of each."""

import io
import random
import zipfile
import zlib
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from profiles.importing.extracting.answers import MOST_BYTES, Trouble
from profiles.importing.kinds import Wrong
from tests.profiles.files import docx, page_of, paragraph, pdf, stream, zipped

READ = "read"  # there is a text, or a part of it
DEFLATED = b"/Filter/FlateDecode"
WORDS = b"BT /F1 9 Tf 10 10 Td (Visible words of a plain accountant) Tj ET\n"
TAKES_TOO_MUCH = {Trouble.UNPACKS_TOO_BIG, Trouble.SLOW, Trouble.NO_TEXT, READ}


class Hostile(NamedTuple):
    """verdicts: what may become of it: where a limit decides, which one is reached first depends on the machine."""

    file_name: str
    make: Callable[[], bytes]
    verdicts: set[str]


@cache
def deflated(unit: bytes, times: int) -> bytes:
    """The unit so many times, packed: packed once and repeated, since a flushed block knows nothing before it."""
    squeeze = zlib.compressobj(9, wbits=-15)
    block = squeeze.compress(unit) + squeeze.flush(zlib.Z_FULL_FLUSH)
    check = 1
    for _ in range(times):
        check = zlib.adler32(unit, check)
    return b"\x78\xda" + block * times + b"\x03\x00" + check.to_bytes(4, "big")


def bomb() -> bytes:
    return page_of(stream(deflated(b" " * 2**20, 1024), DEFLATED))


def nested_bomb() -> bytes:
    twice = zlib.compress(deflated(b" " * 2**20, 1024), 9)
    return page_of(stream(twice, b"/Filter[/FlateDecode/FlateDecode]"))


def too_many_words() -> bytes:
    return page_of(stream(deflated(WORDS * 1000, 3000), DEFLATED))


def laughing_forms(levels: int = 9) -> bytes:
    """Each form draws the next ten times."""
    forms = []
    for level in range(levels - 1):
        of = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X %d 0 R>>>>" % (level + 7)
        forms.append(stream(b"/X Do " * 10, of))
    last = b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>"
    return page_of(stream(b"/X Do"), [*forms, stream(WORDS, last)], b"/XObject<</X 6 0 R>>")


def form_within_itself() -> bytes:
    of = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>"
    return page_of(stream(b"/X Do"), [stream(b"/X Do", of)], b"/XObject<</X 6 0 R>>")


def page_tree_cycle() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1000000>>"])


def many_pages() -> bytes:
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>"
    pages = b"<</Type/Pages/Count 200000/Kids[" + b"3 0 R " * 200_000 + b"]>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", pages, page, stream(WORDS), font])


def million_objects() -> bytes:
    """Its table of objects, packed into a few kilobytes, tells of a million."""
    head = b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
    second = len(head)
    head += b"2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n"
    first, other = b"\1\0\0\x09\0", b"\1" + second.to_bytes(3, "big") + b"\0"  # in use, where it stands, edition 0
    rows = zlib.compress(b"\0\0\0\0\xff" + first + other + first * 999_997, 9)
    of = b"/Type/XRef/Size 1000000/W[1 3 1]/Root 1 0 R/Filter/FlateDecode"
    return head + b"3 0 obj\n" + stream(rows, of) + b"\nendobj\nstartxref\n%d\n%%%%EOF" % len(head)


def small_objects() -> bytes:
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>", *[b"0"] * 100_000])


def deep_array() -> bytes:
    return page_of(stream(WORDS), [b"[" * 200_000 + b"]" * 200_000])


def table_loop() -> bytes:
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    at = len(head)
    return head + b"xref\n0 1\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF" % (
        at,
        at,
    )


def locked() -> bytes:
    """Says that it is encrypted, by a password that nobody has."""
    lock = b"<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (b"41" * 32, b"42" * 32)
    return page_of(stream(WORDS), [lock], trailer=b"/Encrypt 6 0 R/ID[<00><00>]")


def garbage() -> bytes:
    return b"%PDF-1.4\n" + random.Random(5).randbytes(200_000)  # noqa: S311


def pdf_and_zip() -> bytes:
    return page_of(stream(WORDS)) + zipped({"word/document.xml": "<a/>"})


def zip_and_pdf() -> bytes:
    return zipped({"%PDF-1.4": "", **{"word/document.xml": "<a/>"}})


def word_bomb() -> bytes:
    """A hundred megabytes of paragraphs."""
    unit = paragraph("A" * 50).encode() * 1000
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(b'<w:document xmlns:w="urn:w"><w:body>')
            for _ in range(1_100):
                part.write(unit)
    return out.getvalue()


def silent_bomb() -> bytes:
    """The same of marks that hold no text."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(b'<w:document xmlns:w="urn:w"><w:body>')
            for _ in range(150):
                part.write(b"<w:x/>" * 100_000)
    return out.getvalue()


def laughs() -> bytes:
    said = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    return docx("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", f'<!DOCTYPE w [<!ENTITY l0 "lol">{said}]>')


def foreign_entity() -> bytes:
    said = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    return docx("<w:p><w:r><w:t>A&x;B</w:t></w:r></w:p>", said)


def foreign_declaration() -> bytes:
    return docx(paragraph("Words"), '<!DOCTYPE w SYSTEM "http://127.0.0.1:9/w.dtd">')


def deep_tables() -> bytes:
    return docx("<w:tbl><w:tr><w:tc>" * 20_000 + paragraph("x") + "</w:tc></w:tr></w:tbl>" * 20_000)


def many_entries() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(55_000):
            archive.writestr(str(number), "")
    return out.getvalue()


def zip_in_zip() -> bytes:
    return zipped({"word.docx": docx(paragraph("Words")), "again.zip": zipped({"Profile.csv": "First Name\nAsha"})})


def climbing_names() -> bytes:
    return zipped({"Profile.csv": "First Name\nAsha", "../../etc/cron.d/job": "* * * * * root true"})


def locked_zip() -> bytes:
    """The bit that says so is set in both places where a name stands."""
    content = bytearray(zipped({"Profile.csv": "First Name\nAsha"}))
    content[6] |= 1
    content[content.index(b"PK\1\2") + 8] |= 1
    return bytes(content)


def lying_size() -> bytes:
    """A part that says it is small."""
    content = bytearray(docx(paragraph("A" * 40) * 400_000))
    for mark, at in ((b"PK\1\2", 24), (b"PK\3\4", 22)):
        place = content.rindex(mark)
        content[place + at : place + at + 4] = (10).to_bytes(4, "little")
    return bytes(content)


def half() -> bytes:
    content = docx(paragraph("Words of a plain accountant") * 200)
    return content[: len(content) // 2]


HOSTILE = {
    "a gigabyte in one megabyte": Hostile("a.pdf", bomb, TAKES_TOO_MUCH),
    "a bomb within a bomb": Hostile("a.pdf", nested_bomb, TAKES_TOO_MUCH),
    "words without end": Hostile("a.pdf", too_many_words, TAKES_TOO_MUCH),
    "forms that draw forms": Hostile("a.pdf", laughing_forms, TAKES_TOO_MUCH),
    "a form within itself": Hostile("a.pdf", form_within_itself, {Trouble.NO_TEXT}),
    "a tree of pages that is a ring": Hostile("a.pdf", page_tree_cycle, {Trouble.BROKEN, Trouble.NO_TEXT}),
    "200,000 pages": Hostile("a.pdf", many_pages, {READ}),
    "a million objects": Hostile("a.pdf", million_objects, {Trouble.BROKEN, Trouble.NO_TEXT}),
    "100,000 objects": Hostile("a.pdf", small_objects, {Trouble.BROKEN, Trouble.NO_TEXT}),
    "200,000 brackets": Hostile("a.pdf", deep_array, {READ, Trouble.BROKEN}),
    "a table of objects that is a ring": Hostile("a.pdf", table_loop, {Trouble.BROKEN, Trouble.NO_TEXT}),
    "a locked PDF": Hostile("a.pdf", locked, {Trouble.ENCRYPTED}),
    "garbage": Hostile("a.pdf", garbage, {Trouble.BROKEN}),
    "half a PDF": Hostile("a.pdf", lambda: many_pages()[:50_000], {Trouble.BROKEN, Trouble.NO_TEXT}),
    "a PDF that is a ZIP": Hostile("a.pdf", pdf_and_zip, {Wrong.TWO_KINDS}),
    "a ZIP that is a PDF": Hostile("a.docx", zip_and_pdf, {Wrong.TWO_KINDS}),
    "0 bytes": Hostile("a.pdf", lambda: b"", {Trouble.EMPTY}),
    "blanks": Hostile("a.txt", lambda: b" \n" * 99, {Trouble.EMPTY}),
    "6 MB": Hostile("a.pdf", lambda: b"%PDF-" + b"0" * MOST_BYTES, {Trouble.TOO_BIG}),
    "a program": Hostile("a.pdf", lambda: b"MZ\x90\0" + b"\0" * 99, {Wrong.OTHER_ENDING}),
    "a PDF called DOCX": Hostile("a.docx", lambda: page_of(stream(WORDS)), {Wrong.OTHER_ENDING}),
    "a DOCX called PDF": Hostile("a.pdf", lambda: docx(paragraph("Words")), {Wrong.OTHER_ENDING}),
    "a PDF called text": Hostile("a.txt", lambda: page_of(stream(WORDS)), {Wrong.OTHER_ENDING}),
    "a page of the web": Hostile("a.html", lambda: b"<script>alert(1)</script>", {Wrong.UNKNOWN}),
    "a picture": Hostile("a.pdf", lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 99, {Wrong.PICTURE}),
    "an old Word file": Hostile("a.doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, {Wrong.OLD_WORD}),
    "a locked DOCX": Hostile("a.docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, {Wrong.LOCKED_WORD}),
    "a hundred megabytes of paragraphs": Hostile("a.docx", word_bomb, {READ, Trouble.UNPACKS_TOO_BIG}),
    "a hundred megabytes of marks": Hostile("a.docx", silent_bomb, {Trouble.UNPACKS_TOO_BIG, Trouble.SLOW}),
    "a billion laughs": Hostile("a.docx", laughs, {Trouble.DECLARES}),
    "an entity from outside": Hostile("a.docx", foreign_entity, {Trouble.DECLARES}),
    "a document type from outside": Hostile("a.docx", foreign_declaration, {Trouble.DECLARES}),
    "20,000 tables within one another": Hostile("a.docx", deep_tables, {Trouble.BROKEN}),
    "55,000 entries": Hostile("a.docx", many_entries, {Trouble.TOO_MANY_PARTS}),
    "macros": Hostile("a.docx", lambda: docx(paragraph("Words"), more={"word/vbaProject.bin": b"0"}), {Trouble.MACROS}),
    "a ZIP called DOCX": Hostile("a.docx", lambda: zipped({"a.txt": "a"}), {Trouble.BROKEN}),
    "half a DOCX": Hostile("a.docx", half, {Trouble.BROKEN}),
    "a part that lies about its size": Hostile("a.docx", lying_size, {READ, Trouble.BROKEN}),
    "an empty DOCX": Hostile("a.docx", lambda: docx(""), {Trouble.NO_TEXT}),
    "ZIPs within a ZIP": Hostile("a.zip", zip_in_zip, {Trouble.ARCHIVE_UNKNOWN}),
    "names that climb": Hostile("a.zip", climbing_names, {Trouble.UNSAFE_NAMES}),
    "a locked ZIP": Hostile("a.zip", locked_zip, {Trouble.ENCRYPTED}),
    "deep JSON": Hostile("a.json", lambda: b"[" * 200_000, {"not json"}),
    "wide JSON": Hostile("a.json", lambda: b"[" + b"[]," * 150_000 + b"[]]", {"not a résumé"}),
    "large JSON": Hostile("a.json", lambda: b'"' + b"a" * 600_000 + b'"', {"json too large"}),
    "text with a zero": Hostile("a.txt", lambda: b"abc\0def" * 99, {Wrong.OTHER_ENDING}),
}
