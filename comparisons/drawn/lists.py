"""Heads of columns and items of lists."""

from collections.abc import Iterable
from html import escape
from typing import Protocol

from django.utils.safestring import SafeString, mark_safe

from roles.facts import Duty, RoleFacts

MARK = '<span class="mark" aria-hidden="true"></span>'


class InColumn(Protocol):
    @property
    def place(self) -> str: ...

    @property
    def role(self) -> RoleFacts: ...


class Link(Protocol):
    """To the comparison of two roles; reason: why somebody might follow it."""

    @property
    def first(self) -> str: ...

    @property
    def second(self) -> str: ...

    @property
    def path(self) -> str: ...

    @property
    def reason(self) -> str: ...


def column_heads(columns: Iterable[InColumn]) -> SafeString:
    """The cells that head a table with a column a role."""
    return mark_safe("".join(map(_head, columns)))  # noqa: S308 escaped below


def _head(column: InColumn) -> str:
    return f'<th scope="col" class="{column.place}">{MARK}{escape(column.role.name)}</th>'


def items(texts: Iterable[str]) -> SafeString:
    return mark_safe("".join(f"<li>{escape(text)}</li>\n" for text in texts))  # noqa: S308 escaped


def terms(pairs: Iterable[tuple[str, str]]) -> SafeString:
    """A word or two and what is said of it, each."""
    rows = (f"<div><dt>{escape(about)}</dt><dd>{escape(said)}</dd></div>\n" for about, said in pairs)
    return mark_safe("".join(rows))  # noqa: S308 escaped


def duty_items(duties: Iterable[Duty]) -> SafeString:
    return items(duty.text for duty in duties)


def duty_lines(duties: Iterable[Duty]) -> SafeString:
    """One under the other, inside a cell."""
    return mark_safe("<br>".join(escape(duty.text) for duty in duties))  # noqa: S308 escaped


def pair_links(links: Iterable[Link]) -> SafeString:
    return mark_safe("".join(map(_pair_link, links)))  # noqa: S308 escaped below


def _pair_link(link: Link) -> str:
    first, second = escape(link.first), escape(link.second)
    names = f'<span class="left">{first}</span> <span class="vs">vs</span> <span class="right">{second}</span>'
    reason = f' <span class="small">{escape(link.reason)}</span>' if link.reason else ""
    return f'<li><a href="{escape(link.path)}">{names}</a>{reason}</li>\n'
