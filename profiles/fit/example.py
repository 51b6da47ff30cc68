"""An invented advert and an invented profile, scored by the formula itself, for the page that explains it: pure."""

from dataclasses import dataclass

from profiles.facts import ProfileFacts, SkillFact
from profiles.fit.breakdown import Breakdown, breakdown
from profiles.fit.formula import Naming, Target, information, target
from profiles.fit.having import TRIED, Near, have

ROLES = 120  # that there are in the example
MONTHS_ASKED, MONTHS = 36, 30


@dataclass(frozen=True, slots=True)
class Named:
    """A skill of the example's advert. used_by: so many of its ROLES ask for it."""

    slug: str
    name: str
    naming: Naming
    used_by: int

    @property
    def tells(self) -> int:
        return information(self.used_by, ROLES)

    @property
    def wanted(self) -> int:
        """The weight of how it is named, as a plain number."""
        return int(self.naming)

    @property
    def weight(self) -> int:
        return self.naming * self.tells


NAMED = (
    Named("sql", "SQL", Naming.TITLE, 34),
    Named("excel", "Excel", Naming.TEXT, 70),
    Named("power-bi", "Power BI", Naming.TEXT, 18),
    Named("statistics", "Statistics", Naming.TEXT, 16),
    Named("python", "Python", Naming.TEXT, 31),
    Named("dax", "DAX", Naming.TEXT, 4),
)
NEAR = (Near("power-bi", "tableau", 70, "both draw dashboards from a data model"),)
NAMES = {each.slug: each.name for each in NAMED} | {"tableau": "Tableau"}
PROFILE = ProfileFacts(
    months=MONTHS,
    skills=(
        SkillFact("SQL", "sql"),
        SkillFact("Excel", "excel"),
        SkillFact("Tableau", "tableau"),
        SkillFact("Python", "python", TRIED),
    ),
)


@dataclass(frozen=True, slots=True)
class Example:
    named: tuple[Named, ...]
    target: Target
    breakdown: Breakdown


def example() -> Example:
    asked = target({each.slug: each.weight for each in NAMED}, {}, MONTHS_ASKED)
    if asked is None:
        raise ValueError("The example asks for nothing.")
    return Example(NAMED, asked, breakdown(asked, have(PROFILE, NEAR, ())))
