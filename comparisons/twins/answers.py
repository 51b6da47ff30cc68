"""Answers to questions, from HTML to text. Pure."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

HEADING, ITEM, PARAGRAPH = "heading", "item", "paragraph"
KINDS = {"h4": HEADING, "li": ITEM, "p": PARAGRAPH}


class Block(NamedTuple):
    """A heading, an item of a list or a paragraph, on one line."""

    kind: str
    text: str

    @property
    def plain(self) -> str:
        return f"- {self.text}" if self.kind == ITEM else self.text


class Answer(NamedTuple):
    question: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """A line a block."""
        return "\n".join(block.plain for block in self.blocks)


class _Reader(HTMLParser):
    """Collects the blocks of HTML that nests none of them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read: list[tuple[str, list[str]]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in KINDS:
            self.read.append((KINDS[tag], []))
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in KINDS:
            self.read.append((PARAGRAPH, []))

    def handle_data(self, data: str) -> None:
        if not self.read:
            self.read.append((PARAGRAPH, []))
        self.read[-1][1].append(data)


def answers(faqs: Iterable[tuple[str, str]]) -> tuple[Answer, ...]:
    """faqs: a question and the HTML of its answer."""
    return tuple(Answer(question, blocks(html)) for question, html in faqs)


def blocks(html: str) -> tuple[Block, ...]:
    """What the HTML says, block by block; what stands outside of any is a paragraph."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = ((kind, " ".join("".join(parts).split())) for kind, parts in reader.read)
    return tuple(Block(kind, text) for kind, text in lines if text)
