"""Every read that a comparison needs. Returns value objects, never writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comparisons.addresses import comparison_path
from comparisons.comparison import Comparison, compare
from comparisons.models import ComparisonNearSkill, ComparisonNote, Pair, PairLine
from comparisons.pay import ALL_INDIA, PayComparison, PayQuestion, compare_pay
from comparisons.questionnaire import Part
from comparisons.routes import Edge
from comparisons.trio import Trio, compare_trio
from roles.facts import RoleFacts
from roles.models import (
    Responsibility,
    Role,
    RoleSkill,
    SalaryRange,
    Skill,
    SkillPart,
    links_between,
    with_ceiling,
)
from roles.pay import PayFigure

RELATED_FROM = 20  # per cent in common that make a pair worth a reader's look


@dataclass(frozen=True)
class PairLink:
    """A link to a comparison, and why somebody might follow it."""

    first: str
    second: str
    path: str
    reason: str = ""


@dataclass(frozen=True)
class Surroundings:
    """sharing: pairs that share one of the two roles; around: pairs of the roles near them; edges: all of these, for
    routes from the one role to the other."""

    is_indexable: bool = False
    sharing: tuple[PairLink, ...] = ()
    around: tuple[PairLink, ...] = ()
    edges: tuple[Edge, ...] = ()


@dataclass(frozen=True)
class Known:
    """A role with its pay figures."""

    facts: RoleFacts
    figures: list[PayFigure]


def known(*roles: Role) -> list[Known]:
    """In the roles' order. Two queries: duties, pay. The roles come by find_roles()."""
    duties: dict[int, list[Responsibility]] = {role.pk: [] for role in roles}
    for duty in Responsibility.objects.for_roles(*roles):
        duties[duty.role_id].append(duty)
    figures: dict[int, list[PayFigure]] = {role.pk: [] for role in roles}
    for row in SalaryRange.objects.for_roles(*roles):
        figures[row.role_id].append(row.figure())
    return [Known(role.facts(duties[role.pk], _ceiling(role)), figures[role.pk]) for role in roles]


def find_roles(*slugs: str) -> list[Role]:
    """Published roles in the order of their slugs, with what known() reads. Raises Role.DoesNotExist.

    One query, two when an alias is used.
    """
    published = with_ceiling(Role.objects.published()).select_related("experience_source")
    return sorted(published.resolve(*slugs), key=lambda role: role.slug)


def _ceiling(role: Role) -> str:
    return f"{role.ceiling_title}, from year {role.ceiling_from} on" if role.ceiling_title else ""


def get_comparison(left: Role, right: Role, asked: PayQuestion = ALL_INDIA) -> Comparison:
    """Four queries: duties, pay, skills, links between skills. The roles come by find_roles()."""
    ours, theirs = known(left, right)
    pay = _pay(ours, theirs, asked)
    links = links_between(left, right, ComparisonNearSkill.objects.for_pair(left, right))
    return compare(ours.facts, theirs.facts, Skill.objects.for_pair(left, right), pay, links)


def bundle_parts(left: Role, right: Role) -> list[Part]:
    """What the bundled skills of two roles hold. One query."""
    rows = SkillPart.objects.filter(whole__role_skills__role__in=[left, right]).distinct()
    return [Part(*row) for row in rows.values_list("whole__slug", "part__slug", "part__name").order_by("part__name")]


def published_note(left: Role, right: Role) -> ComparisonNote | None:
    """The editor's words with their questions: two queries, one when there is no note."""
    return ComparisonNote.objects.published().for_pair(left, right).prefetch_related("faqs").first()


def surroundings(left: Role, right: Role, most: int = 6) -> Surroundings:
    """What the gate stored of the pair and of those around it. Two queries, whose cost follows the neighbours."""
    lines = Pair.objects.near(left, right, least=RELATED_FROM)
    pair = {left.slug, right.slug}
    own = [line for line in lines if {line.slug, line.other_slug} == pair]
    near = [line for line in lines if line not in own]
    beside = _ends(near) - pair
    among = Pair.objects.among(beside, least=RELATED_FROM) if beside else []
    sharing = [line for role in (left, right) for line in _of_role(near, role)[: most // 2]]
    nearest = _ends(line for role in (left, right) for line in _of_role(near, role)[:most])
    return Surroundings(
        is_indexable=any(line.is_indexable for line in own),
        sharing=tuple(_link_between(line, f"{line.overlap}% in common") for line in sharing),
        around=tuple(
            _link_between(line, _close_to(line, near, (left, right)))
            for line in [line for line in among if _ends([line]) <= nearest][:most]
        ),
        edges=tuple(Edge(*line[:5]) for line in (*near, *among)),
    )


def _ends(lines: Iterable[PairLine]) -> set[str]:
    return {slug for line in lines for slug in (line.slug, line.other_slug)}


def _of_role(lines: Sequence[PairLine], role: Role) -> list[PairLine]:
    return [line for line in lines if role.slug in (line.slug, line.other_slug)]


def _close_to(line: PairLine, near: Sequence[PairLine], roles: Sequence[Role]) -> str:
    """Why a reader of this pair may want that one: to which of the two both its roles are close."""
    for role in roles:
        if _ends([line]) <= _ends(_of_role(near, role)):
            return f"{line.overlap}% in common; both close to {role.name}"
    return f"{line.overlap}% in common; each close to one of these two"


def _link_between(line: PairLine, reason: str) -> PairLink:
    return pair_link(line.slug, line.name, line.other_slug, line.other_name, reason)


def pair_link(slug: str, name: str, other_slug: str, other_name: str, reason: str = "") -> PairLink:
    (first, first_name), (second, second_name) = sorted([(slug, name), (other_slug, other_name)])
    return PairLink(first_name, second_name, comparison_path(first, second), reason)


def home_pairs(most: int) -> list[PairLink]:
    """The pairs an editor placed on the home page, then those that passed the gate and overlap most. Two queries."""
    placed = {}
    for note in ComparisonNote.objects.for_home():
        link = pair_link(note.first.slug, note.first.name, note.second.slug, note.second.name)
        placed[link.path] = link
    links = (_link_between(line, f"{line.overlap}% in common") for line in Pair.objects.nearest(most))
    return list((placed | {link.path: link for link in links}).values())[:most]


def get_trio(*roles: Role) -> Trio:
    """Three queries: duties, pay, skills. The roles come by find_roles(); their order is that of the columns."""
    skills: dict[int, list[RoleSkill]] = {role.pk: [] for role in roles}
    for row in RoleSkill.objects.for_roles(*roles):
        skills[row.role_id].append(row)
    all_known = known(*roles)
    return compare_trio([one.facts for one in all_known], [one.figures for one in all_known], list(skills.values()))


def _pay(left: Known, right: Known, asked: PayQuestion) -> PayComparison:
    """The same figures whichever column comes first: they are chosen in the address' order."""
    if left.facts.slug > right.facts.slug:
        return _pay(right, left, asked).mirrored
    return compare_pay(left.figures, right.figures, (left.facts.usual_years, right.facts.usual_years), asked)
