"""Blocks as HTML, and as lines of text: pure."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from jobs.cleaning.blocks import Block, Line, Run, text_of

_MOST_OF_A_CHARACTER = 5  # characters of HTML: “&amp;”
_TAGS = 40  # characters at most around the one run of a block that was cut


def written(blocks: Iterable[Block], longest: int) -> str:
    """longest: characters. What comes after them is left out, block by block; the first that doesn't fit is cut."""
    fitting = list(_fitting(blocks, longest))
    parts = []
    for kind, group in groupby(fitting, lambda block: block.kind):
        inside = "".join(map(_block, group))
        parts.append(f"<{kind}>{inside}</{kind}>" if kind in ("ul", "ol") else inside)
    return "".join(parts)


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    return (text_of(line) for block in blocks for line in block.lines)


def _fitting(blocks: Iterable[Block], longest: int) -> Iterator[Block]:
    left = longest
    for block in blocks:
        size = len(_block(block)) + len("<ul></ul>")
        if size > left:
            most = (left - _TAGS) // _MOST_OF_A_CHARACTER
            text = text_of(block.lines[0])[: max(0, most)].strip()
            if text:
                yield Block(block.kind, ((Run(text),),))
            return
        left -= size
        yield block


def _block(block: Block) -> str:
    tag = "li" if block.kind in ("ul", "ol") else block.kind
    return f"<{tag}>{'<br>'.join(map(_line, block.lines))}</{tag}>"


def _line(line: Line) -> str:
    parts = []
    for href, linked in groupby(line, lambda run: run.href):
        inside = "".join(_alike(list(run)) for _, run in groupby(linked, lambda run: run.strong))
        parts.append(f'<a href="{escape(href)}" rel="nofollow noopener ugc">{inside}</a>' if href else inside)
    return "".join(parts)


def _alike(runs: list[Run]) -> str:
    """Runs that are all strong, or none of them."""
    inside = "".join(_run(run) for run in runs)
    return f"<strong>{inside}</strong>" if runs[0].strong else inside


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    return f"<em>{text}</em>" if run.em else text
