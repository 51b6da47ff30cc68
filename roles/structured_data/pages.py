"""Pages of roles and skills, the lists of them, and pages of words."""

from collections.abc import Iterable, Sequence

from django.urls import reverse

from roles.fields import RoleField
from roles.guide import RoleGuide
from roles.lists import ListPage
from roles.models import Family, Role
from roles.pay import speaking
from roles.salaries.listing import RolePay
from roles.skills.guide import SkillGuide
from roles.skills.index import KindPage, SkillIndex
from roles.structured_data.nodes import Node, Step, address, graph, item_list, page
from roles.structured_data.occupations import described, experience, paid, salary, shown, term

ROLES: Step = ("Roles", "/roles/")
SALARIES: Step = ("Salaries", "/salaries/")
SKILLS: Step = ("Skills", "/skills/")


def of_words(name: str, path: str) -> Node:
    """A page that explains, and the way to it."""
    return graph(*page((name, path)))


def role(guide: RoleGuide) -> Node:
    facts = guide.facts
    figures = [salary(figure, shown(figure, has_median=True)) for figure in speaking(guide.country_pay)]
    occupation = described(
        facts,
        ((row.skill.name, row.skill.get_absolute_url()) for row in guide.core),
        educationRequirements=f"Usually asked for: {facts.education}" if facts.education else "",
        experienceRequirements=experience(facts),
        **paid(*figures),
    )
    reviewed = facts.reviewed_on.isoformat() if facts.reviewed_on else None
    dates = {"lastReviewed": reviewed, "dateModified": reviewed} if reviewed else {}
    web_page, way = page(ROLES, (facts.name, facts.href), mainEntity=occupation, **dates)
    return graph(web_page, occupation, way)


def skill(guide: SkillGuide) -> Node:
    here = (guide.skill.name, guide.skill.get_absolute_url())
    named = term(*here) | {"inDefinedTermSet": _all_skills()}
    if guide.skill.summary:
        named["description"] = guide.skill.summary
    web_page, way = page(SKILLS, here, mainEntity=named)
    return graph(web_page, named, way)


def _all_skills() -> Node:
    name, path = SKILLS
    return {"@type": "DefinedTermSet", "@id": f"{address(path)}#terms", "name": name, "url": address(path)}


def collection(*trail: Step, links: Sequence[Step], total: int = 0, **more: Node) -> Node:
    """A list of pages. links: in the page's order; total: with those it folds away, where it does."""
    if not links:
        return graph(*page(*trail, kind="CollectionPage", **more))
    listed = item_list(trail[-1][1], links, total or len(links))
    web_page, way = page(*trail, kind="CollectionPage", mainEntity=listed, **more)
    return graph(web_page, listed, way)


def role_list(families: Iterable[tuple[str, list[Role]]]) -> Node:
    return collection(ROLES, links=[_role(one) for _, roles in families for one in roles])


def role_fields(fields: Iterable[RoleField]) -> Node:
    return collection(ROLES, links=[(field.label, field.path) for field in fields])


def field_roles(family: Family, here: ListPage, roles: Iterable[Role]) -> Node:
    return collection(ROLES, _field(family, here), links=[_role(one) for one in roles])


def salary_list(groups: Iterable[tuple[str, list[RolePay]]]) -> Node:
    return collection(SALARIES, links=[_pay(pay) for _, pays in groups for pay in pays])


def salary_fields(fields: Iterable[RoleField]) -> Node:
    return collection(SALARIES, links=[(field.label, field.pay_path) for field in fields])


def field_salaries(family: Family, here: ListPage, pays: Iterable[RolePay]) -> Node:
    return collection(SALARIES, _field(family, here), links=[_pay(pay) for pay in pays])


def _role(role: Role) -> Step:
    return role.name, role.get_absolute_url()


def _pay(pay: RolePay) -> Step:
    return pay.role.name, pay.role.pay_href


def _field(family: Family, here: ListPage) -> Step:
    return family.label + here.suffix, here.path


def skill_list(index: SkillIndex) -> Node:
    shown_skills = [(one.name, one.href) for group in index.groups for one in group.first]
    total = len(index.skills) if index.stand_together else len(shown_skills)
    return collection(SKILLS, links=shown_skills, total=total, about=_all_skills())


def skill_kind(kind: KindPage) -> Node:
    here = (kind.heading + kind.page.suffix, kind.page.path)
    return collection(SKILLS, here, links=[(one.name, one.href) for one in kind.skills], about=_all_skills())


def sources() -> Node:
    return of_words("Sources", reverse("sources"))
