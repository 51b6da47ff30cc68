"""What a reader may change about a comparison: another role for one of them, one less, another order. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from comparisons.addresses import comparison_path
from roles.facts import RoleFacts


class InColumn(Protocol):
    @property
    def role(self) -> RoleFacts: ...


@dataclass(frozen=True)
class Change:
    """What may be done with one of two or three roles. first_path: the same page with this role's column first."""

    role: RoleFacts
    others: tuple[RoleFacts, ...]
    first_path: str

    @property
    def without_path(self) -> str:
        """The page of the others; nothing where only one would be left."""
        return comparison_path(*(role.slug for role in self.others)) if len(self.others) > 1 else ""


def changes(columns: Iterable[InColumn]) -> tuple[Change, ...]:
    """In the columns' order."""
    roles = [column.role for column in columns]
    path = comparison_path(*(role.slug for role in roles))
    leads_anyway = min(role.slug for role in roles)
    return tuple(
        Change(
            role,
            tuple(other for other in roles if other is not role),
            path if role.slug == leads_anyway else f"{path}?first={role.slug}",
        )
        for role in roles
    )
