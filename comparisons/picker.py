"""From what a reader typed into the picker to a comparison."""

from collections.abc import Sequence
from dataclasses import dataclass

from comparisons.addresses import comparison_path
from roles.names import Named, RoleNames

BOXES = 3  # the last one may stay empty


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
    """The boxes as they stand; an empty one counts for nothing, wherever it is."""

    choices: tuple[Choice, ...]

    @property
    def filled(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.typed)

    @property
    def roles(self) -> tuple[Named, ...]:
        return tuple(choice.role for choice in self.filled if choice.role)

    @property
    def repeated(self) -> Named | None:
        """The role that is named more than once."""
        return next((role for role in self.roles if self.roles.count(role) > 1), None)

    @property
    def path(self) -> str:
        """Where the comparison is, when every filled box means a role, and they are two or three different ones."""
        if len(self.roles) < 2 or self.repeated or any(choice.is_unknown for choice in self.filled):
            return ""
        return comparison_path(*(role.slug for role in self.roles))


def pick(typed: Sequence[str]) -> Picked:
    """No query when nothing was typed, else two."""
    texts = [text.strip() for text in typed[:BOXES]]
    texts += [""] * (BOXES - len(texts))
    if not any(texts):
        return Picked((Choice(),) * BOXES)
    names = RoleNames()
    return Picked(tuple(_choice(names, text) for text in texts))


def _choice(names: RoleNames, typed: str) -> Choice:
    if not typed:
        return Choice()
    role = names.find(typed)
    return Choice(typed, role, () if role else tuple(names.nearest(typed)))
