"""Where the shapes of pay charts go. Pure; templates draw them, and a table with the same figures stands beside each.

x is in per cent of the width, y in pixels: a chart is as wide as its place, and its text keeps its size.
"""

import math
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roles.money import LAKH
from roles.pay import PayFigure
from roles.salaries.groups import PayGroup, PayRow
from roles.salaries.standing import percentiles

NAME, NOTE = 19, 17  # pixels that a line takes: a source's name, what else is said of it
BAR = 42  # a figure: its words, then its bar
GAP = 18  # after a group
AXIS = 24
NAME_WIDTH, NOTE_WIDTH = 38, 46  # characters that fit a line of the narrowest phone


@dataclass(frozen=True)
class Tick:
    x: float
    rupees: int
    anchor: str


def axis(highest: int) -> tuple[int, int]:
    """For an axis from 0: a step of 1, 2, 5, 10, 20 … lakh with at most five of them, and the round end."""
    step = next(
        factor * 10**power * LAKH
        for power in range(6)
        for factor in (1, 2, 5)
        if factor * 10**power * LAKH * 5 >= highest
    )
    return step, step * math.ceil(highest / step)


def ticks(step: int, top: int) -> tuple[Tick, ...]:
    anchors = {0: "start", top: "end"}
    return tuple(Tick(share(rupees, top), rupees, anchors.get(rupees, "middle")) for rupees in range(0, top + 1, step))


def share(rupees: int, top: int) -> float:
    """Where an amount stands on an axis that ends at top, in per cent."""
    return round(100 * rupees / top, 2)


@dataclass(frozen=True)
class Line:
    text: str
    y: int
    is_name: bool


@dataclass(frozen=True)
class RangeBar:
    """x and width: the bar, width 0 where no two ends are known; line: the outermost percentiles, where they reach
    further; median_x: None where no median is known."""

    row: PayRow
    text_y: int
    y: int
    x: float
    width: float
    line: tuple[float, float] | None
    median_x: float | None

    @property
    def middle_y(self) -> int:
        return self.y + 5


@dataclass(frozen=True)
class RangeGroup:
    lines: tuple[Line, ...]
    bars: tuple[RangeBar, ...]


@dataclass(frozen=True)
class PayAxis:
    """What stands under bars on one axis: the chart's height and the amounts at its foot."""

    height: int
    ticks: tuple[Tick, ...]

    @property
    def axis_y(self) -> int:
        return self.height - AXIS

    @property
    def tick_text_y(self) -> int:
        return self.height - 6


@dataclass(frozen=True)
class RangeChart(PayAxis):
    groups: tuple[RangeGroup, ...]

    @property
    def has_estimate(self) -> bool:
        return any(bar.row.figure.is_editorial for group in self.groups for bar in group.bars)


def range_chart(groups: Iterable[PayGroup], is_named: bool = True) -> RangeChart | None:
    """A bar a figure on one axis from 0, under its source's name and terms unless is_named is false.

    None for fewer than two bars: a table says as much. Averages alone are left to the table.
    """
    drawable = [(group, rows) for group in groups if (rows := [row for row in group.rows if _spots(row.figure)])]
    figures = [row.figure for _, rows in drawable for row in rows]
    if len(figures) < 2:
        return None
    step, top = axis(max(max(_spots(figure)) for figure in figures))
    drawn: list[RangeGroup] = []
    y = 0
    for group, rows in drawable:
        lines = _lines(group, y) if is_named else ()
        y += sum(NAME if line.is_name else NOTE for line in lines)
        drawn.append(RangeGroup(lines, tuple(_bar(row, y + number * BAR, top) for number, row in enumerate(rows))))
        y += len(rows) * BAR + GAP
    return RangeChart(y - GAP + AXIS, ticks(step, top), tuple(drawn))


def _spots(figure: PayFigure) -> Sequence[int]:
    """Every amount that is drawn."""
    return [*(rupees for _, rupees in percentiles(figure)), *(figure.ends or ())]


def _lines(group: PayGroup, y: int) -> tuple[Line, ...]:
    notes = "; ".join(part for part in (group.first.covers, group.first.period) if part)
    texts = [(text, True) for text in textwrap.wrap(group.source.name, NAME_WIDTH)]
    texts += [(text, False) for text in textwrap.wrap(notes, NOTE_WIDTH)]
    lines: list[Line] = []
    for text, is_name in texts:
        y += NAME if is_name else NOTE
        lines.append(Line(text, y - 5, is_name))
    return tuple(lines)


def _bar(row: PayRow, y: int, top: int) -> RangeBar:
    figure = row.figure
    low, high = figure.ends or (figure.middle, figure.middle)
    spots = _spots(figure)
    reaches = (min(spots), max(spots)) != (low, high)
    return RangeBar(
        row=row,
        text_y=y + 14,
        y=y + 22,
        x=share(low, top),
        width=round(share(high, top) - share(low, top), 2),
        line=(share(min(spots), top), share(max(spots), top)) if reaches else None,
        median_x=None if figure.p50 is None else share(figure.p50, top),
    )
