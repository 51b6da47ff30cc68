"""Every read that a comparison needs. Returns value objects, never writes."""

from dataclasses import dataclass

from comparisons.addresses import comparison_path
from comparisons.comparison import Comparison, compare
from comparisons.models import ComparisonNote
from comparisons.pay import ALL_INDIA, PayComparison, PayQuestion, compare_pay
from comparisons.trio import Trio, compare_trio
from roles.facts import RoleFacts
from roles.models import (
    Family,
    Neighbour,
    Responsibility,
    Role,
    RolePair,
    RoleSkill,
    SalaryRange,
    Skill,
    with_ceiling,
)
from roles.pay import PayFigure

CLOSE = 2  # shared core skills that make two roles worth comparing


@dataclass(frozen=True)
class PairLink:
    """A link to a comparison. `shared`: how many core skills the two have in common; None where it wasn't asked."""

    first: str
    second: str
    path: str
    shared: int | None = None


@dataclass(frozen=True)
class RelatedPairs:
    """Pairs that share one of the two roles; pairs of the roles around them."""

    sharing: tuple[PairLink, ...]
    around: tuple[PairLink, ...]


@dataclass(frozen=True)
class Known:
    """A role with its pay figures."""

    facts: RoleFacts
    figures: list[PayFigure]


def known(*roles: Role) -> list[Known]:
    """In the roles' order. Two queries: duties, pay. The roles come by find_roles()."""
    duties: dict[int, list[Responsibility]] = {role.pk: [] for role in roles}
    for duty in Responsibility.objects.filter(role__in=roles).order_by("position", "id"):
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
    """Three queries: duties, pay, skills. The roles come by find_roles()."""
    ours, theirs = known(left, right)
    pay = _pay(ours, theirs, asked)
    return compare(ours.facts, theirs.facts, Skill.objects.for_pair(left, right), pay)


def published_note(left: Role, right: Role) -> ComparisonNote | None:
    """The editor's words with their questions: two queries, one when there is no note."""
    return ComparisonNote.objects.published().for_pair(left, right).prefetch_related("faqs").first()


def related_pairs(left: Role, right: Role, most: int = 6) -> RelatedPairs:
    """Two queries, whose cost follows the neighbours of the two roles."""
    near: dict[str, list[Neighbour]] = {left.slug: [], right.slug: []}
    for neighbour in RoleSkill.objects.neighbours(left, right):
        near[neighbour.of].append(neighbour)
    sharing = [
        _link(role.slug, role.name, other.slug, other.name, other.shared)
        for role in (left, right)
        for other in near[role.slug][: most // 2]
    ]
    others = {neighbour.slug for role in near for neighbour in near[role][:most]}
    around = [_pair_link(pair) for pair in RoleSkill.objects.close_pairs(CLOSE, among=others)] if others else []
    return RelatedPairs(tuple(sharing), tuple(around[:most]))


def _link(slug: str, name: str, other_slug: str, other_name: str, shared: int | None = None) -> PairLink:
    (first, first_name), (second, second_name) = sorted([(slug, name), (other_slug, other_name)])
    return PairLink(first_name, second_name, comparison_path(first, second), shared)


def _pair_link(pair: RolePair) -> PairLink:
    return _link(pair.slug, pair.name, pair.other_slug, pair.other_name, pair.shared)


def home_pairs(most: int) -> list[PairLink]:
    """The pairs an editor placed on the home page, then those that share most. Two queries."""
    close = {link.path: link for link in map(_pair_link, RoleSkill.objects.close_pairs(1))}
    placed = {}
    for note in ComparisonNote.objects.for_home():
        link = _link(note.first.slug, note.first.name, note.second.slug, note.second.name)
        placed[link.path] = link
    return list((placed | close).values())[:most]


def pairs_by_family() -> list[tuple[str, list[PairLink]]]:
    """The pairs worth comparing under each family's name; a pair of two families stands under both. One query."""
    families: dict[str, list[PairLink]] = {}
    for pair in RoleSkill.objects.close_pairs(CLOSE):
        for family in dict.fromkeys((pair.family, pair.other_family)):
            families.setdefault(Family(family).label, []).append(_pair_link(pair))
    return sorted(families.items())


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
