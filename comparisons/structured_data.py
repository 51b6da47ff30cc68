"""Comparison pages for machines: dicts for JSON-LD. No HTML, no escaping."""

from collections.abc import Iterable

from comparisons.comparison import Comparison, Side
from comparisons.fields import Field, FieldPage
from comparisons.sharing import SharedImage
from comparisons.trio import Trio
from comparisons.trio.facts import Column
from roles.facts import RoleFacts
from roles.pay import PayFigure
from roles.structured_data.nodes import Node, Step, address, graph, item_list, organization, page
from roles.structured_data.occupations import described, experience, paid, salary, shown
from roles.structured_data.pages import collection

COMPARE: Step = ("Compare roles", "/compare-roles/")


def comparison(facts: Comparison, title: str, image: SharedImage) -> Node:
    occupations = [_of_pair(facts, side) for side in facts.sides]
    article = _article(facts, image) | {"about": occupations}
    way_to = (COMPARE, (facts.name, facts.path))
    web_page, way = page(*way_to, name=title, about=occupations, mainEntity=article, **_reviewed(facts))
    return graph(web_page, article, *occupations, way)


def _article(facts: Comparison, image: SharedImage) -> Node:
    modified = {"dateModified": facts.reviewed_on.isoformat()} if facts.reviewed_on else {}
    return {
        "@type": "Article",
        "@id": f"{address(facts.path)}#article",
        "headline": facts.name,
        "image": address(image.href),
        "author": organization(),
        "publisher": organization(),
        **modified,
    }


def _of_pair(facts: Comparison, side: Side) -> Node:
    return _occupation(side.role, facts.roles, _core(facts, side), _pay_of_pair(facts, side))


def _core(facts: Comparison, side: Side) -> list[Step]:
    """The skills at the core of one side, most important first."""
    number, own = facts.sides.index(side), side.skills
    skills = (*facts.skills.core_both, *own.core_used_by_other, *own.near, *own.core_only)
    core = [(use, skill) for skill in skills if (use := skill.uses[number]) and use.is_core]
    core.sort(key=lambda each: (-each[0].importance, each[1].name))
    return [(skill.name, skill.href) for _, skill in core]


def _pay_of_pair(facts: Comparison, side: Side) -> list[Node | None]:
    """The figures of the chart, which its table gives with their medians; else the one at the top of the page."""
    if facts.pay.headline:
        number = facts.sides.index(side)
        figures = [match.figures[number] for match in facts.pay.by_source]
        return [salary(figure, shown(figure, has_median=True)) for figure in figures]
    return [_at_the_top(side.figure)]


def _at_the_top(figure: PayFigure | None) -> Node | None:
    return salary(figure, shown(figure, has_median=False)) if figure else None


def _occupation(
    role: RoleFacts, all_roles: Iterable[RoleFacts], core: Iterable[Step], salaries: Iterable[Node | None]
) -> Node:
    """The page tells of experience only where it knows it of all the roles."""
    is_asked = all(one.experience for one in all_roles)
    return described(role, core, experienceRequirements=experience(role) if is_asked else None, **paid(*salaries))


def trio(facts: Trio, heading: str, title: str) -> Node:
    """Search engines aren't shown the page, so it isn't told as an article."""
    occupations = [_of_three(facts, column) for column in facts.columns]
    web_page, way = page(COMPARE, (heading, facts.path), name=title, about=occupations, **_reviewed(facts))
    return graph(web_page, *occupations, way)


def _of_three(facts: Trio, column: Column) -> Node:
    shared = [skill for group in facts.core if column.role in group.roles for skill in group.skills]
    core = [(skill.name, skill.href) for skill in (*shared, *column.skills)]
    return _occupation(column.role, facts.roles, core, [_at_the_top(column.figure)])


def _reviewed(facts: Comparison | Trio) -> dict[str, str]:
    return {"lastReviewed": facts.reviewed_on.isoformat()} if facts.reviewed_on else {}


def pair_list(fields: Iterable[Field]) -> Node:
    """The nearest of each field; a pair that stands under two is listed once."""
    return collection(
        COMPARE, links=list(dict.fromkeys((pair.name, pair.path) for field in fields for pair in field.nearest))
    )


def field(listing: FieldPage) -> Node:
    """One page of a field's comparisons."""
    label, path = listing.family.label, listing.path
    listed = item_list(path, [(pair.name, pair.path) for pair in listing.pairs], len(listing.pairs))
    name = f"{label}: roles compared"
    web_page, way = page(COMPARE, (label, path), name=name, kind="CollectionPage", mainEntity=listed)
    return graph(web_page, listed, way)
