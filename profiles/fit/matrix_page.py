"""A page of the matrix: the roles of a field or of all, in an order, and where its other pages are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from profiles.fit.addresses import FIT
from profiles.fit.matrix import MatrixRow
from roles import lists
from roles.fields import BY_SLUG, FieldConverter
from roles.lists import ListPage, list_page
from roles.models import Family, Role

BY_NAME = "name"


@dataclass(frozen=True)
class Choice:
    """A field or an order, and the address of the page that has it."""

    name: str
    href: str
    is_chosen: bool


@dataclass(frozen=True)
class MatrixPage:
    """count: roles that it has in all."""

    rows: tuple[MatrixRow, ...]
    page: ListPage
    count: int
    fields: tuple[Choice, ...]
    orders: tuple[Choice, ...]


def matrix_page(
    roles: Sequence[Role], rows_of: Callable[[Sequence[Role]], list[MatrixRow]], asked: Mapping[str, str]
) -> MatrixPage | None:
    """None where there is no such page. rows_of: the best first; asked: the query's field, sort and page."""
    family = BY_SLUG.get(asked.get("field", ""))
    order = BY_NAME if asked.get("sort") == BY_NAME else ""
    rows = rows_of([role for role in roles if role.family == family] if family else roles)
    if order:
        rows.sort(key=lambda row: row.name)
    number = asked.get("page", "1")
    a_page = lists.ROLES_TOGETHER if len(rows) <= lists.ROLES_TOGETHER else lists.ROLES_A_PAGE
    page = list_page(partial(_path, family, order), int(number) if number.isdecimal() else 1, max(len(rows), 1), a_page)
    if page is None:
        return None
    return MatrixPage(
        tuple(rows[page.rows]),
        page,
        len(rows),
        _fields(roles, family, order),
        tuple(
            Choice(name, _path(family, each, 1), each == order)
            for each, name in (("", "Best fit first"), (BY_NAME, "A to Z"))
        ),
    )


def _fields(roles: Sequence[Role], chosen: Family | None, order: str) -> tuple[Choice, ...]:
    found = sorted({Family(role.family) for role in roles}, key=lambda family: family.label)
    every = Choice("All fields", _path(None, order, 1), chosen is None)
    return (every, *(Choice(family.label, _path(family, order, 1), family == chosen) for family in found))


def _path(family: Family | None, order: str, number: int) -> str:
    field = FieldConverter().to_url(family) if family else ""
    asked = {"field": field, "sort": order, "page": str(number) if number > 1 else ""}
    query = urlencode({name: value for name, value in asked.items() if value})
    return f"{FIT}?{query}" if query else FIT
