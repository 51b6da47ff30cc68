"""The rows of “At a glance”."""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from comparisons.glance import Row


def glance_rows(rows: Sequence[Row], columns: int) -> SafeString:
    """A heading and a cell for each of so many columns, or one for all where they say the same."""
    return mark_safe("".join(_row(row, columns) for row in rows))  # noqa: S308 escaped below


def _row(row: Row, columns: int) -> str:
    label = escape(row.label)
    if row.is_same:
        body, cells = '<tbody class="is-same">', _same(row, columns)
    else:
        body, cells = "<tbody>", "".join(_cell(row, label, *noted) for noted in row.noted)
    return f'{body}<tr><th colspan="{columns}" scope="rowgroup">{label}</th></tr>\n<tr>{cells}</tr></tbody>\n'


def _same(row: Row, columns: int) -> str:
    cell, note = row.noted[0]
    return f'<td colspan="{columns}">No difference: {escape(cell)}{_note(note, " ")}</td>'


def _cell(row: Row, label: str, cell: str, note: str) -> str:
    """label: escaped."""
    if row.is_long:
        summary = f'<summary>Read<span class="visually-hidden">: {label}</span></summary>'
        return f"<td><details>{summary}<p>{escape(cell)}</p></details></td>"
    return f"<td>{escape(cell)}{_note(note, '<br>')}</td>"


def _note(note: str, between: str) -> str:
    return f'{between}<span class="small">{escape(note)}</span>' if note else ""
