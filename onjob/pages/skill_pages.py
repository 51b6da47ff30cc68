"""The pages of skills that published roles use."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from onjob.pages.facts import Page, digest, in_any_order
from onjob.pages.models import Kind
from roles.models import RoleSkill, Skill, SkillAlias, Status, Trust
from roles.skills.guide import USED
from roles.skills.index import lists_of_skills
from roles.words import counted

BATCH = 200  # skills read at once
USE = ("role__name", "kind", "importance", "evidence_count", "adverts_naming", "adverts_read", "source__name")
WORDS = ("name", "category", "summary")


def skill_pages() -> Iterator[Page]:
    """What goes with a skill is left out: it follows from the other skills' uses. Two queries, and six for every
    200."""
    places = lists_of_skills()
    for batch in _batches():
        uses = _uses(batch)
        for skill in batch:
            yield _page(skill, uses[skill.pk], places.get(skill.pk))


def _batches() -> Iterator[list[Skill]]:
    names = Prefetch("aliases", SkillAlias.objects.filter(trust__in=[Trust.TEXT, Trust.CASE]))
    skills = Skill.objects.filter(USED).distinct().prefetch_related(names, "parts", "bundles")
    last = 0
    while batch := list(skills.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk


def _uses(batch: list[Skill]) -> dict[int, list[Any]]:
    """Rows of USE by skill. Any: texts and counts."""
    uses: dict[int, list[Any]] = {skill.pk: [] for skill in batch}
    rows = RoleSkill.objects.filter(skill__in=batch, role__status=Status.PUBLISHED)
    for skill, *use in rows.values_list("skill", *USE).order_by():
        uses[skill].append(use)
    return uses


def _page(skill: Skill, uses: list[Any], place: str | None) -> Page:
    """place: the list of its kind, where there is one."""
    words = {name: getattr(skill, name) for name in WORDS}
    kin = [sorted(other.name for other in some.all()) for some in (skill.aliases, skill.parts, skill.bundles)]
    roles = counted(len(uses), "role")
    return Page(
        path=skill.get_absolute_url(),
        kind=Kind.SKILLS,
        name=skill.name,
        digest=digest(words, kin, in_any_order(uses)),
        says=f"Asked for in {roles}.",
        listed_as=roles,
        listed_on=(reverse("skills:list"), *([place] if place else [])),
    )
