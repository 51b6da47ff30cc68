"""What can be chosen from lists: roles, cities, kinds of work."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import CharField, QuerySet, Value

from jobs.listing.wanted import Option
from jobs.search.marks import PLACE, ROLE, SKILL
from roles.models import Location, Role, Skill
from roles.models.reference import LocationKind


@dataclass(frozen=True)
class Choices:
    """By slug, from A to Z. skills: of the asked slugs alone, if there are any."""

    roles: dict[str, Option]
    cities: dict[str, Option]
    skills: dict[str, Option]


def choices(*skills: str) -> Choices:
    """skills: slugs, empty ones are none. One query."""
    asked = list(filter(None, skills))
    rows = _rows(ROLE, Role.objects.published()).union(
        _rows(PLACE, Location.objects.filter(kind=LocationKind.CITY)),
        *([_rows(SKILL, Skill.objects.filter(slug__in=asked))] if asked else []),
        all=True,
    )
    found: dict[str, dict[str, Option]] = {ROLE: {}, PLACE: {}, SKILL: {}}
    for kind, key, slug, name in sorted(rows, key=lambda row: row[3]):
        found[kind][slug] = Option(key, slug, name)
    return Choices(found[ROLE], found[PLACE], found[SKILL])


def skills(keys: Iterable[int]) -> list[Option]:
    """In the order of the keys. One query, none for no key."""
    wanted = list(keys)
    found = {row[0]: Option(*row) for row in Skill.objects.filter(pk__in=wanted).values_list("pk", "slug", "name")}
    return [found[key] for key in wanted if key in found]


def _rows(kind: str, rows: QuerySet) -> QuerySet:
    return rows.order_by().values_list(Value(kind, CharField()), "pk", "slug", "name")
