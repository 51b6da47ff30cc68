"""The face measured, and texts broken into lines. Pure; lengths in pixels.

Letters are placed by Pillow's own rules, not by a library that only some systems have: a card is the same everywhere.
"""

from dataclasses import dataclass
from functools import lru_cache

from PIL import ImageFont

from comparisons.cards.face import FACE

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
    def ink(self) -> Box:
        """What the letters cover."""
        left, top, right, bottom = _ink(self.text, self.style)
        return self.x + left, self.baseline + top, self.x + right, self.baseline + bottom


def font_of(style: Style) -> ImageFont.FreeTypeFont:
    return _font(style.size, style.weight)


@lru_cache(maxsize=256)
def _font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(FACE, size, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([weight])
    return font


@lru_cache(maxsize=4096)
def width(text: str, style: Style) -> float:
    return font_of(style).getlength(text)


@lru_cache(maxsize=4096)
def _ink(text: str, style: Style) -> Box:
    return font_of(style).getbbox(text, anchor="ls")


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
