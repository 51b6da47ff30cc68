"""The fields of roles, where there are too many roles for one list: each has lists of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.urls import reverse
from django.utils.text import slugify

from roles import lists
from roles.lists import ListPage, list_page, page_numbers
from roles.models import Family, Role
from roles.words import counted

BY_SLUG = {slugify(family.label): family for family in Family}


class FieldConverter:
    """`data-ai` ⇄ Family.DATA."""

    regex = "[a-z-]+"

    def to_python(self, value: str) -> Family:
        """Raises ValueError (no match) for what is no field."""
        try:
            return BY_SLUG[value]
        except KeyError:
            raise ValueError(value) from None

    def to_url(self, family: Family) -> str:
        return slugify(family.label)


@dataclass(frozen=True)
class RoleField:
    """A field, and how many published roles it has: one at least."""

    family: Family
    count: int

    @property
    def label(self) -> str:
        return self.family.label

    @property
    def count_words(self) -> str:
        return counted(self.count, "role")

    @property
    def path(self) -> str:
        return field_path("roles:field", self.family)

    @property
    def pay_path(self) -> str:
        return field_path("salaries:field", self.family)

    def page(self, view: str, number: int) -> ListPage | None:
        """view: "roles:field" or "salaries:field"."""
        return list_page(partial(field_path, view, self.family), number, self.count, lists.ROLES_A_PAGE)


def field_path(view: str, family: Family, number: int = 1) -> str:
    further = [] if number == 1 else [number]
    return reverse(view, args=[family, *further])


def role_fields() -> list[RoleField]:
    """Those that have published roles, from A to Z. One query."""
    found = [RoleField(Family(family), count) for family, count in Role.objects.published().family_sizes()]
    return sorted(found, key=lambda field: field.label)


def stand_together(fields: Iterable[RoleField]) -> bool:
    """Whether one page holds the roles of all fields. Then no field has a page of its own."""
    return sum(field.count for field in fields) <= lists.ROLES_TOGETHER


def names_at_hand() -> list[str]:
    """All roles' names from A to Z, for boxes that offer them at once; nothing where they are too many. One query."""
    most = lists.ROLES_TOGETHER
    names = list(Role.objects.published().order_by("name").values_list("name", flat=True)[: most + 1])
    return names if len(names) <= most else []


def field_page(view: str, family: Family, number: int) -> ListPage | None:
    """None where there is no such page. One query."""
    fields = role_fields()
    if stand_together(fields):
        return None
    return next((field.page(view, number) for field in fields if field.family == family), None)


def pages_of_roles() -> dict[int, int]:
    """On which page of its field each published role stands, by the roles' keys; nothing while all stand together.
    One query."""
    by_family: dict[str, list[int]] = {}
    for key, family in Role.objects.published().order_by("name").values_list("pk", "family"):
        by_family.setdefault(family, []).append(key)
    if sum(map(len, by_family.values())) <= lists.ROLES_TOGETHER:
        return {}
    numbers: dict[int, int] = {}
    for keys in by_family.values():
        numbers |= zip(keys, page_numbers(len(keys), lists.ROLES_A_PAGE), strict=True)
    return numbers
