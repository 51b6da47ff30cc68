"""All skills that published roles use, by kind; where one page can't hold them, lists of each kind."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from django.urls import reverse

from roles import lists
from roles.lists import ListPage, list_page, page_numbers
from roles.models import Role, RoleSkill, Skill, SkillCategory
from roles.skills.facts import HEADINGS

WIDEST_SHOWN = 10
GROUP_SHOWN = 18


class ListedSkill(NamedTuple):
    """roles: how many published ones use it."""

    key: int
    name: str
    slug: str
    category: str
    roles: int

    @property
    def href(self) -> str:
        return f"/skills/{self.slug}/"


@dataclass(frozen=True)
class SkillGroup:
    """A category's skills, most widely used first."""

    slug: str
    heading: str
    skills: list[ListedSkill]

    @property
    def first(self) -> list[ListedSkill]:
        return self.skills[:GROUP_SHOWN]

    @property
    def more(self) -> list[ListedSkill]:
        """The others, from A to Z."""
        return sorted(self.skills[GROUP_SHOWN:], key=_name)

    @property
    def all_words(self) -> str:
        return f"From A to Z ({len(self.skills)})"

    def page(self, number: int) -> ListPage | None:
        """Of its own lists, from A to Z."""
        return list_page(self.page_path, number, len(self.skills), lists.SKILLS_A_PAGE)

    def page_path(self, number: int) -> str:
        further = [] if number == 1 else [number]
        return reverse("skills:kind", args=[SkillCategory(self.slug), *further])

    @property
    def path(self) -> str:
        return self.page_path(1)


@dataclass(frozen=True)
class SkillIndex:
    """All skills that published roles use, most widely used first. Made by get_skill_index()."""

    skills: list[ListedSkill]
    roles: int  # published
    unused: int  # skills in the catalogue that no published role uses

    @property
    def stand_together(self) -> bool:
        """Whether one page holds them all. Then no kind has a page of its own."""
        return _stand_together(len(self.skills))

    @property
    def widest(self) -> list[ListedSkill]:
        return self.skills[:WIDEST_SHOWN]

    @property
    def groups(self) -> list[SkillGroup]:
        order = list(HEADINGS)
        in_groups = sorted(self.skills, key=lambda skill: order.index(skill.category))
        return [
            SkillGroup(category, HEADINGS[category], list(skills))
            for category, skills in groupby(in_groups, key=lambda skill: skill.category)
        ]


@dataclass(frozen=True)
class KindPage:
    """One page of a kind's skills, from A to Z."""

    heading: str
    page: ListPage
    skills: list[ListedSkill]


def get_skill_index() -> SkillIndex:
    """Three queries, two of them of an index alone."""
    listed = _listed(RoleSkill.objects.roles_by_skill())
    used = sorted(_used(listed), key=lambda skill: (-skill.roles, skill.name))
    return SkillIndex(used, Role.objects.published().count(), len(listed) - len(used))


def kind_page(category: SkillCategory, number: int) -> KindPage | None:
    """None where there is no such page. Two queries."""
    roles = RoleSkill.objects.roles_by_skill()
    group = SkillGroup(category, HEADINGS[category], _used(_listed(roles, category=category)))
    page = None if _stand_together(len(roles)) else group.page(number)
    return KindPage(group.heading, page, sorted(group.skills, key=_name)[page.rows]) if page else None


def kinds_with_lists() -> list[SkillGroup]:
    """None while all skills stand together. Two queries."""
    index = SkillIndex(_used(_listed(RoleSkill.objects.roles_by_skill())), 0, 0)
    return [] if index.stand_together else index.groups


def lists_of_skills() -> dict[int, str]:
    """The list on which each skill stands, by the skills' keys; nothing while all stand together. Two queries."""
    places = {}
    for group in kinds_with_lists():
        keys = [skill.key for skill in sorted(group.skills, key=_name)]
        numbers = page_numbers(len(keys), lists.SKILLS_A_PAGE)
        places |= {key: group.page_path(number) for key, number in zip(keys, numbers, strict=True)}
    return places


def _listed(roles: Mapping[int, int], **only: str) -> list[ListedSkill]:
    """All skills, or only some. roles: how many use each, by the skills' keys. One query."""
    rows = Skill.objects.filter(**only).order_by().values_list("pk", "name", "slug", "category")
    return [ListedSkill(*row, roles.get(row[0], 0)) for row in rows]


def _used(skills: Iterable[ListedSkill]) -> list[ListedSkill]:
    return [skill for skill in skills if skill.roles]


def _stand_together(skills: int) -> bool:
    return skills <= lists.SKILLS_TOGETHER


def _name(skill: ListedSkill) -> tuple[str, str]:
    return skill.name.casefold(), skill.slug
