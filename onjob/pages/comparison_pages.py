"""The pages of comparisons that passed the gate."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from django.urls import reverse
from django.utils import timezone

from comparisons.addresses import comparison_path
from comparisons.fields import field_path
from comparisons.models import ComparisonNote, Pair
from onjob.pages.facts import Page, digest
from onjob.pages.models import Kind
from onjob.pages.role_pages import RoleBrief
from roles.models import Family, NearSkill, PayrollYear, SkillPart

BATCH = 2_000  # pairs read at once

Link = tuple[str, str, str | int, str]  # slugs of two skills; "part", or a credit in per cent; why


class SkillLinks:
    """Which skills stand in for which. Two queries."""

    def __init__(self) -> None:
        self._of: dict[str, list[Link]] = {}
        names = ("first__slug", "second__slug")
        for first, second, credit, reason in NearSkill.objects.order_by().values_list(*names, "credit", "reason"):
            self._of.setdefault(first, []).append((first, second, credit, reason))
            self._of.setdefault(second, []).append((second, first, credit, reason))
        for whole, part in SkillPart.objects.order_by().values_list("whole__slug", "part__slug"):
            self._of.setdefault(whole, []).append((whole, part, "whole", ""))
            self._of.setdefault(part, []).append((part, whole, "part", ""))

    def between(self, left: frozenset[str], right: frozenset[str]) -> list[Link]:
        """Between a skill that only the left one has and one that only the right one has."""
        ours, theirs = left - right, right - left
        return sorted(link for skill in ours for link in self._of.get(skill, ()) if link[1] in theirs)


def comparison_pages(roles: Mapping[int, RoleBrief]) -> Iterator[Page]:
    """roles: role_briefs(). Eight queries, and one for every 2,000."""
    links, notes, payroll = SkillLinks(), _notes(), _payroll()
    for first, second, overlap in _pairs():
        if first in roles and second in roles:
            left, right = roles[first], roles[second]
            between = links.between(left.skills, right.skills)
            said = digest(left.compared, right.compared, between, notes.get(frozenset((first, second))), payroll)
            yield _page(left, right, overlap, said)


def _pairs() -> Iterator[tuple[int, int, int]]:
    """The keys of both roles, overlap in per cent."""
    pairs, last = Pair.objects.shown().order_by("pk"), 0
    while batch := list(pairs.filter(pk__gt=last).values_list("pk", "first", "second", "overlap")[:BATCH]):
        yield from (row[1:] for row in batch)
        last = batch[-1][0]


def _page(left: RoleBrief, right: RoleBrief, overlap: int, said: str) -> Page:
    pay = [f"{role.name}: {role.pay_text}" for role in (left, right) if role.pay_text]
    common = f"{overlap}% in common"
    return Page(
        path=comparison_path(left.slug, right.slug),
        kind=Kind.COMPARISONS,
        name=f"{left.name} vs {right.name}",
        digest=said,
        says=" ".join([f"{common}.", *pay]),
        listed_as=common,
        listed_on=(
            reverse("comparisons:list"),
            *dict.fromkeys(field_path(Family(role.family)) for role in (left, right)),
        ),
    )


def _notes() -> dict[frozenset[int], str]:
    """Digests of what editors say of two roles, by the roles' keys. Five queries."""
    near = ("near_skills__first", "near_skills__second")
    notes = ComparisonNote.objects.published().prefetch_related("faqs", *near)
    return {frozenset((note.first_id, note.second_id)): _note(note) for note in notes}


def _note(note: ComparisonNote) -> str:
    faqs = [(faq.key, faq.question, faq.answer) for faq in note.faqs.all()]
    near = [(*sorted((one.first.slug, one.second.slug)), one.credit, one.reason) for one in note.near_skills.all()]
    return digest(note.verdict, faqs, sorted(near))


def _payroll() -> str:
    """By which rules pay in hand is estimated."""
    year = PayrollYear.objects.current(timezone.localdate())
    return digest(asdict(year.rules())) if year else ""
