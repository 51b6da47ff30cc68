"""Everything that is worked out about three roles, from rows. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from comparisons.addresses import comparison_path
from comparisons.overlap import overlap
from comparisons.trio.pay import TrioPay, pay_of
from comparisons.trio.skills import SkillRow, Skills, by_core, importance, skills_of
from comparisons.trio.work import SharedWork, own_work, shared_work
from comparisons.work import Duties
from roles.facts import RoleFacts
from roles.pay import PayFigure

PLACES = ("left", "right", "third")  # a column's colour and mark


@dataclass(frozen=True)
class OwnSkill:
    """A skill that is core for one role only. useful_for: the roles that name it too."""

    name: str
    in_sentence: str
    href: str
    useful_for: tuple[RoleFacts, ...]


@dataclass(frozen=True)
class Column:
    """One of the three. likes, avoid: clauses that go on from "you", true of neither of the other two."""

    place: str
    role: RoleFacts
    figure: PayFigure | None
    skills: tuple[OwnSkill, ...]
    duties: Duties  # of kinds that neither of the others has
    likes: tuple[str, ...]
    avoid: tuple[str, ...]

    @property
    def has_reason(self) -> bool:
        return bool(self.likes or self.duties or self.skills)


@dataclass(frozen=True)
class PairOverlap:
    """per_cent: of all that two of the roles ask for, what is the same: whole per cent, by importance."""

    first: RoleFacts
    second: RoleFacts
    per_cent: int

    @property
    def name(self) -> str:
        return f"{self.first.name} and {self.second.name}"

    @property
    def path(self) -> str:
        return comparison_path(self.first.slug, self.second.slug)


@dataclass(frozen=True)
class CoreGroup:
    """Skills that are core for these roles and no others."""

    roles: tuple[RoleFacts, ...]
    skills: Skills


@dataclass(frozen=True)
class Trio:
    """core: what is core for all three, then what is for two; without empty groups."""

    columns: tuple[Column, ...]
    pairs: tuple[PairOverlap, ...]
    core: tuple[CoreGroup, ...]
    work: tuple[SharedWork, ...]
    pay: TrioPay

    @property
    def roles(self) -> tuple[RoleFacts, ...]:
        return tuple(column.role for column in self.columns)

    @property
    def path(self) -> str:
        return comparison_path(*(role.slug for role in self.roles))

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(role.family for role in self.roles))

    @property
    def core_for_all(self) -> Skills:
        return next((group.skills for group in self.core if len(group.roles) == len(self.columns)), ())

    @property
    def has_own_skills(self) -> bool:
        return any(column.skills for column in self.columns)

    @property
    def has_reason(self) -> bool:
        """Whether anything speaks for one of them before the others."""
        return any(column.has_reason for column in self.columns)

    @property
    def overlap_table(self) -> tuple[tuple[Column, tuple[PairOverlap | None, ...]], ...]:
        """A row for each column; None where it would meet itself."""
        pairs = {frozenset((pair.first.slug, pair.second.slug)): pair for pair in self.pairs}
        return tuple(
            (row, tuple(pairs.get(frozenset((row.role.slug, other.slug))) for other in self.roles))
            for row in self.columns
        )

    @property
    def reviewed_on(self) -> date | None:
        """The oldest of the reviews."""
        return min((role.reviewed_on for role in self.roles if role.reviewed_on), default=None)


def compare_trio(
    roles: Sequence[RoleFacts], figures: Sequence[Sequence[PayFigure]], rows: Sequence[Iterable[SkillRow]]
) -> Trio:
    """figures, rows: all pay and all skills of each role, in the roles' order, which is that of the columns."""
    skills = skills_of(rows)
    work = shared_work([role.duties for role in roles])
    pay = pay_of(figures, [role.usual_years for role in roles])
    return Trio(
        columns=tuple(_column(number, roles, skills, work, pay) for number in range(len(roles))),
        pairs=tuple(
            PairOverlap(roles[one], roles[other], overlap(importance(skills, one), importance(skills, other)))
            for one, other in combinations(range(len(roles)), 2)
        ),
        core=_core_groups(roles, skills),
        work=work,
        pay=pay,
    )


def _column(
    number: int, roles: Sequence[RoleFacts], skills: Skills, work: Sequence[SharedWork], pay: TrioPay
) -> Column:
    role = roles[number]
    others = [other for other in roles if other is not role]
    own = by_core(skills).get((number,), ())
    return Column(
        place=PLACES[number],
        role=role,
        figure=pay.figures[number],
        skills=tuple(
            OwnSkill(skill.name, skill.in_sentence, skill.href, tuple(roles[other] for other in skill.useful_for))
            for skill in own
        ),
        duties=own_work(role.duties, work),
        likes=tuple(clause for clause in role.suits if not any(clause in other.suits for other in others)),
        avoid=tuple(clause for clause in role.avoid if not any(clause in other.avoid for other in others)),
    )


def _core_groups(roles: Sequence[RoleFacts], skills: Skills) -> tuple[CoreGroup, ...]:
    shared = {numbers: of_these for numbers, of_these in by_core(skills).items() if len(numbers) > 1}
    ordered = sorted(shared, key=lambda numbers: (-len(numbers), numbers))
    return tuple(CoreGroup(tuple(roles[number] for number in numbers), shared[numbers]) for numbers in ordered)
