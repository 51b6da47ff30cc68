"""Everything that a salary page says of one role."""

from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from roles.facts import RoleFacts
from roles.models import Role, SalaryRange, Source
from roles.pay import PayFigure, SourceFacts, disagreement, headline, presentable
from roles.salaries import groups
from roles.salaries.charts import RangeChart, range_chart
from roles.salaries.groups import Groups, PayGroup
from roles.salaries.leading import why_it_leads
from roles.salaries.standing import comparable


@dataclass(frozen=True)
class SalaryGuide:
    """A role's pay figures laid out for reading, best first. Made by get_salary_guide()."""

    role: RoleFacts
    figures: list[PayFigure]
    sources: list[Source]  # of these figures, by name

    @property
    def path(self) -> str:
        return reverse("salaries:detail", args=[self.role.slug])

    @cached_property
    def headline(self) -> PayFigure | None:
        return headline(self.figures, self.role.usual_years)

    @cached_property
    def lead_reason(self) -> str:
        return why_it_leads(self.figures, self.role.usual_years)

    @cached_property
    def disagreement(self) -> tuple[PayFigure, PayFigure] | None:
        return disagreement(self.figures)

    @cached_property
    def by_years(self) -> Groups:
        return groups.by_years(self.figures)

    @cached_property
    def years_chart(self) -> RangeChart | None:
        return range_chart(self.by_years)

    @cached_property
    def by_place(self) -> PayGroup | None:
        return groups.by_place(self.figures)

    @property
    def place_groups(self) -> Groups:
        """by_place as a table and a chart take it."""
        return [self.by_place] if self.by_place else []

    @cached_property
    def place_chart(self) -> RangeChart | None:
        return range_chart(self.place_groups, is_named=False)

    @cached_property
    def by_source(self) -> Groups:
        return groups.by_source(self.figures)

    @cached_property
    def source_chart(self) -> RangeChart | None:
        return range_chart(self.by_source)

    @cached_property
    def further(self) -> Groups:
        """What no chart shows."""
        return groups.further(self.figures, [*self.by_years, *self.place_groups, *self.by_source])

    @property
    def further_count(self) -> int:
        return sum(len(group.rows) for group in self.further)

    @cached_property
    def apart(self) -> Groups:
        """Figures for a part of the market."""
        return groups.apart(self.figures)

    @property
    def apart_count(self) -> int:
        return sum(len(group.rows) for group in self.apart)

    @cached_property
    def comparable(self) -> list[PayFigure]:
        """What a reader's own pay can be placed among."""
        return comparable(self.figures)

    @property
    def cities(self) -> list[str]:
        """Where a reader's own pay can be placed, beside all of India; A to Z."""
        return sorted({figure.place for figure in self.comparable if not figure.is_whole_country})

    @property
    def uncounted_sources(self) -> list[SourceFacts]:
        """Sources for the market without a figure that a pay could be placed among, by name."""
        counted = {figure.source for figure in self.comparable}
        others = {figure.source for figure in self.figures if not figure.source.speaks_of} - counted
        return sorted(others, key=lambda source: source.name)


def get_salary_guide(role: Role) -> SalaryGuide:
    """One query. Reads experience_source: join it."""
    facts = role.facts(())
    rows = list(SalaryRange.objects.for_roles(role))
    figures = presentable((row.figure() for row in rows), facts.usual_years)
    shown = {figure.source.slug for figure in figures}
    return SalaryGuide(
        role=facts,
        figures=figures,
        sources=sorted({row.source for row in rows if row.source.slug in shown}, key=lambda source: source.name),
    )
