"""The tables of pay, and where a figure is from."""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

from comparisons.pay import PayMatch
from comparisons.take_home import TakeHomeRow
from comparisons.wording import gaps, match_fact
from roles.feedback.links import wrong_link
from roles.money import short
from roles.pay import PayFigure
from roles.words import capitalised

NOT_GIVEN = "not given"


def source_note(figure: PayFigure, page: str, fact: str) -> SafeString:
    """Folded away: when and how it was counted, the source, and a way to say that it is wrong. page: the path that it
    stands on; fact: the figure in words."""
    sample = f"{figure.sample_text} {figure.sample_noun}" if figure.sample_size else figure.sample_text
    return _note(figure, f"; {escape(sample)}", page, fact)


def _note(figure: PayFigure, sample: str, page: str, fact: str) -> SafeString:
    """sample: escaped."""
    return mark_safe(  # noqa: S308 escaped
        f'<details class="source-note">\n<summary>{escape(figure.source.name)}</summary>\n<div class="small">'
        f"{escape(figure.period or 'Undated')}{sample}<br>\n"
        f'<a href="{escape(figure.source.href)}">About this source</a><br>\n{wrong_link(page, fact)}</div>\n</details>'
    )


def pay_rows(matches: Iterable[PayMatch], page: str) -> SafeString:
    """What each source says of both roles. page: the path that they stand on."""
    return mark_safe("".join(_match(match, page) for match in matches))  # noqa: S308 escaped below


def _match(match: PayMatch, page: str) -> str:
    left = match.left
    source = _note(left, "", page, match_fact(match))
    head = f'{source}<span class="small">{escape(_terms(left))}</span>'
    rows = [f'<tr class="source-row"><th colspan="3" scope="rowgroup">{head}</th></tr>']
    if any(figure.ends for figure in match.figures):
        rows.append(_row(capitalised(left.ends_label), (f.text if f.ends else NOT_GIVEN for f in match.figures)))
    if any(figure.p50 for figure in match.figures):
        rows.append(_row("Median", (short(f.p50) if f.p50 else NOT_GIVEN for f in match.figures)))
    rows.append(_row("Gap", gaps(match)))
    rows.append(_row(left.sample_label, (figure.sample_text for figure in match.figures)))
    return "\n".join(["<tbody>", *rows, "</tbody>\n"])


def _terms(figure: PayFigure) -> str:
    """What one source's figures of both roles have in common."""
    period = f", {figure.period}" if figure.period else ""
    includes = f"; {figure.includes}" if figure.includes else ""
    return f"{figure.experience}{period}{includes}"


def take_home_rows(rows: Iterable[TakeHomeRow]) -> SafeString:
    """In hand, a month."""
    drawn = (_row(row.label, (f"about {pay.amount}" if pay else NOT_GIVEN for pay in row.pays)) for row in rows)
    return mark_safe("\n".join(drawn))  # noqa: S308 escaped below


def _row(heading: str, cells: Iterable[str]) -> str:
    drawn = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(heading)}</th>{drawn}</tr>'
