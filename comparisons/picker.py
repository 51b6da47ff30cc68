"""From what a reader typed into the picker to a comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from comparisons.addresses import comparison_path
from roles.names import Named, RoleNames


@dataclass(frozen=True)
class Choice:
    """One box of the picker: what was typed, the role it means, or the roles it could mean."""

    typed: str = ""
    role: Named | None = None
    suggestions: tuple[Named, ...] = ()

    @property
    def is_unknown(self) -> bool:
        return bool(self.typed) and self.role is None


@dataclass(frozen=True)
class Picked:
    choices: tuple[Choice, Choice]

    @property
    def is_same(self) -> bool:
        first, second = self.choices
        return first.role is not None and first.role == second.role

    @property
    def path(self) -> str:
        """Where the comparison is, when both boxes mean a role and not the same one."""
        first, second = self.choices
        if first.role is None or second.role is None or self.is_same:
            return ""
        return comparison_path(first.role.slug, second.role.slug)


def pick(typed: Sequence[str]) -> Picked:
    """No query when nothing was typed, else two."""
    first, second = ([text.strip() for text in typed[:2]] + ["", ""])[:2]
    if not first and not second:
        return Picked((Choice(), Choice()))
    names = RoleNames()
    return Picked((_choice(names, first), _choice(names, second)))


def _choice(names: RoleNames, typed: str) -> Choice:
    if not typed:
        return Choice()
    role = names.find(typed)
    return Choice(typed, role, () if role else tuple(names.nearest(typed)))
