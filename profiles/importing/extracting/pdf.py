"""Text out of a PDF file, in the order in which it was written: PDFium's. Only within a process of its own, as PDFium
ends its process where memory runs out."""

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # says nothing of its types

from profiles.importing.extracting.answers import MOST_CHARACTERS, MOST_PAGES, Extracted, Trouble, Unreadable

_NEEDS_PASSWORD = 4  # FPDF_ERR_PASSWORD
_UNKNOWN_PROTECTION = 5  # FPDF_ERR_SECURITY


def read(content: bytes) -> Extracted:
    """Raises Unreadable."""
    document = _opened(content)
    count = len(document)
    pages: list[str] = []
    left = MOST_CHARACTERS
    for number in range(min(count, MOST_PAGES)):
        page, is_whole = _page(document, number, left)
        pages.append(page)
        left -= len(page)
        if not is_whole:
            return Extracted("\n".join(pages), pages=count, is_cut=True)
    return Extracted("\n".join(pages), pages=count, is_cut=count > MOST_PAGES)


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        is_locked = error.err_code in (_NEEDS_PASSWORD, _UNKNOWN_PROTECTION)
        raise Unreadable(Trouble.ENCRYPTED if is_locked else Trouble.BROKEN) from error


def _page(document: pdfium.PdfDocument, number: int, left: int) -> tuple[str, bool]:
    """Its text, and whether all of it was taken. A page that can't be read doesn't take the others with it."""
    try:
        text_page = document[number].get_textpage()
    except pdfium.PdfiumError:
        return "", True
    count = text_page.count_chars()
    text = text_page.get_text_range(0, min(count, left)) if count > 0 and left > 0 else ""
    return text, count <= left
