"""The face measured, and texts broken into lines. Pure; lengths in pixels.

A text is set run by run, as the face comes in two files. Letters are placed by Pillow's own rules, not by a library
that only some systems have: a card is the same everywhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

from comparisons.cards.face import LATIN, RUPEE

RUNS = re.compile("₹+|[^₹]+")
HAIR = 0.03  # of the size: the room between two runs
NO_BREAK = "\u00a0"

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True)
class Style:
    """Size in pixels; weight 400 to 800; colour as "#rrggbb"."""

    size: int
    weight: int
    colour: str


@dataclass(frozen=True)
class Line:
    """A text on its baseline, from x on."""

    text: str
    style: Style
    x: float
    baseline: float

    @property
    def end(self) -> float:
        return self.x + width(self.text, self.style)

    @property
    def runs(self) -> Iterator[tuple[str, ImageFont.FreeTypeFont, float]]:
        """Each run with its font and where it starts."""
        x = self.x
        for run, font in _runs(self.text, self.style):
            yield run, font, x
            x += font.getlength(run) + HAIR * self.style.size

    @property
    def ink(self) -> Box:
        """What the letters cover."""
        left, top, right, bottom = _ink(self.text, self.style)
        return self.x + left, self.baseline + top, self.x + right, self.baseline + bottom


@lru_cache(maxsize=256)
def _font(path: Path, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


def _runs(text: str, style: Style) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    files = ((run, RUPEE if run.startswith("₹") else LATIN) for run in RUNS.findall(text))
    return [(run, _font(file, style.size, style.weight)) for run, file in files]


@lru_cache(maxsize=4096)
def width(text: str, style: Style) -> float:
    lengths = [font.getlength(run) for run, font in _runs(text, style)]
    return sum(lengths) + HAIR * style.size * max(len(lengths) - 1, 0)


@lru_cache(maxsize=4096)
def _ink(text: str, style: Style) -> Box:
    boxes = [(x, font.getbbox(run, anchor="ls")) for run, font, x in Line(text, style, 0, 0).runs]
    return (
        min(x + box[0] for x, box in boxes),
        min(box[1] for _, box in boxes),
        max(x + box[2] for x, box in boxes),
        max(box[3] for _, box in boxes),
    )


def wrapped(text: str, style: Style, room: float) -> list[str]:
    """Lines, each as full as the room allows. A single word that is wider stays whole."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, style) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def cut(text: str, style: Style, room: float) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if width(text, style) <= room:
        return text
    while text and width(f"{text}…", style) > room:
        text = text[:-1].rstrip()
    return f"{text}…"
