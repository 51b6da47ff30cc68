"""Every read that a comparison needs. Returns value objects, never writes."""

from dataclasses import dataclass
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models import OuterRef, Q, QuerySet, Subquery

from comparisons.comparison import Comparison, compare
from comparisons.links import PairLink, in_common, pair_link
from comparisons.models import ComparisonNearSkill, ComparisonNote, Pair
from comparisons.models.pairs import LINKED
from comparisons.pay import ALL_INDIA, PayComparison, PayQuestion, compare_pay
from comparisons.questionnaire import Part
from comparisons.trio import Trio, compare_trio
from roles.facts import RoleFacts
from roles.faqs import Edited
from roles.models import (
    Role,
    RoleSkill,
    SkillPart,
    Source,
    all_near,
    duties_of,
    figures_of,
    links_between,
    skills_of_pair,
    with_ceiling,
)
from roles.pay import PayFigure
from roles.prepared import prepared

ROLE = tuple(field.attname for field in Role._meta.concrete_fields)
SOURCE = ("experience_source__id", "experience_source__name")


@dataclass(frozen=True)
class Note:
    """An editor's words on two roles, and their questions; empty where there is none."""

    verdict: str = ""
    faqs: tuple[Edited, ...] = ()


@dataclass(frozen=True)
class Known:
    """A role with its pay figures."""

    facts: RoleFacts
    figures: list[PayFigure]


def known(*roles: Role) -> list[Known]:
    """In the roles' order. Two queries: duties, pay. The roles come by find_roles()."""
    duties, figures = duties_of(*roles), figures_of(*roles)
    return [Known(role.facts(duties[role.pk], _ceiling(role)), figures[role.pk]) for role in roles]


def find_roles(*slugs: str) -> list[Role]:
    """Published roles in the order of their slugs, with what known() reads. Raises Role.DoesNotExist.

    One query, three when an alias is used.
    """
    found = [_role(*columns) for columns in _roles(*slugs)]
    if len(found) < len(slugs):
        found = with_ceiling(Role.objects.published()).select_related("experience_source").resolve(*slugs)
    return sorted(found, key=lambda role: role.slug)


@prepared
def _roles(*slugs: str) -> QuerySet:
    rows = with_ceiling(Role.objects.published()).filter(slug__in=slugs).order_by()
    return rows.values_list(*ROLE, *SOURCE, "ceiling_title", "ceiling_from")


def _role(*columns: Any) -> Role:
    """What _roles() reads (Any: of every kind) as find_roles() returns it."""
    source = Source.from_db(DEFAULT_DB_ALIAS, ("id", "name"), columns[len(ROLE) : -2])
    role = Role.from_db(DEFAULT_DB_ALIAS, ROLE, columns[: len(ROLE)])
    role.experience_source = source if source.pk else None
    role.ceiling_title, role.ceiling_from = columns[-2:]
    return role


def _ceiling(role: Role) -> str:
    return f"{role.ceiling_title}, from year {role.ceiling_from} on" if role.ceiling_title else ""


def get_comparison(left: Role, right: Role, asked: PayQuestion = ALL_INDIA) -> Comparison:
    """Four queries: duties, pay, skills, links between skills. The roles come by find_roles()."""
    ours, theirs = known(left, right)
    pay = _pay(ours, theirs, asked)
    skills = skills_of_pair(left, right)
    links = links_between(left, right, skills, _near_skills)
    return compare(ours.facts, theirs.facts, skills, pay, links)


@prepared
def _near_skills(left: int, right: int, *skills: int) -> QuerySet:
    """The catalogue's, and what an editor said of these two roles."""
    return all_near(skills, ComparisonNearSkill.objects.for_pair(left, right))


def bundle_parts(left: Role, right: Role) -> list[Part]:
    """What the bundled skills of two roles hold. One query."""
    rows = SkillPart.objects.filter(whole__role_skills__role__in=[left, right]).distinct()
    return [Part(*row) for row in rows.values_list("whole__slug", "part__slug", "part__name").order_by("part__name")]


def published_note(left: Role, right: Role) -> Note:
    """One query."""
    rows = _published_notes(left.pk, right.pk)
    return Note(rows[0][0], tuple(Edited(*faq) for _, *faq in rows if any(faq))) if rows else Note()


@prepared
def _published_notes(left: int, right: int) -> QuerySet:
    """The verdict and a question, a row for each question; one row without any where there is none."""
    notes = ComparisonNote.objects.published().for_pair(left, right)
    columns = (f"faqs__{name}" for name in Edited._fields)
    return notes.order_by("faqs__position", "faqs__id").values_list("verdict", *columns)


def home_pairs(most: int) -> list[PairLink]:
    """The pairs an editor placed on the home page, then those that passed the gate and overlap most. Two queries."""
    first, second = OuterRef("first"), OuterRef("second")
    judged = Pair.objects.filter(Q(first=first, second=second) | Q(first=second, second=first)).order_by()
    placed = {}
    for note in ComparisonNote.objects.for_home().annotate(overlap=Subquery(judged.values("overlap"))):
        reason = "" if note.overlap is None else in_common(note.overlap)
        link = pair_link(note.first.slug, note.first.name, note.second.slug, note.second.name, reason)
        placed[link.path] = link
    alike = Pair.objects.most_alike().values_list(*LINKED)[:most]
    links = (pair_link(*names, in_common(overlap)) for *names, overlap in alike)
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
