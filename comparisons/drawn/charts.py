"""The shapes of the two pictures. Where they go is worked out in comparisons/charts.py."""

from html import escape

from django.utils.safestring import SafeString, mark_safe

from comparisons.charts import OverlapChart, PayBar, PayChart, PayRow
from roles.money import short
from roles.salaries.charts import Tick


def overlap_shapes(chart: OverlapChart) -> SafeString:
    """Two circles, and how many skills are in each of their three parts."""
    counts = (
        (chart.left_text_x, chart.left),
        (chart.shared_text_x, chart.shared),
        (chart.right_text_x, chart.right),
    )
    shapes = [
        _circle("circle-left", chart.left_x, chart.y, chart.left_r),
        _circle("circle-right", chart.right_x, chart.y, chart.right_r),
        _circle("circle-hatch", chart.right_x, chart.y, chart.right_r),
        *(f'<text x="{x}" y="{chart.text_y}">{count}</text>' for x, count in counts if count),
    ]
    return mark_safe("\n".join(shapes))  # noqa: S308 numbers only


def _circle(name: str, x: float, y: float, r: float) -> str:
    return f'<circle class="{name}" cx="{x}" cy="{y}" r="{r}"></circle>'


def pay_shapes(chart: PayChart) -> SafeString:
    """The axis, and a bar a role and source with its words."""
    shapes = [*(_tick(tick, chart) for tick in chart.ticks), *map(_row, chart.rows)]
    return mark_safe("\n".join(shapes))  # noqa: S308 escaped below


def _tick(tick: Tick, chart: PayChart) -> str:
    return (
        f'<line class="grid" x1="{tick.x}%" x2="{tick.x}%" y1="0" y2="{chart.axis_y}"></line>\n'
        f'<text class="tick" x="{tick.x}%" y="{chart.tick_text_y}" text-anchor="{tick.anchor}">'
        f"{short(tick.rupees) if tick.rupees else '₹0'}</text>"
    )


def _row(row: PayRow) -> str:
    left, right = row.match.figures
    samples = f"; {left.sample_text} and {right.sample_text} {left.sample_noun}" if left.sample_size else ""
    words = (
        f'<text class="caption" x="0" y="{row.caption_y}">{escape(left.source.name)}</text>\n'
        f'<text class="terms" x="0" y="{row.terms_y}">{escape(left.experience + samples)}</text>'
    )
    return "\n".join([words, *map(_bar, row.bars)])


def _bar(bar: PayBar) -> str:
    place = f"is-{bar.side.place}"
    shapes = [
        f'<text class="bar-name {place}" x="0" y="{bar.text_y}">{escape(bar.side.role.name)} '
        f'<tspan class="amount">{escape(bar.figure.text)}</tspan></text>',
        f'<rect class="bar {place}" x="{bar.x}%" width="{bar.width}%" y="{bar.y}" height="10" rx="2"></rect>',
    ]
    if bar.median_x is not None:
        shapes.append(f'<circle class="median {place}" cx="{bar.median_x}%" cy="{bar.dot_y}" r="4.5"></circle>')
    return "\n".join(shapes)
