"""What many roles pay, each in one figure."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from roles.facts import RoleFacts
from roles.models import Role, RoleSkill, figures_of
from roles.models.roles import RoleQuerySet
from roles.pay import PayFigure, headline

ESTIMATES, UNKNOWN = "OnJob’s estimates", "Not known"


@dataclass(frozen=True)
class RolePay:
    """A role and the figure that speaks for it, None where nothing good is known."""

    role: RoleFacts
    figure: PayFigure | None

    @property
    def kind(self) -> str:
        """What can fairly stand in one order: figures for the same years, editors' ranges, unknown ones."""
        if self.figure is None:
            return UNKNOWN
        return ESTIMATES if self.figure.is_editorial else self.figure.experience


def roles_pay(roles: RoleQuerySet) -> list[RolePay]:
    """In the roles' order. Two queries."""
    found = list(roles.select_related("experience_source"))
    figures = figures_of(*found) if found else {}
    return [_role_pay(role.facts(()), figures[role.pk]) for role in found]


def _role_pay(facts: RoleFacts, figures: Iterable[PayFigure]) -> RolePay:
    return RolePay(facts, headline(figures, facts.usual_years))


def near_pay(role: Role, most: int = 6) -> list[RolePay]:
    """What is known of the pay of the roles nearest by core skills, nearest first. Three queries, one where nothing
    is near."""
    slugs = [neighbour.slug for neighbour in RoleSkill.objects.neighbours(role)[: 2 * most]]
    if not slugs:
        return []
    found = [near for near in roles_pay(Role.objects.published().filter(slug__in=slugs)) if near.figure]
    return sorted(found, key=lambda near: slugs.index(near.role.slug))[:most]


def by_family(found: Iterable[RolePay]) -> list[tuple[str, list[RolePay]]]:
    """Under their family's name, families and roles from A to Z."""
    groups = _grouped(sorted(found, key=lambda pay: pay.role.name), lambda pay: pay.role.family)
    return sorted(groups.items())


def by_pay(found: Iterable[RolePay]) -> list[tuple[str, list[RolePay]]]:
    """Best paid first within each kind: all experience, then each band of years, editors' ranges, unknown ones."""
    ranked = sorted(found, key=lambda pay: (_place(pay), -pay.figure.middle if pay.figure else 0, pay.role.name))
    return list(_grouped(ranked, lambda pay: pay.kind).items())


def _place(pay: RolePay) -> tuple[int, int, int]:
    """Which kind goes first."""
    if pay.figure is None or pay.figure.is_editorial:
        return (1 if pay.figure else 2), 0, 0
    low, high = pay.figure.experience_min, pay.figure.experience_max
    return 0, -1 if low is None else low, high or 0


def _grouped(found: Iterable[RolePay], key: Callable[[RolePay], str]) -> dict[str, list[RolePay]]:
    groups: dict[str, list[RolePay]] = {}
    for pay in found:
        groups.setdefault(key(pay), []).append(pay)
    return groups
