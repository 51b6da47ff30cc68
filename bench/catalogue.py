"""A catalogue of any size, made of the real one: its roles again and again, in worlds of 120, always the same.

Roles of one region ask for the same skills, those of others for the region's own; what a sixth of the real roles ask
for, everyone asks for. So popular skills stay popular, which is the worst case, and there are more skills too.
"""

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import models, transaction

from roles.models import (
    CareerStep,
    NearSkill,
    Responsibility,
    Role,
    RoleAlias,
    RoleSkill,
    SalaryRange,
    Skill,
    SkillAlias,
    SkillPart,
)

SEED = 2026
WORLDS_IN_A_REGION = 4
EVERYWHERE_FROM = 20  # of the real roles; a skill that so many ask for is asked for in every region
KEPT = 0.85  # of a role's skills, in each of its copies
WOBBLE = 8  # points by which a copy's importance differs at most
BATCH = 500  # rows a statement
OWN = ("responsibilities", "career_steps", "salary_ranges", "aliases")  # of a role, copied as they are

Copies = dict[int, int]  # key of a copy by the key of the original
Row = dict[str, Any]  # Any: a column's own type


def grow(wanted: int) -> None:
    """Copy the roles that are there until there are so many."""
    originals = list(Role.objects.order_by("pk"))
    with transaction.atomic():
        made, world, regions = len(originals), 1, {0: {pk: pk for pk in Skill.objects.values_list("pk", flat=True)}}
        while made < wanted:
            region = world // WORLDS_IN_A_REGION
            if region not in regions:
                regions[region] = _skills_of(region)
            _world(originals[: wanted - made], world, regions[region])
            made, world = made + len(originals), world + 1


def _rows(model: type[models.Model], **only: object) -> list[Row]:
    """In the order of their keys, without them."""
    names = [field.attname for field in model._meta.concrete_fields if not field.primary_key]
    return list(model.objects.filter(**only).order_by("pk").values(*names))


def _save(model: type[models.Model], rows: Iterable[Row]) -> list[int]:
    """The new keys, in order."""
    return [row.pk for row in model.objects.bulk_create([model(**row) for row in rows], batch_size=BATCH)]


def _popular() -> set[int]:
    asked = Counter(RoleSkill.objects.filter(role__lte=_last_original()).values_list("skill", flat=True))
    return {skill for skill, roles in asked.items() if roles >= EVERYWHERE_FROM}


def _last_original() -> int:
    """Copies come after the originals, and have a number in their address."""
    return Role.objects.exclude(slug__regex=r"-w[0-9]+$").latest("pk").pk


def _skills_of(region: int) -> Copies:
    """The skills of a region with their names, parts and near ones: new ones, but for what everyone asks for."""
    popular = _popular()
    first = Skill.objects.exclude(slug__regex=r"-r[0-9]+$").order_by("pk")
    keys = [pk for pk in first.values_list("pk", flat=True) if pk not in popular]
    copies = {pk: pk for pk in popular}
    rows = [_renamed(row, f"-r{region}", ("name", "in_sentence")) for row in _rows(Skill, pk__in=keys)]
    copies |= dict(zip(keys, _save(Skill, rows), strict=True))
    names = [_renamed(row, f"-r{region}", ("name",)) for row in _rows(SkillAlias, skill__in=keys)]
    _save(SkillAlias, _moved(names, copies, "skill_id"))
    _save(SkillPart, _moved(_rows(SkillPart, whole__in=keys, part__in=keys), copies, "whole_id", "part_id"))
    _save(NearSkill, _moved(_rows(NearSkill, first__in=keys, second__in=keys), copies, "first_id", "second_id"))
    return copies


def _renamed(row: Row, ending: str, names: tuple[str, ...]) -> Row:
    """The longest name of the real catalogue leaves room."""
    texts = {name: f"{row[name][:56]}{ending.replace('-', ' ')}"[:60] for name in names}
    return row | texts | ({"slug": f"{row['slug'][:55]}{ending}"} if "slug" in row else {})


def _moved(rows: Iterable[Row], copies: Copies, *ends: str) -> Iterator[Row]:
    for row in rows:
        yield row | {end: copies[row[end]] for end in ends}


def _world(originals: list[Role], world: int, skills: Copies) -> None:
    """Each of these roles once more."""
    chance = random.Random(f"{SEED} {world}")  # noqa: S311 nothing secret
    keys = [role.pk for role in originals]
    rows = [_renamed(row, f"-w{world}", ("name", "plural")) for row in _rows(Role, pk__in=keys)]
    roles = dict(zip(keys, _save(Role, rows), strict=True))
    for model in (Responsibility, CareerStep, SalaryRange):
        _save(model, _moved(_rows(model, role__in=keys), roles, "role_id"))
    names = [_renamed(row, f"-w{world}", ("name",)) for row in _rows(RoleAlias, role__in=keys)]
    _save(RoleAlias, _moved(names, roles, "role_id"))
    asked = [row for row in _rows(RoleSkill, role__in=keys) if chance.random() < KEPT]
    for row in asked:
        row["importance"] = min(100, max(1, row["importance"] + chance.randint(-WOBBLE, WOBBLE)))
    _save(RoleSkill, _moved(_moved(asked, roles, "role_id"), skills, "skill_id"))
