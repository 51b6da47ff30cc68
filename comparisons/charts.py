"""Where the shapes of the two pictures go. Pure; comparisons/drawn/ draws them, a table or text stands beside each."""

import math
from dataclasses import dataclass
from functools import lru_cache

from comparisons.comparison import Comparison, Side
from comparisons.pay import PayMatch
from roles.pay import PayFigure
from roles.salaries.charts import AXIS, PayAxis, axis, share, ticks

# --- Skill overlap: two circles whose areas are the skill counts, and whose lens is what they share ---------------

WIDTH, HEIGHT = 320, 176  # of the viewBox
LARGEST = 82  # radius of the larger circle


@dataclass(frozen=True)
class OverlapChart:
    """Circles in a viewBox of WIDTH × HEIGHT, and the middles of the three parts for their numbers.

    left, right: skills that only that role has; shared: of both.
    """

    left: int
    shared: int
    right: int
    left_x: float
    left_r: float
    right_x: float
    right_r: float
    left_text_x: float
    shared_text_x: float
    right_text_x: float
    y: float = HEIGHT / 2
    text_y: float = HEIGHT / 2 + 9


def lens_area(r: float, s: float, d: float) -> float:
    """The area two circles of radii r and s share when their centres are d apart."""
    if d >= r + s:
        return 0.0
    if d <= abs(r - s):
        return math.pi * min(r, s) ** 2
    a = _angle((d * d + r * r - s * s) / (2 * d * r))
    b = _angle((d * d + s * s - r * r) / (2 * d * s))
    return r * r * (a - math.sin(2 * a) / 2) + s * s * (b - math.sin(2 * b) / 2)


def _angle(cosine: float) -> float:
    """In radians; what rounding took past -1 or 1 is brought back."""
    return math.acos(max(-1.0, min(1.0, cosine)))


def _distance(r: float, s: float, area: float) -> float:
    """How far apart the centres must be for the lens to have this area: bisection, to a hundredth."""
    near, far = abs(r - s), r + s
    while far - near > 0.01:
        middle = (near + far) / 2
        near, far = (middle, far) if lens_area(r, s, middle) > area else (near, middle)
    return far


@lru_cache(maxsize=512)
def overlap_chart(left: int, shared: int, right: int) -> OverlapChart | None:
    """left, right: skills only that role has; shared: of both. None when a circle would be empty.

    Kept, as many pairs have the same three numbers.
    """
    if not left + shared or not right + shared:
        return None
    counts = (left, shared, right)
    unit = LARGEST / math.sqrt(max(left, right) + shared)
    r, s = unit * math.sqrt(left + shared), unit * math.sqrt(right + shared)
    distance = _distance(r, s, shared * math.pi * unit * unit) if shared else r + s
    fit = min(1.0, (WIDTH - 4) / (r + distance + s))
    r, s, distance = r * fit, s * fit, distance * fit
    left_x = (WIDTH - (r + distance + s)) / 2 + r
    right_x = left_x + distance
    edges = (left_x - r, right_x - s, left_x + r, right_x + s)
    middles = [round((edges[i] + edges[i + 1]) / 2, 1) for i in range(3)]
    circles = (round(left_x, 1), round(r, 1), round(right_x, 1), round(s, 1))
    return OverlapChart(*counts, *circles, *middles)


def skill_chart(comparison: Comparison) -> OverlapChart | None:
    groups = comparison.skills
    return overlap_chart(len(groups.left.only), len(groups.shared), len(groups.right.only))


# --- Pay: a bar a role and source on one axis; x in per cent of the width, y in pixels, so that text keeps its size --

CAPTION = 44  # pixels above a source's first bar, for its name and terms
LINE = 40  # a role: its words, then its bar
ROW = CAPTION + 2 * LINE + 14


@dataclass(frozen=True)
class PayBar:
    """x, width and median_x in per cent, text_y and y in pixels; width 0 where only the median is known."""

    figure: PayFigure
    side: Side
    text_y: int
    y: int
    x: float
    width: float
    median_x: float | None

    @property
    def dot_y(self) -> int:
        return self.y + 5


@dataclass(frozen=True)
class PayRow:
    match: PayMatch
    caption_y: int
    bars: tuple[PayBar, PayBar]

    @property
    def terms_y(self) -> int:
        return self.caption_y + 18


@dataclass(frozen=True)
class PayChart(PayAxis):
    rows: tuple[PayRow, ...]


def pay_chart(comparison: Comparison) -> PayChart | None:
    """The best match of each source, on a common axis from 0 to a round figure above the highest end."""
    shown = comparison.pay.by_source
    if not shown:
        return None
    step, top = axis(max(_high(figure) for match in shown for figure in (match.left, match.right)))
    rows = tuple(_row(match, comparison.sides, number * ROW, top) for number, match in enumerate(shown))
    return PayChart(len(shown) * ROW + AXIS, ticks(step, top), rows)


def _high(figure: PayFigure) -> int:
    return max(figure.middle, figure.ends[1] if figure.ends else 0)


def _row(match: PayMatch, sides: tuple[Side, Side], y: int, top: int) -> PayRow:
    bars = (
        _bar(match.left, sides[0], y + CAPTION, top),
        _bar(match.right, sides[1], y + CAPTION + LINE, top),
    )
    return PayRow(match, y + 16, bars)


def _bar(figure: PayFigure, side: Side, y: int, top: int) -> PayBar:
    low, high = figure.ends or (figure.middle, figure.middle)
    return PayBar(
        figure=figure,
        side=side,
        text_y=y + 12,
        y=y + 19,
        x=share(low, top),
        width=share(high - low, top),
        median_x=None if figure.p50 is None else share(figure.p50, top),
    )
