"""Text out of a Word file (.docx): paragraphs, tables, text boxes, headers and footers, each a line of its own; what
Word numbers or marks begins with “•”. Parsed as it is unpacked, so that no tree is ever in memory."""

import re
from xml.parsers import expat

from profiles.importing.extracting.answers import MOST_CHARACTERS, Extracted, Trouble, Unreadable
from profiles.importing.extracting.zipped import Zipped

DEEPEST = 500  # elements within one another; tables within tables of a text box take some sixty
_BODY = "word/document.xml"
_HEADER = re.compile(r"word/header\d*\.xml")
_FOOTER = re.compile(r"word/footer\d*\.xml")
# Settings of what they stand in; Fallback: a text box once more, for older programs.
_NO_TEXT = {"Fallback", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "delText", "numPr"}


class _Enough(Exception):
    """As much text as is taken."""


def read(content: bytes) -> Extracted:
    """Raises Unreadable."""
    zipped = Zipped(content)
    names = zipped.names
    if _BODY not in names or "[Content_Types].xml" not in names:
        raise Unreadable(Trouble.BROKEN)
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise Unreadable(Trouble.MACROS)
    parts = [*sorted(filter(_HEADER.fullmatch, names)), _BODY, *sorted(filter(_FOOTER.fullmatch, names))]
    writer = _Writer()
    try:
        for part in dict.fromkeys(parts):
            _parse(zipped, part, writer)
    except _Enough:
        return Extracted(writer.text, is_cut=True)
    return Extracted(writer.text)


def _parse(zipped: Zipped, part: str, writer: "_Writer") -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = writer.begin
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.say
    parser.StartDoctypeDeclHandler = _refuse_declaration
    try:
        for chunk in zipped.chunks(part):
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Unreadable(Trouble.BROKEN) from error


def _refuse_declaration(*_: object) -> None:
    raise Unreadable(Trouble.DECLARES)


class _Writer:
    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._depth = 0
        self._silent_from = 0  # the depth at which something begins that holds no text; 0: nothing has
        self._in_text = False

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def begin(self, name: str, _: object) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable(Trouble.BROKEN)
        tag = name.rpartition(" ")[2]
        if tag == "numPr" and self._is_at_line_start():
            self._write("• ")
        if self._silent_from:
            return
        if tag in _NO_TEXT:
            self._silent_from = self._depth
        elif tag == "t":
            self._in_text = True
        elif tag in ("tab", "br", "cr"):
            self._write("\t" if tag == "tab" else "\n")

    def end(self, name: str) -> None:
        if self._silent_from:
            if self._silent_from == self._depth:
                self._silent_from = 0
        else:
            self._close(name.rpartition(" ")[2])
        self._depth -= 1

    def say(self, words: str) -> None:
        if self._in_text and not self._silent_from:
            self._write(words)

    def _close(self, tag: str) -> None:
        if tag == "t":
            self._in_text = False
        elif tag in ("p", "tr"):
            self._write("\n")
        elif tag == "tc":
            self._end_cell()

    def _end_cell(self) -> None:
        """The next cell goes on in the line of this one's last paragraph, parted by a tab."""
        if self._pieces and self._pieces[-1] == "\n":
            self._pieces.pop()
        self._write("\t")

    def _is_at_line_start(self) -> bool:
        return not self._pieces or self._pieces[-1][-1] in "\n\t"

    def _write(self, words: str) -> None:
        self._length += len(words)
        if self._length > MOST_CHARACTERS:
            raise _Enough
        self._pieces.append(words)
