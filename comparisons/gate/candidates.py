"""The pairs that the gate judges, and what it knows of them before it looks at their pages. Four queries in all."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations

from django.db.models import Count

from comparisons.gate.rules import TEXTS, PairFacts, RoleState, is_complete
from comparisons.models import ComparisonNote, Indexing
from comparisons.overlap import overlap
from roles.models import Role, RoleSkill, SkillKind, Status, with_ceiling

ALL_UP_TO = 50_000  # pairs: those of some 316 roles. So many a screen can list and a judging can go through
FLOOR = 10  # per cent of overlap: in a larger catalogue a pair below it is neither shown nor worth a row


@dataclass(frozen=True)
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
    """What every published role asks for: importance by skill, and its core skills. One query."""

    def __init__(self) -> None:
        self.skills: dict[int, dict[int, int]] = {}
        self.core: dict[int, set[int]] = {}
        rows = RoleSkill.objects.filter(role__status=Status.PUBLISHED)
        for role, skill, kind, importance in rows.values_list("role", "skill", "kind", "importance"):
            self.skills.setdefault(role, {})[skill] = importance
            if kind == SkillKind.CORE:
                self.core.setdefault(role, set()).add(skill)

    def overlap(self, left: Role, right: Role) -> int:
        return overlap(self.skills.get(left.pk, {}), self.skills.get(right.pk, {}))

    def shared_core(self, left: Role, right: Role) -> int:
        return len(self.core.get(left.pk, set()) & self.core.get(right.pk, set()))


def candidates(only: Collection[str] = ()) -> Iterator[Candidate]:
    """Every pair of published roles; past ALL_UP_TO pairs those that overlap by FLOOR, and those with a note.

    only: pairs with one of the roles of these slugs.
    """
    roles, asked, notes = _roles(), Asked(), _notes()
    states = {role.pk: _state(role, asked) for role in roles}
    all_kept = len(roles) * (len(roles) - 1) // 2 <= ALL_UP_TO
    for left, right in combinations(roles, 2):
        if only and left.slug not in only and right.slug not in only:
            continue
        share, note = asked.overlap(left, right), notes.get(frozenset((left.pk, right.pk)))
        if all_kept or share >= FLOOR or note:
            facts = PairFacts(states[left.pk], states[right.pk], share, asked.shared_core(left, right))
            yield Candidate(left, right, facts, is_approved=note == Indexing.ALWAYS)


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
