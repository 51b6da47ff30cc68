"""Two or three roles at a glance: a fact a row, and which facts are the same. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from roles.facts import RoleFacts
from roles.pay import PayFigure
from roles.words import capitalised


@dataclass(frozen=True)
class Row:
    """cells: a sentence or a few words for each role, in the roles' order; notes: what has to stand under them."""

    key: str
    label: str
    cells: tuple[str, ...]
    notes: tuple[str, ...] = ()

    @property
    def is_long(self) -> bool:
        """Too much for a cell: to be folded away."""
        return self.key == "day"

    @property
    def noted(self) -> tuple[tuple[str, str], ...]:
        """Each cell with its note."""
        return tuple(zip(self.cells, self.notes or ("",) * len(self.cells), strict=True))

    @property
    def is_same(self) -> bool:
        """All cells say the same."""
        return len(set(self.noted)) == 1


# Key, label, and how a role's cell reads.
FACTS: tuple[tuple[str, str, Callable[[RoleFacts], str]], ...] = (
    ("question", "The question it answers", lambda role: role.question),
    ("output", "What it hands over", lambda role: capitalised(role.output)),
    ("measured", "How it is measured", lambda role: capitalised(role.measured_by)),
    ("colleagues", "Who it works with", lambda role: capitalised(role.works_with)),
    ("day", "A typical day", lambda role: role.typical_day),
    ("education", "Usual education", lambda role: role.education),
    ("experience", "Experience asked for", lambda role: capitalised(role.experience)),
    ("ceiling", "Where it can lead", lambda role: role.ceiling),
)


def glance(roles: Sequence[RoleFacts], figures: Sequence[PayFigure | None]) -> tuple[Row, ...]:
    """The facts that all the roles have. figures: a role's pay, in the roles' order; None where it isn't known."""
    rows = [Row(key, label, tuple(fact(role) for role in roles)) for key, label, fact in FACTS]
    return tuple(row for row in [*rows, _pay(figures)] if all(row.cells))


def _pay(figures: Sequence[PayFigure | None]) -> Row:
    """The row stands as soon as one figure is known; without any the page says so elsewhere."""
    if not any(figures):
        return Row("pay", "Pay", ("",))
    return Row(
        "pay",
        "Pay",
        tuple(figure.text if figure else "Not known" for figure in figures),
        tuple(f"{figure.terms}. {figure.source.name}" if figure else "" for figure in figures),
    )
