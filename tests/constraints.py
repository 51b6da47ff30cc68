"""How tests ask the database itself: rows are changed by `update()`, past every form and validator."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import IntegrityError, models, transaction
from factory.django import DjangoModelFactory

from tests import factories

Change = dict[str, Any] | Callable[[models.Model], dict[str, Any]]

FACTORIES = {
    factory._meta.model: factory
    for factory in vars(factories).values()
    if isinstance(factory, type) and issubclass(factory, DjangoModelFactory) and factory._meta.model
}


@dataclass(frozen=True)
class Rule:
    """One way to break one constraint, and a neighbouring change that keeps it.

    A change is a dict of fields, or a function that makes it from another row that is there already.
    """

    constraint: str
    what: str
    model: type[models.Model]
    bad: Change
    good: Change

    def __str__(self) -> str:
        return f"{self.constraint}: {self.what}"

    def change_a_row(self, change: Change) -> int:
        there, row = two_rows(self.model)
        fields = change(there) if callable(change) else change
        return self.model.objects.filter(pk=row.pk).update(**fields)


def two_rows(model: type[models.Model]) -> list[models.Model]:
    """Some factories give the same row again unless the slug differs."""
    slugged = any(field.name == "slug" for field in model._meta.fields)
    return [FACTORIES[model](**{"slug": slug} if slugged else {}) for slug in ("there", "row")]


def same(*fields: str, **changes: Any) -> Callable[[models.Model], dict[str, Any]]:
    """The values of the row that is there, apart from these changes; what is callable makes its value."""
    return lambda there: {
        **{field: getattr(there, field) for field in fields},
        **{field: value() if callable(value) else value for field, value in changes.items()},
    }


def assert_accepted(rule: Rule) -> None:
    assert rule.change_a_row(rule.good) == 1


def assert_refused(rule: Rule) -> None:
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        rule.change_a_row(rule.bad)
    assert _is_named(rule, str(refusal.value))


def _is_named(rule: Rule, message: str) -> bool:
    """SQLite names the columns of a plain unique constraint in place of the constraint."""
    if rule.constraint in message:
        return True
    [constraint] = [each for each in rule.model._meta.constraints if each.name == rule.constraint]
    columns = [rule.model._meta.get_field(name).column for name in getattr(constraint, "fields", ())]
    expected = ", ".join(f"{rule.model._meta.db_table}.{column}" for column in columns)
    return bool(columns) and message == f"UNIQUE constraint failed: {expected}"


def constraint_names(some: Iterable[type[models.Model]]) -> set[str]:
    return {constraint.name for model in some for constraint in model._meta.constraints}


def unique_fields(some: Iterable[type[models.Model]]) -> list[models.Field]:
    return [field for model in some for field in model._meta.fields if field.unique and not field.primary_key]


def positive_fields(some: Iterable[type[models.Model]]) -> list[models.Field]:
    positive = models.PositiveIntegerField | models.PositiveSmallIntegerField | models.PositiveBigIntegerField
    return [field for model in some for field in model._meta.fields if isinstance(field, positive)]
