"""A role as sentences need it. Pure."""

from dataclasses import dataclass
from datetime import date

from roles.words import capitalised, years


@dataclass(frozen=True)
class Duty:
    """kind: the slug of its kind of work, kind_name its name inside a sentence; empty where no editor marked it."""

    text: str
    gerund: str
    kind: str = ""
    kind_name: str = ""


@dataclass(frozen=True)
class RoleFacts:
    """A role as sentences need it."""

    name: str
    plural: str
    article: str
    slug: str
    href: str
    family: str
    summary: str
    question: str = ""
    output: str = ""
    measured_by: str = ""
    works_with: str = ""
    typical_day: str = ""
    suits: tuple[str, ...] = ()  # clauses that go on from "you"
    avoid: tuple[str, ...] = ()
    entry: str = ""
    education: str = ""
    experience_min: int | None = None
    experience_max: int | None = None
    experience_source: str = ""
    experience_sample_size: int | None = None
    reviewed_on: date | None = None
    duties: tuple[Duty, ...] = ()
    ceiling: str = ""  # the last step of its ladder: "Head of data science, 12 years and more"
    pk: int = 0  # its key in the database

    @property
    def a_name(self) -> str:
        return f"{self.article} {self.name}"

    @property
    def a_name_first(self) -> str:
        """At the start of a sentence."""
        return capitalised(self.a_name)

    @property
    def experience(self) -> str:
        return "" if self.experience_min is None else years(self.experience_min, self.experience_max)

    @property
    def usual_years(self) -> tuple[int, int] | None:
        """The years employers ask for."""
        if self.experience_min is None or self.experience_max is None:
            return None
        return self.experience_min, self.experience_max

    @property
    def pay_href(self) -> str:
        return f"/salaries/{self.slug}/"
