"""Typed bullets become lists, headings an outline without gaps: pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from jobs.cleaning.blocks import Block, Kind, Line, text_of, tidy

_BULLET = re.compile(r"[•●▪■◦‣⁃∙·➢➤►✓✔➔❖★◆○☞][\s\ufe0f]*")
_DASH = re.compile(r"[-–—*]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+(?=\S)")
_SIGNS_ONLY = re.compile(r"[\s\-–—*_=•●▪■◦‣⁃∙·➢➤►✓✔➔❖★◆○☞\ufe0f]*")


class _Typed(NamedTuple):
    """A line of a paragraph; paragraph: which one, counted from 0."""

    line: Line
    paragraph: int
    kind: Kind = "p"


def in_order(blocks: Iterable[Block]) -> list[Block]:
    """Lines that are nothing but dashes or bullets go."""
    full = [block for block in map(_without_signs, blocks) if block.lines]
    found: list[Block] = []
    for is_text, group in groupby(full, lambda block: block.kind == "p"):
        row = list(group)
        found += _with_items(row) if is_text else row
    return list(_without_gaps(found))


def _without_signs(block: Block) -> Block:
    lines = [line for line in block.lines if not _SIGNS_ONLY.fullmatch(text_of(line))]
    if block.kind in ("ul", "ol") and lines:
        lines[0] = _without_bullets(lines[0])
    return replace(block, lines=tuple(lines))


def _without_bullets(line: Line) -> Line:
    while found := _BULLET.match(text_of(line)) or _DASH.match(text_of(line)):
        line = _from(line, found.end())
    return line


def _from(line: Line, position: int) -> Line:
    runs = []
    for run in line:
        runs.append(run._replace(text=run.text[position:]))
        position = max(0, position - len(run.text))
    return tidy(runs)


def _with_items(paragraphs: list[Block]) -> Iterator[Block]:
    """Paragraphs that follow each other, with the lists that were typed in them."""
    typed = [_Typed(line, number) for number, block in enumerate(paragraphs) for line in block.lines]
    typed = _numbered([_dashed(typed, place) for place in range(len(typed))])
    for (kind, _), group in groupby(typed, lambda each: (each.kind, each.paragraph if each.kind == "p" else -1)):
        lines = [each.line for each in group]
        if kind == "p":
            yield Block("p", tuple(lines))
        else:
            yield from (Block(kind, (line,)) for line in lines)


def _dashed(typed: list[_Typed], place: int) -> _Typed:
    """A bullet makes an item; a dash only beside another one, as a single one may be a thought."""
    here = typed[place]
    beside = [typed[other] for other in (place - 1, place + 1) if 0 <= other < len(typed)]
    is_item = _BULLET.match(text_of(here.line)) or (
        _DASH.match(text_of(here.line)) and any(_DASH.match(text_of(each.line)) for each in beside)
    )
    return here._replace(line=_without_bullets(here.line), kind="ul") if is_item else here


def _numbered(typed: list[_Typed]) -> list[_Typed]:
    """“1.” and “2.” on lines that follow each other."""
    found, place = list(typed), 0
    while place < len(found):
        count = 0
        while place + count < len(found) and _number(found[place + count]) == count + 1:
            count += 1
        for each in range(place, place + count if count > 1 else place):
            number = _NUMBER.match(text_of(found[each].line))
            found[each] = found[each]._replace(line=_from(found[each].line, number.end() if number else 0), kind="ol")
        place += max(1, count)
    return found


def _number(typed: _Typed) -> int | None:
    number = _NUMBER.match(text_of(typed.line)) if typed.kind == "p" else None
    return int(number[1]) if number else None


def _without_gaps(blocks: Iterable[Block]) -> Iterator[Block]:
    """Below the page's own headings none may start at the lower level."""
    has_upper = False
    for block in blocks:
        is_gap = block.kind == "h4" and not has_upper
        has_upper = has_upper or block.kind in ("h3", "h4")
        yield replace(block, kind="h3") if is_gap else block
