"""Which roles use a skill: all of them, or those where it weighs most and further pages for the others."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, F, FloatField, Q, QuerySet
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse

from roles import lists
from roles.lists import ListPage, list_page
from roles.models import RoleSkill, Skill, SkillKind, Source, Status
from roles.pay import ENOUGH
from roles.skills.facts import SkillUse, in_order, most_named

SHARE = Cast("adverts_naming", FloatField()) / F("adverts_read")  # of the role's adverts; NULL where none were counted
# As facts.in_order() has them; "core" comes before "secondary".
IN_ORDER = (F("importance").desc(), F("kind").asc(), Coalesce(SHARE, 0.0).desc(), F("role__name").asc())


@dataclass(frozen=True)
class Uses:
    """shown: the roles in which it weighs most, first. The others tell of all roles: how many use it, for how many it
    is core, in how many it weighs as much as in the first, that one counted. further: the page that goes on, where not
    all are shown. sources: of what is shown."""

    shown: list[SkillUse]
    count: int
    core: int
    as_first: int
    most_named: SkillUse | None
    sources: list[Source]
    further: str = ""

    @property
    def not_core(self) -> int:
        return self.count - self.core

    @property
    def others_as_first(self) -> int:
        return self.as_first - 1

    @property
    def more(self) -> int:
        """How many stand on further pages."""
        return self.count - len(self.shown)


@dataclass(frozen=True)
class FurtherUses:
    """One page of the roles that the skill's own page has no room for."""

    page: ListPage
    uses: list[SkillUse]

    @property
    def first(self) -> int:
        return self.page.start + 1


def uses_of(skill: Skill) -> Uses:
    """One query, three where the roles are too many for one page."""
    rows = list(_rows(skill)[: lists.ROLES_TOGETHER + 1])
    if len(rows) > lists.ROLES_TOGETHER:
        return _first_uses(skill, rows)
    shown = in_order(map(_use, rows))
    core = sum(use.is_core for use in shown)
    as_first = sum(use.importance == shown[0].importance for use in shown)
    return Uses(shown, len(shown), core, as_first, most_named(shown), _sources(rows))


def _first_uses(skill: Skill, rows: list[RoleSkill]) -> Uses:
    """rows: more than one page holds."""
    used = _used(skill)
    core, as_first = Q(kind=SkillKind.CORE), Q(importance=rows[0].importance)
    totals = used.aggregate(count=Count("pk"), core=Count("pk", filter=core), as_first=Count("pk", filter=as_first))
    page = _page(skill, 1, totals["count"])
    named = used.filter(adverts_read__gte=ENOUGH, adverts_naming__gt=0).select_related("role")
    named = named.order_by(SHARE.desc(), *IN_ORDER)[:1]
    shown = rows[page.rows]
    return Uses(
        shown=in_order(map(_use, shown)),
        **totals,
        most_named=next(map(_use, named), None),
        sources=_sources(shown),
        further=page.paths[1],
    )


def further_uses(skill: Skill, number: int) -> FurtherUses | None:
    """None where there is no such page. The first is the skill's own. Two queries."""
    count = _used(skill).count()
    page = _page(skill, number, count) if count > lists.ROLES_TOGETHER else None
    return FurtherUses(page, in_order(map(_use, _rows(skill)[page.rows]))) if page else None


def _page(skill: Skill, number: int, count: int) -> ListPage | None:
    def path(each: int) -> str:
        return reverse("skills:roles", args=[skill.slug, each]) if each > 1 else skill.get_absolute_url()

    return list_page(path, number, count, lists.ROLES_A_PAGE)


def _used(skill: Skill) -> QuerySet[RoleSkill]:
    return skill.role_skills.filter(role__status=Status.PUBLISHED).order_by()


def _rows(skill: Skill) -> QuerySet[RoleSkill]:
    return _used(skill).select_related("role", "source").order_by(*IN_ORDER)


def _use(row: RoleSkill) -> SkillUse:
    return SkillUse(
        role=row.role.name,
        plural=row.role.plural,
        href=row.role.get_absolute_url(),
        is_core=row.kind == SkillKind.CORE,
        importance=row.importance,
        evidence=row.evidence_count,
        naming=row.adverts_naming,
        read=row.adverts_read,
    )


def _sources(rows: Iterable[RoleSkill]) -> list[Source]:
    """Of importance and counts."""
    return list({row.source_id: row.source for row in rows if row.source}.values())
