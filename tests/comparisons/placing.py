"""What is wrong with where things are on a card: a text that is cut, or that covers something or is covered."""

from itertools import combinations, product

from comparisons.cards.layout import EDGE, HEIGHT, MARGIN, Layout
from comparisons.cards.lettering import Box

HANGS = 4  # px: as far a swash or a diamond's tip may hang into the margin
CALM = 48  # px above and below that stay empty


def placing_faults(layout: Layout) -> list[str]:
    inks = [(line.text, line.ink) for line in layout.lines]
    shapes = [(shape.kind, shape.box) for shape in layout.shapes]
    found = [f"{name} leaves the page" for name, box in inks + shapes if _outside(box)]
    pairs = [*combinations(inks, 2), *product(inks, shapes)]
    return found + [f"{name} covers {other}" for (name, box), (other, its) in pairs if _meet(box, its)]


def _outside(box: Box) -> bool:
    left, top, right, bottom = box
    return left < MARGIN - HANGS or right > EDGE + HANGS or top < CALM or bottom > HEIGHT - CALM


def _meet(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
