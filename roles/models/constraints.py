"""Constraints that several models state in the same words."""

from django.db.models import CheckConstraint, F, Q, TextChoices, UniqueConstraint
from django.db.models.functions import Greatest, Least

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"  # not $, which lets a last line break in


def one_of(model: str, field: str, choices: type[TextChoices]) -> CheckConstraint:
    """The field holds one of its choices: loaddata and SQL skip Django's own check."""
    return CheckConstraint(
        name=f"{model}_{field}_valid",
        condition=Q(**{f"{field}__in": choices.values}),
        violation_error_message=f"Choose one of the listed values for {field}.",
    )


def slug_shape(model: str) -> CheckConstraint:
    return CheckConstraint(
        name=f"{model}_slug_shape",
        condition=Q(slug__regex=SLUG),
        violation_error_message="The slug has small letters, digits and single hyphens only.",
    )


def slug_is_no_pair(model: str) -> CheckConstraint:
    """`-vs-` marks the address of a comparison."""
    return CheckConstraint(
        name=f"{model}_slug_is_no_pair",
        condition=~Q(slug__contains="-vs-"),
        violation_error_message="A slug can't contain “-vs-”: that marks a comparison.",
    )


def key_once(model: str, owner: str) -> UniqueConstraint:
    """A built question is replaced once; extra questions have no key."""
    return UniqueConstraint(
        fields=[owner, "key"],
        name=f"{model}_key_once_a_{owner}",
        condition=~Q(key=""),
        violation_error_message="This question has been replaced already.",
    )


def text_given(model: str, *fields: str) -> CheckConstraint:
    """None of these texts is empty."""
    condition = Q()
    for field in fields:
        condition &= ~Q(**{field: ""})
    return CheckConstraint(
        name=f"{model}_text_given",
        condition=condition,
        violation_error_message=f"Fill in {', '.join(fields)}.",
    )


def two_of_them(model: str, what: str) -> CheckConstraint:
    """first and second are two; what: "roles"."""
    return CheckConstraint(
        name=f"{model}_two_{what}",
        condition=~Q(first=F("second")),
        violation_error_message=f"Choose two different {what}.",
    )


def once_either_way(model: str, name: str, message: str, *within: str) -> UniqueConstraint:
    """One row for first and second in whichever order; within: other fields of which it holds for each value."""
    return UniqueConstraint(
        *within,
        Least("first", "second"),
        Greatest("first", "second"),
        name=f"{model}_{name}",
        violation_error_message=message,
    )
