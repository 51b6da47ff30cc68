"""The pairs that the gate judges, and what it knows of them before it looks at their pages. Three queries in all.

Of 5,000 roles there are 12.5 million pairs: they are gone through one by one, and never held together.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.db.models import Count

from comparisons.gate.rules import TEXTS, PairFacts, RoleState, is_complete
from comparisons.models import ComparisonNote, Indexing
from comparisons.overlap import overlap
from roles.models import Role, RoleSkill, SkillKind, Status, with_ceiling

ALL_UP_TO = 50_000  # pairs: those of some 316 roles. So many a screen can list and a judging can go through
FLOOR = 10  # per cent of overlap: in a larger catalogue a pair below it is neither shown nor worth a row


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two published roles, slugs A–Z. is_approved: an editor wants it shown whatever the rules say."""

    left: Role
    right: Role
    facts: PairFacts
    is_approved: bool

    @property
    def slug(self) -> str:
        return f"{self.left.slug}-vs-{self.right.slug}"


class Asked:
    """What every published role asks for: importance by skill, and its core skills; who asks for a skill. One query."""

    def __init__(self) -> None:
        self.skills: dict[int, dict[int, int]] = {}
        self.core: dict[int, set[int]] = {}
        self._askers: dict[int, list[tuple[int, int]]] = {}  # by skill: roles, and how important it is for each
        rows = RoleSkill.objects.filter(role__status=Status.PUBLISHED)
        for role, skill, kind, importance in rows.values_list("role", "skill", "kind", "importance").iterator():
            self.skills.setdefault(role, {})[skill] = importance
            self._askers.setdefault(skill, []).append((role, importance))
            if kind == SkillKind.CORE:
                self.core.setdefault(role, set()).add(skill)
        self._totals = {role: sum(skills.values()) for role, skills in self.skills.items()}

    def near(self, role: Role, least: int) -> set[int]:
        """Keys of all roles that overlap by `least` per cent, and of some that come close to it. Looks at those alone
        that share a skill: a tenth of the time that it takes to compare all."""
        common: dict[int, int] = {}
        for skill, importance in self.skills.get(role.pk, {}).items():
            for other, theirs in self._askers[skill]:
                common[other] = common.get(other, 0) + importance + theirs
        mine, totals = self._totals.get(role.pk, 0), self._totals
        return {other for other, weight in common.items() if 100 * weight >= (least - 1) * (mine + totals[other])}

    def overlap(self, left: Role, right: Role) -> int:
        return overlap(self.skills.get(left.pk, {}), self.skills.get(right.pk, {}))

    def shared_core(self, left: Role, right: Role) -> int:
        return len(self.core.get(left.pk, set()) & self.core.get(right.pk, set()))


class Candidates:
    """Every pair of published roles; past ALL_UP_TO pairs those that overlap by FLOOR, and those with a note.

    Read once, and then gone through as often as one likes, always in the order of the addresses. roles: published ones
    by slug.
    """

    def __init__(self, only: Collection[str] = ()) -> None:
        """only: pairs with one of the roles of these slugs. Three queries."""
        self.roles, self._asked, self._notes = _roles(), Asked(), _notes()
        self._all_kept = len(self.roles) * (len(self.roles) - 1) // 2 <= ALL_UP_TO
        self._states = {role.pk: _state(role, self._asked) for role in self.roles}
        self._only = {role.pk for role in self.roles if role.slug in only} if only else None

    def __iter__(self) -> Iterator[Candidate]:
        return chain.from_iterable(pairs for _, pairs in self.by_left())

    def by_left(self) -> Iterator[tuple[Role, Iterator[Candidate]]]:
        """Every role with the pairs in which it comes first; a role may have none."""
        for number, left in enumerate(self.roles, start=1):
            yield left, self._of_left(left, self.roles[number:])

    def _of_left(self, left: Role, others: Sequence[Role]) -> Iterator[Candidate]:
        for right in self._beside(left, others):
            share, note = self._asked.overlap(left, right), self._notes.get(frozenset((left.pk, right.pk)))
            if self._all_kept or share >= FLOOR or note:
                yield self._candidate(left, right, share, note)

    def _beside(self, left: Role, others: Sequence[Role]) -> Sequence[Role]:
        """Those of the others whose pairs with this role may be kept."""
        if self._only is not None and left.pk not in self._only:
            others = [role for role in others if role.pk in self._only]
        if self._all_kept or not others:
            return others
        near = self._asked.near(left, FLOOR).union(*(pair for pair in self._notes if left.pk in pair))
        return [role for role in others if role.pk in near]

    def _candidate(self, left: Role, right: Role, share: int, note: str | None) -> Candidate:
        facts = PairFacts(self._states[left.pk], self._states[right.pk], share, self._asked.shared_core(left, right))
        return Candidate(left, right, facts, is_approved=note == Indexing.ALWAYS)


def _roles() -> list[Role]:
    """Published ones by slug, as Python sorts: databases differ on hyphens."""
    counts = {"duties": Count("responsibilities", distinct=True), "steps": Count("career_steps", distinct=True)}
    roles = with_ceiling(Role.objects.published()).select_related("experience_source").annotate(**counts)
    return sorted(roles, key=lambda role: role.slug)


def _notes() -> dict[frozenset[int], str]:
    """What editors say of indexing, by the keys of the two roles."""
    rows = ComparisonNote.objects.values_list("first", "second", "indexing")
    return {frozenset((first, second)): indexing for first, second, indexing in rows}


def _state(role: Role, asked: Asked) -> RoleState:
    texts = {name: getattr(role, name) for name in TEXTS}
    complete = is_complete(texts, role.duties, len(asked.core.get(role.pk, ())), role.steps)
    return RoleState(complete, role.reviewed_on)
