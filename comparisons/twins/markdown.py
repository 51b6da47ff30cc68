"""Text as Markdown, so that nothing in it is taken for a sign (CommonMark and GitHub's tables). Pure."""

import re
from collections.abc import Iterable
from itertools import groupby

from comparisons.twins.answers import HEADING, ITEM, Block

# Signs wherever they stand; & only where it would begin an entity.
SIGNS = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
# Signs at the start of a line: headings, lists, rules. Of a number the full stop or bracket after it.
LEADING = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=[#+-]))")
# What would close a heading.
CLOSING = re.compile(r"(?<=\s)(?=#+$)")


def escaped(text: str) -> str:
    """One line that reads as the text does."""
    line = SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    return CLOSING.sub(r"\\", LEADING.sub(r"\g<1>\\", line))


def as_markdown(blocks: Iterable[Block]) -> str:
    """Items of a list line by line, an empty line around all else."""
    parts = []
    for is_list, held in groupby(blocks, lambda block: block.kind == ITEM):
        parts.append(("\n" if is_list else "\n\n").join(map(_block, held)))
    return "\n\n".join(parts)


def _block(block: Block) -> str:
    text = escaped(block.text)
    return {HEADING: f"**{text}**", ITEM: f"- {text}"}.get(block.kind, text)


def tidied(text: str) -> str:
    """Without the gaps that a template's tags leave: one empty line at most, no spaces at a line's end."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip() + "\n"
