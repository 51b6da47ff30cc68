"""Everything that a role page says of one role."""

from dataclasses import dataclass
from functools import cached_property

from roles.facts import RoleFacts
from roles.models import CareerStep, Role, RoleSkill, SalaryRange, SkillKind, duties_of
from roles.pay import PayFigure, SourceFacts, disagreement, first_of_each_source, headline, presentable
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
    ladder: list[CareerStep]

    @cached_property
    def headline(self) -> PayFigure | None:
        return headline(self.pay, self.facts.usual_years)

    @cached_property
    def country_pay(self) -> list[PayFigure]:
        """The best figure of each source for all of India."""
        return first_of_each_source((f for f in self.pay if f.is_whole_country), lambda figure: figure)

    @cached_property
    def disagreement(self) -> tuple[PayFigure, PayFigure] | None:
        return disagreement(self.pay)

    @property
    def suits(self) -> list[str]:
        """Clauses that go on from “It suits you if you …”."""
        return self.role.suits.splitlines()

    @property
    def avoid(self) -> list[str]:
        """Clauses that go on from “Think twice if you …”."""
        return self.role.avoid.splitlines()

    @property
    def pay_sources(self) -> list[SourceFacts]:
        """The sources of the pay shown."""
        return [figure.source for figure in self.country_pay]

    @property
    def core_names(self) -> str:
        """The core skills inside a sentence."""
        return join_words(skill.skill.in_sentence for skill in self.core)


def get_guide(role: Role) -> RoleGuide:
    """Five queries: duties, aliases, skills, pay, the ladder."""
    skills = list(role.role_skills.select_related("skill").order_by("rank", "id"))
    facts = role.facts(duties_of(role)[role.pk])
    return RoleGuide(
        role=role,
        facts=facts,
        aliases=[alias.name for alias in role.aliases.all() if alias.name != role.name],
        core=[skill for skill in skills if skill.kind == SkillKind.CORE],
        secondary=[skill for skill in skills if skill.kind == SkillKind.SECONDARY],
        pay=presentable((row.figure() for row in SalaryRange.objects.for_roles(role)), facts.usual_years),
        ladder=list(role.career_steps.all()),
    )
