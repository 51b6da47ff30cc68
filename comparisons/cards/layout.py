"""What is placed on a card: lines of text and shapes. Pure; pixels from the top left corner."""

from dataclasses import dataclass, replace

from comparisons.cards.lettering import Box, Line

WIDTH, HEIGHT = 1200, 630
MARGIN = 72
EDGE = WIDTH - MARGIN  # where every line has to end

# The tokens of static/css/site.css.
INK, MUTED, PAPER, LINE = "#171a21", "#565c6b", "#ffffff", "#d8dbe3"
LEFT, RIGHT, RIGHT_FILL = "#3442a8", "#94490a", "#d98324"


@dataclass(frozen=True)
class Shape:
    """kind: "dot", "diamond" or "bar"."""

    kind: str
    box: Box
    colour: str


@dataclass(frozen=True)
class Layout:
    """A block of a card, from 0 down to its height; or the whole card."""

    height: float
    lines: tuple[Line, ...] = ()
    shapes: tuple[Shape, ...] = ()

    def down(self, by: float) -> "Layout":
        lines = (replace(line, baseline=line.baseline + by) for line in self.lines)
        shapes = (replace(shape, box=_down(shape.box, by)) for shape in self.shapes)
        return Layout(self.height, tuple(lines), tuple(shapes))


def _down(box: Box, by: float) -> Box:
    return box[0], box[1] + by, box[2], box[3] + by


def beside(*blocks: Layout) -> Layout:
    """Blocks that begin at one height."""
    return Layout(
        max(block.height for block in blocks),
        tuple(line for block in blocks for line in block.lines),
        tuple(shape for block in blocks for shape in block.shapes),
    )


def spread(blocks: list[Layout], top: float, bottom: float, *, to_the_end: bool) -> Layout:
    """Blocks one under the other with equal room above each; `to_the_end`: none below the last, else as much."""
    free = bottom - top - sum(block.height for block in blocks)
    gap = free / (len(blocks) + (0 if to_the_end else 1))
    placed = []
    for block in blocks:
        top += gap
        placed.append(block.down(top))
        top += block.height
    return replace(beside(*placed), height=bottom)
