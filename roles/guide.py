"""Everything that a role page says of one role."""

from dataclasses import dataclass
from functools import cached_property

from roles.facts import RoleFacts
from roles.models import Role, RoleSkill, SalaryRange, SkillKind
from roles.pay import PayFigure, SourceFacts, first_of_each_source, headline, presentable
from roles.words import join_words


@dataclass(frozen=True)
class RoleGuide:
    """A role with its facts sorted for reading. Made by get_guide()."""

    role: Role
    facts: RoleFacts
    aliases: list[str]
    core: list[RoleSkill]
    secondary: list[RoleSkill]
    pay: list[PayFigure]

    @cached_property
    def headline(self) -> PayFigure | None:
        return headline(self.pay)

    @cached_property
    def country_pay(self) -> list[PayFigure]:
        """The best figure of each source for all of India."""
        return first_of_each_source((f for f in self.pay if f.is_whole_country), lambda figure: figure)

    @cached_property
    def band_pay(self) -> list[PayFigure]:
        """The other figures for all of India, from few years to many."""
        rest = [figure for figure in self.pay if figure.is_whole_country and figure not in self.country_pay]
        return sorted(rest, key=lambda figure: (figure.source.name, figure.experience_min or 0))

    @cached_property
    def city_pay(self) -> list[PayFigure]:
        """Cities and remote, best paid first."""
        figures = [figure for figure in self.pay if not figure.is_whole_country]
        return sorted(figures, key=lambda figure: (figure.source.slug, figure.experience, -figure.middle))

    @property
    def pay_sources(self) -> list[SourceFacts]:
        """Each source of the pay shown, once."""
        return list({figure.source.slug: figure.source for figure in self.pay}.values())

    @property
    def core_names(self) -> str:
        """The core skills inside a sentence."""
        return join_words(skill.skill.in_sentence for skill in self.core)


def get_guide(role: Role) -> RoleGuide:
    """Four queries: duties, aliases, skills, pay."""
    skills = list(role.role_skills.select_related("skill").order_by("rank", "id"))
    return RoleGuide(
        role=role,
        facts=role.facts(role.responsibilities.all()),
        aliases=[alias.name for alias in role.aliases.all() if alias.name != role.name],
        core=[skill for skill in skills if skill.kind == SkillKind.CORE],
        secondary=[skill for skill in skills if skill.kind == SkillKind.SECONDARY],
        pay=presentable(row.figure() for row in SalaryRange.objects.for_roles(role)),
    )
