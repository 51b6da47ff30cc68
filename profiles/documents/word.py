"""The résumé as a Word file, for forms that ask for one: the same words in the same order as the PDF, and the same
bytes for the same facts. Runs in a child process (see files.py)."""

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from profiles.documents.fitting import shortened
from profiles.documents.sheet import Entry, Section, Sheet, sheet
from profiles.facts import ProfileFacts

if TYPE_CHECKING:
    from docx.document import Document

FACE = "Calibri"  # nothing is embedded: what every Word has, and others replace by a face of the same widths
_WIDE, _HIGH, _MARGIN = 210, 297, 19  # millimetres
_INK, _QUIET = "1B1B1B", "4A4A4A"


def word_file(facts: ProfileFacts) -> bytes:
    import docx

    page = sheet(shortened(facts, 0))
    document = docx.Document()
    _lay_out(document)
    _style(document)
    _name(document, page)
    for section in page.sections:
        _write_section(document, section)
    _say_whose(document, page)
    written = BytesIO()
    document.save(written)
    return _without_time(written)


def _lay_out(document: "Document") -> None:
    from docx.shared import Mm

    paper = document.sections[0]
    paper.page_width, paper.page_height = Mm(_WIDE), Mm(_HIGH)
    paper.left_margin = paper.right_margin = paper.top_margin = paper.bottom_margin = Mm(_MARGIN)


def _style(document: "Document") -> None:
    """Word's own styles, so that a reader's program knows a heading; their look is ours."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor
    from docx.styles.style import ParagraphStyle

    looks = {"Normal": (10.5, 0, 2), "Title": (22, 0, 2), "Heading 1": (12, 12, 4), "List Bullet": (10.5, 0, 2)}
    for name, (size, before, after) in looks.items():
        style = document.styles[name]
        if not isinstance(style, ParagraphStyle):
            raise TypeError(f"{name} is no style of paragraphs.")
        style.font.name, style.font.size, style.font.color.rgb = FACE, Pt(size), RGBColor.from_string(_INK)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        faces = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            faces.attrib.pop(qn(slot), None)
        faces.set(qn("w:cs"), "Nirmala UI")  # letters of India
    _without_rule(document)


def _without_rule(document: "Document") -> None:
    """Word's title stands over a coloured line."""
    from docx.oxml.ns import qn

    for border in document.styles["Title"].element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break


def _name(document: "Document", page: Sheet) -> None:
    document.add_paragraph(page.name, style="Title")
    if page.headline:
        document.add_paragraph(page.headline)
    if page.contact:
        document.add_paragraph(" | ".join(detail.text for detail in page.contact))


def _write_section(document: "Document", section: Section) -> None:
    document.add_heading(section.heading, level=1)
    if section.text:
        document.add_paragraph(section.text)
    for entry in section.entries:
        _write_entry(document, entry)


def _write_entry(document: "Document", entry: Entry) -> None:
    from docx.shared import Pt, RGBColor

    line = document.add_paragraph()
    line.paragraph_format.keep_with_next = bool(entry.under or entry.lines)
    line.paragraph_format.space_before = Pt(6)
    line.add_run(entry.title).bold = True
    if entry.dates:
        line.add_run(f" | {entry.dates}").font.color.rgb = RGBColor.from_string(_QUIET)
    if entry.under:
        under = document.add_paragraph()
        under.add_run(entry.under).font.color.rgb = RGBColor.from_string(_QUIET)
        under.paragraph_format.keep_with_next = bool(entry.lines)
    for text in entry.lines:
        document.add_paragraph(text, style="List Bullet")


def _say_whose(document: "Document", page: Sheet) -> None:
    """Who and what, and not when."""
    about = document.core_properties
    about.title, about.author, about.comments, about.language = page.title, page.name, "", "en-IN"
    for element in list(about._element):
        if element.tag.endswith(("}created", "}modified", "}revision", "}lastModifiedBy")):
            about._element.remove(element)
    of_file = document.part.package.rels
    for key in [key for key, relation in of_file.items() if relation.reltype.endswith("/thumbnail")]:
        del of_file[key]  # a picture of the empty template


def _without_time(written: BytesIO) -> bytes:
    """Packed anew, as a ZIP notes for each part when it was packed."""
    packed = BytesIO()
    with ZipFile(written) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as fresh:
        for name in parts.namelist():
            fresh.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)
    return packed.getvalue()
