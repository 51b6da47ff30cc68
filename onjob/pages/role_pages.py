"""The pages of roles and of their pay, and what comparisons say of each role."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from django.db.models import Prefetch
from django.urls import reverse

from comparisons.queries import Known, known
from onjob.pages.facts import Page, digest, in_any_order
from onjob.pages.models import Kind
from roles.fields import field_path, pages_of_roles
from roles.models import Family, Role, RoleSkill, with_ceiling
from roles.pay import PayFigure, headline, presentable

BATCH = 200  # roles read at once
GUIDE = ("aliases", "faqs", "career_steps")
UNSETTLED = "Figures for single cities or parts of the market."


@dataclass(frozen=True)
class RoleBrief:
    """A published role as its pages are noted by.

    compared, guide, pay: digests of what comparisons, its guide and its pay page say; pay is empty where no figure is
    shown. pay_text: the figure that speaks for it. skills: slugs. number: of the page of its field's lists on which it
    stands, 0 where one list holds all roles.
    """

    slug: str
    name: str
    family: str
    summary: str
    compared: str
    guide: str
    pay: str
    pay_text: str
    skills: frozenset[str]
    number: int = 0

    def pages(self) -> Iterator[Page]:
        yield Page(
            path=reverse("roles:detail", args=[self.slug]),
            kind=Kind.ROLES,
            name=self.name,
            digest=self.guide,
            says=self.summary,
            listed_as=self.summary,
            listed_on=(self._list("roles"),) if self.number else (self._list("roles"), reverse("home")),
        )
        if self.pay:
            yield Page(
                path=reverse("salaries:detail", args=[self.slug]),
                kind=Kind.SALARIES,
                name=f"{self.name} pay in India",
                digest=self.pay,
                says=self.pay_text or UNSETTLED,
                listed_as=self.pay_text,
                listed_on=(self._list("salaries"),),
            )

    def _list(self, of: str) -> str:
        if not self.number:
            return reverse(f"{of}:list")
        return field_path(f"{of}:field", Family(self.family), self.number)


def role_briefs() -> dict[int, RoleBrief]:
    """By the roles' keys, all published ones: some 2 KB each. One query, and seven for every 200."""
    numbers = pages_of_roles()
    return {
        role.pk: replace(_brief(role, one), number=numbers.get(role.pk, 0))
        for batch in _batches()
        for role, one in zip(batch, known(*batch), strict=True)
    }


def _batches() -> Iterator[list[Role]]:
    skills = Prefetch("role_skills", RoleSkill.objects.select_related("skill"))
    roles = with_ceiling(Role.objects.published()).select_related("experience_source").prefetch_related(*GUIDE, skills)
    last = 0
    while batch := list(roles.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk


def _brief(role: Role, one: Known) -> RoleBrief:
    """When it was last reviewed is left out: looking again without finding anything is no change."""
    words = asdict(one.facts) | {"reviewed_on": None}
    figures = presentable(one.figures, one.facts.usual_years)
    pay = in_any_order(asdict(figure) for figure in figures)
    skills = [_skill(row) for row in sorted(role.role_skills.all(), key=lambda row: (row.rank, row.pk))]
    return RoleBrief(
        slug=role.slug,
        name=role.name,
        family=role.family,
        summary=role.summary,
        compared=digest(words, pay, skills),
        guide=digest(words, pay, skills, role.overview, _guide(role)),
        pay=digest(role.name, one.facts.usual_years, pay) if pay else "",
        pay_text=_pay_text(figures, one),
        skills=frozenset(skill["slug"] for skill in skills),
    )


def _pay_text(figures: Sequence[PayFigure], one: Known) -> str:
    figure = headline(figures, one.facts.usual_years)
    return f"{figure.text} {figure.terms}. {figure.source.name}." if figure else ""


def _skill(row: RoleSkill) -> dict[str, Any]:
    """Any: texts and counts."""
    names = ("kind", "importance", "evidence_count", "adverts_naming", "adverts_read")
    return {"slug": row.skill.slug, "name": row.skill.name} | {name: getattr(row, name) for name in names}


def _guide(role: Role) -> list[object]:
    """What its guide alone says. Reads what _batches() fetched."""
    ladder = [(step.title, step.years_min, step.years_max, step.does) for step in role.career_steps.all()]
    faqs = [(faq.key, faq.question, faq.answer) for faq in role.faqs.all()]
    return [ladder, faqs, sorted(alias.name for alias in role.aliases.all())]
