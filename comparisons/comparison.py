"""Everything that is worked out about two roles, from rows. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from comparisons.addresses import SlugPair, comparison_path
from comparisons.overlap import overlap
from comparisons.pay import PayComparison
from comparisons.skills import OwnSkills, SkillGroups, SkillLink, SkillRow, compared, groups
from comparisons.suitability import Suitability, suitability
from comparisons.switching import Switch, switches
from comparisons.work import Duties, Work, compare_work
from roles.facts import RoleFacts
from roles.pay import PayFigure


@dataclass(frozen=True)
class Side:
    """One column of the page. `place` is "left" or "right": it names colour and mark."""

    place: str
    role: RoleFacts
    other: RoleFacts
    skills: OwnSkills
    duties: Duties  # of kinds that the other role doesn't have
    figure: PayFigure | None

    @property
    def pay_fact(self) -> str:
        """Which figure a reader may find wrong: "Data Scientists, ₹6L–₹30L a year, 1–8 years"."""
        return f"{self.role.plural}, {self.figure.text} {self.figure.terms}" if self.figure else ""

    @property
    def suits(self) -> Suitability:
        return suitability(self.role, self.other, self.duties, self.skills)


@dataclass(frozen=True)
class Comparison:
    """overlap: of all that both ask for, what is the same: whole per cent, by importance."""

    left: Side
    right: Side
    skills: SkillGroups
    overlap: int
    switches: tuple[Switch, Switch]
    work: Work
    pay: PayComparison

    @cached_property
    def sides(self) -> tuple[Side, Side]:
        return self.left, self.right

    @cached_property
    def roles(self) -> tuple[RoleFacts, RoleFacts]:
        return self.left.role, self.right.role

    @cached_property
    def name(self) -> str:
        """ "Data Scientist vs Machine Learning Engineer"."""
        return " vs ".join(role.name for role in self.roles)

    @property
    def reviewed_on(self) -> date | None:
        """The older of the two reviews."""
        return min((role.reviewed_on for role in self.roles if role.reviewed_on), default=None)

    @property
    def slugs(self) -> SlugPair:
        """What its addresses are made of."""
        return SlugPair(self.left.role.slug, self.right.role.slug)

    @cached_property
    def path(self) -> str:
        return comparison_path(*self.slugs)

    @property
    def markdown_path(self) -> str:
        return f"{self.path[:-1]}.md"

    @property
    def json_path(self) -> str:
        return f"{self.path[:-1]}.json"

    @property
    def is_far_apart(self) -> bool:
        """Whether a switch is far, one way at least."""
        return any(switch.is_far for switch in self.switches)

    @property
    def is_swapped(self) -> bool:
        """Whether a reader put the role first that the address names second."""
        return self.left.role.slug > self.right.role.slug

    @property
    def suits_path(self) -> str:
        """Where a reader is asked which of the two suits them."""
        return f"{self.path}suits/"

    @property
    def same_experience(self) -> bool:
        left, right = self.roles
        return bool(left.experience) and left.experience == right.experience


def compare(
    left: RoleFacts, right: RoleFacts, rows: Iterable[SkillRow], pay: PayComparison, links: Iterable[SkillLink] = ()
) -> Comparison:
    """rows: skills_of_pair(); links: which skills of the one stand in for which of the other."""
    links = list(links)
    skills = compared(rows)
    sorted_skills = groups(skills, links)
    work = compare_work(left.duties, right.duties)
    figures = pay.glance
    return Comparison(
        left=Side("left", left, right, sorted_skills.left, work.left, figures[0]),
        right=Side("right", right, left, sorted_skills.right, work.right, figures[1]),
        skills=sorted_skills,
        overlap=overlap(
            {skill.slug: skill.left.importance for skill in skills if skill.left},
            {skill.slug: skill.right.importance for skill in skills if skill.right},
        ),
        switches=switches(left, right, skills, links),
        work=work,
        pay=pay,
    )
