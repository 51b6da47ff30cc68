"""Roles and skills by what people type: any name of theirs, typing slips forgiven.

Candidates come from the database: on PostgreSQL through its trigram indexes, elsewhere all names, which are few enough
to be read at once. What fits, and how well, is worked out in one place for all databases: likeness.py.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Contains

from roles.likeness import SHARED_FROM, certain, fitting, plain
from roles.models import Role, RoleAlias, Skill, SkillAlias, Trust

# Comparing trigrams costs far more than the planner thinks: left alone it reads row by row.
THRESHOLD_AND_PLAN = """
    SELECT set_config('pg_trgm.similarity_threshold', %s, true),
           set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)
"""
LESS_TRUSTED = 3.0  # points off for a name that is known as the skill's in some places only
NOT_ITS_OWN_NAME = 1.0  # points off for another name
NOT_A_ROLE = 1.5  # points off for a skill: who types both means the role first


class Kind(StrEnum):
    ROLE = "role"
    SKILL = "skill"


@dataclass(frozen=True)
class Named:
    """A role or a skill."""

    kind: Kind
    slug: str
    name: str

    @property
    def href(self) -> str:
        return f"/{self.kind}s/{self.slug}/"


class Row(NamedTuple):
    """A name as it is stored, of what it is a name, and for a skill's other name how far it may be trusted."""

    text: str
    slug: str
    name: str
    trust: str = Trust.TEXT


class Names:
    """Names side by side with what each is a name of. Only what fits is looked at closer, as there are thousands."""

    def __init__(self) -> None:
        self.plain: list[str] = []
        self._rows: list[tuple[str, ...]] = []
        self._first_skill = 0

    def add(self, kind: Kind, rows: list[tuple[str, ...]]) -> None:
        """Roles before skills. Each row holds what Row holds."""
        self.plain.extend([plain(row[0]) for row in rows])
        self._rows.extend(rows)
        if kind is Kind.ROLE:
            self._first_skill = len(self._rows)

    def target(self, place: int) -> Named:
        row = Row(*self._rows[place])
        return Named(self._kind(place), row.slug, row.name)

    def less(self, place: int) -> float:
        """Points off the score of a name."""
        row = Row(*self._rows[place])
        points = NOT_A_ROLE if self._kind(place) is Kind.SKILL else 0.0
        points += NOT_ITS_OWN_NAME if row.text not in (row.name, row.slug) else 0.0
        return points + (LESS_TRUSTED if row.trust in (Trust.LIST, Trust.SEARCH) else 0.0)

    def _kind(self, place: int) -> Kind:
        return Kind.SKILL if place >= self._first_skill else Kind.ROLE


def search(text: str, *kinds: Kind, most: int = 20) -> list[Named]:
    """What could be meant, best first. Two queries a kind, and one more on PostgreSQL."""
    wanted = plain(text)
    if not wanted:
        return []
    names = names_like(wanted, *kinds)
    best: dict[Named, float] = {}
    for place, value in fitting(wanted, names.plain).items():
        target = names.target(place)
        best[target] = max(value - names.less(place), best.get(target, 0.0))
    return sorted(best, key=lambda target: (-round(best[target], 6), target.name, target.kind))[:most]


class RoleNames:
    """The roles that several typed texts may mean; the names are read anew for each on PostgreSQL, else once."""

    def __init__(self) -> None:
        self._all = None if has_trigrams() else names_like("", Kind.ROLE)

    def find(self, text: str) -> Named | None:
        """The role that is meant, or None when that isn't certain."""
        wanted = plain(text)
        names = self._all if self._all is not None else names_like(wanted, Kind.ROLE)
        meant = {names.target(place) for place in certain(wanted, names.plain)} if wanted else set()
        return meant.pop() if len(meant) == 1 else None

    def nearest(self, text: str, most: int = 5) -> list[Named]:
        """Roles that could be meant, best first."""
        return search(text, Kind.ROLE, most=most)


def names_like(wanted: str, *kinds: Kind) -> Names:
    """Names worth comparing with a plain text: all of them where there is no index, or for an empty text."""
    if not wanted or not has_trigrams():
        return _read(Q(), Q(), *kinds)
    from django.contrib.postgres.lookups import TrigramSimilar  # needs PostgreSQL's driver

    def alike(field: str) -> Q:
        low = Lower(F(field))
        longest = max(wanted.split(" "), key=len)
        return Q(TrigramSimilar(low, Value(wanted))) | Q(Contains(low, Value(longest)))

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(THRESHOLD_AND_PLAN, [str(SHARED_FROM)])
        return _read(alike("name"), alike("slug"), *kinds)


def has_trigrams() -> bool:
    return connection.vendor == "postgresql" and _is_installed(connection.settings_dict["NAME"])


@cache
def _is_installed(database: str) -> bool:
    """Whether pg_trgm is there: asked once a process."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        return cursor.fetchone() is not None


def _read(name: Q, slug: Q, *kinds: Kind) -> Names:
    found = Names()
    if Kind.ROLE in kinds:
        published = Role.objects.published()
        roles = _rows(published.filter(name | slug), "name", "slug", "name")
        found.add(Kind.ROLE, roles)
        found.add(Kind.ROLE, [(slug, slug, own) for _, slug, own in roles])  # "ml-engineer" is a name too
        aliases = RoleAlias.objects.filter(name, role__in=published)
        found.add(Kind.ROLE, _rows(aliases, "name", "role__slug", "role__name"))
    if Kind.SKILL in kinds:
        found.add(Kind.SKILL, _rows(Skill.objects.filter(name), "name", "slug", "name"))
        found.add(Kind.SKILL, _rows(SkillAlias.objects.filter(name), "name", "skill__slug", "skill__name", "trust"))
    return found


def _rows(rows: QuerySet, *columns: str) -> list[tuple[str, ...]]:
    return list(rows.order_by().values_list(*columns))
