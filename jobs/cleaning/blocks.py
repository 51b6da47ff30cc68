"""Harmless HTML as a row of blocks: paragraphs, headings and list items, each of lines, each of runs of text: pure.

A list within a list continues as one list; a table is a paragraph with a line for each row.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import groupby
from typing import Literal, NamedTuple
from urllib.parse import unquote, urlsplit

from jobs.cleaning.chats import chat_mark
from jobs.cleaning.sanitiser import BLOCKS

Kind = Literal["p", "h3", "h4", "ul", "ol"]  # ul, ol: one item of such a list
HEADINGS: dict[str, Kind] = {"h1": "h3", "h2": "h3", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4"}
LONGEST_HEADING = 150  # characters; what is longer is text that somebody made big
BETWEEN_CELLS = " – "
_ADDRESS = re.compile(r"[\w.+-]@[\w-]+\.[a-zA-Z]")


class Run(NamedTuple):
    """Text of one look. href: "" for what is no link."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""

    @property
    def look(self) -> tuple[bool, bool, str]:
        return self.strong, self.em, self.href


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    kind: Kind
    lines: tuple[Line, ...]


def text_of(line: Line) -> str:
    return "".join(run.text for run in line)


def tidy(runs: Iterable[Run]) -> Line:
    """Spaces as a browser shows them: one at a time, none at the ends; neighbours of one look together."""
    parts: list[Run] = []
    after_space = True
    for run in runs:
        words = " ".join(f"|{run.text}|".split())[1:-1]  # the bars keep a space at an end
        text = words[1:] if after_space and words.startswith(" ") else words
        if text:
            parts.append(Run(text) if text == " " else run._replace(text=text))
            after_space = text.endswith(" ")
    if parts and parts[-1].text.endswith(" "):
        parts[-1] = parts[-1]._replace(text=parts[-1].text[:-1])
    full = [run for run in parts if run.text]
    return tuple(Run("".join(run.text for run in same), *look) for look, same in groupby(full, lambda run: run.look))


def blocks_of(html: str) -> list[Block]:
    """None of them is empty, and no line of theirs."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return reader.blocks


class _Reader(HTMLParser):
    """What nh3 wrote, so every tag is closed and every attribute quoted."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.lines: list[list[Run]] = [[]]
        self.lists: list[Kind] = []
        self.kind: Kind = "p"
        self.looks: list[str] = []  # "strong", "em"
        self.hrefs: list[str] = []
        self.cells = 0  # open ones
        self.between_cells = self.in_new_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("b", "strong", "i", "em"):
            self.looks.append("strong" if tag in ("b", "strong") else "em")
        elif tag == "a":
            self.hrefs.append(next((value or "" for name, value in attrs if name == "href"), ""))
        elif tag == "br":
            self.lines.append([])
        elif tag in ("td", "th"):
            self.cells, self.between_cells, self.in_new_cell = self.cells + 1, bool(self.lines[-1]), True
        elif tag == "tr":
            self._end_line()
        elif tag in BLOCKS:
            self._start_block(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("b", "strong", "i", "em"):
            look = "strong" if tag in ("b", "strong") else "em"
            if look in self.looks:
                self.looks.remove(look)
        elif tag == "a" and self.hrefs:
            if mark := chat_mark(self.hrefs.pop()):
                self.lines[-1].append(Run(f" {mark}"))
        elif tag in ("td", "th"):
            self.cells, self.in_new_cell = max(0, self.cells - 1), False
        elif tag == "tr":
            self._end_line()
        elif tag in BLOCKS and tag != "br":
            self._end_of(tag)

    def handle_data(self, text: str) -> None:
        if self.between_cells and text.strip():
            self.lines[-1].append(Run(BETWEEN_CELLS))
            self.between_cells = False
        if text.strip():
            self.in_new_cell = False
        href = self.hrefs[-1] if self.hrefs else ""
        href = href if _is_kept(href) else ""
        is_strong = "strong" in self.looks and self.kind not in ("h3", "h4")
        self.lines[-1].append(Run(text, is_strong, "em" in self.looks, href))

    def _start_block(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.end_block()
            self.lists.append("ol" if tag == "ol" else "ul")
        elif tag == "li":
            self.end_block()
            self.kind = self.lists[-1] if self.lists else "ul"
        elif self.kind != "p" or (self.cells and tag not in HEADINGS):
            if not self.in_new_cell:
                self._end_line()
        else:
            self.end_block()
            self.kind = HEADINGS.get(tag, "p")

    def _end_of(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.end_block()
            if self.lists:
                self.lists.pop()
            self.kind = self.lists[-1] if self.lists else "p"
        elif tag == "li" or (tag in HEADINGS and self.kind in ("h3", "h4")):
            self.end_block()
            self.kind = "p"
        elif self.kind == "p" and not self.cells:
            self.end_block()
        elif self.cells:
            self.lines[-1].append(Run(" "))
        else:
            self._end_line()

    def _end_line(self) -> None:
        if any(run.text.strip() for run in self.lines[-1]):
            self.lines.append([])
        self.between_cells = False

    def end_block(self) -> None:
        """Two breaks in a row end a paragraph; an item or a heading is one block, however it is broken."""
        lines = [tidy(line) for line in self.lines]
        groups = [tuple(group) for is_full, group in groupby(lines, bool) if is_full]
        if self.kind == "p":
            self.blocks += [Block("p", group) for group in groups]
        elif groups and self.kind in ("h3", "h4"):
            self.blocks.append(_heading(self.kind, [line for group in groups for line in group]))
        elif groups:
            self.blocks.append(Block(self.kind, tuple(line for group in groups for line in group)))
        self.lines, self.between_cells = [[]], False


def _heading(kind: Kind, lines: list[Line]) -> Block:
    line = tidy(run for line in lines for run in (*line, Run(" ")))
    return Block(kind if len(text_of(line)) <= LONGEST_HEADING else "p", (line,))


def _is_kept(href: str) -> bool:
    """Whether a link may be one. Not with a user before the host, which misleads, nor into a chat, nor with an e-mail
    address in it."""
    try:
        parts = urlsplit(href)
        host = parts.hostname
    except ValueError:
        return False
    is_plain = not any(letter.isspace() or letter in '"<>' for letter in href) and "@" not in parts.netloc
    return bool(host) and is_plain and not chat_mark(href) and not _ADDRESS.search(unquote(href))
