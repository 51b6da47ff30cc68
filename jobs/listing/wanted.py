"""What somebody looks for, understood: pure."""

import datetime
from dataclasses import dataclass

from jobs.search.marks import EMPLOYMENT, MODE, PLACE, ROLE, SKILL, mark


@dataclass(frozen=True)
class Option:
    """A role, a skill or a city that can be chosen."""

    key: int
    slug: str
    name: str


@dataclass(frozen=True)
class Wanted:
    """words: as they were typed; years: one's own; pay: at least, ₹ a year; with_unstated: also openings that state no
    pay; days: posted so many days ago or later."""

    words: str = ""
    role: Option | None = None
    skill: Option | None = None
    city: Option | None = None
    mode: str = ""
    employment: str = ""
    years: int | None = None
    pay: int | None = None
    with_unstated: bool = True
    days: int | None = None
    is_by_pay: bool = False

    @property
    def marks(self) -> list[str]:
        options = ((ROLE, self.role), (PLACE, self.city), (SKILL, self.skill))
        found = [mark(kind, option.key) for kind, option in options if option]
        return [
            *found,
            *(mark(kind, value) for kind, value in ((MODE, self.mode), (EMPLOYMENT, self.employment)) if value),
        ]

    def since(self, today: datetime.date) -> datetime.date | None:
        """The first day whose openings are wanted."""
        return None if self.days is None else today - datetime.timedelta(days=self.days)
