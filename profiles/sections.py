"""The sections that are lists of rows: where each stands, what it is called, which form takes a row of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from profiles.facts import ProfileFacts
from profiles.forms.sections import (
    CertificateForm,
    EducationForm,
    ExperienceForm,
    LanguageForm,
    LinkForm,
    ProjectForm,
    RowForm,
    SkillForm,
)
from profiles.models import ProfileRow


@dataclass(frozen=True, slots=True)
class Section:
    """slug: in the address; title: its heading; one: "a job"; lead: what belongs here; field: of ProfileFacts."""

    slug: str
    title: str
    one: str
    lead: str
    form: type[RowForm]
    field: str

    @property
    def model(self) -> type[ProfileRow]:
        return self.form._meta.model

    def of(self, facts: ProfileFacts) -> Sequence[object]:
        return getattr(facts.contact if self.field == "links" else facts, self.field)

    @property
    def href(self) -> str:
        return f"/profile/{self.slug}/"


SECTIONS = {
    section.slug: section
    for section in (
        Section(
            "experience",
            "Work",
            "a job",
            "The newest first. Internships, freelance and unpaid work count too.",
            ExperienceForm,
            "positions",
        ),
        Section(
            "skills",
            "Skills",
            "a skill",
            "What you can do, the strongest first. A skill that our catalogue knows is compared with roles and jobs.",
            SkillForm,
            "skills",
        ),
        Section("education", "Education", "a degree or class", "The newest first.", EducationForm, "studies"),
        Section(
            "projects",
            "Projects",
            "a project",
            "What you built or ran, at work, at college or alone.",
            ProjectForm,
            "projects",
        ),
        Section(
            "certificates",
            "Certificates",
            "a certificate",
            "The ones that matter for your next job.",
            CertificateForm,
            "certificates",
        ),
        Section("languages", "Languages", "a language", "All that you could work in.", LanguageForm, "languages"),
        Section("links", "Links", "a link", "Where your work can be seen.", LinkForm, "links"),
    )
}


class SectionConverter:
    regex = "|".join(SECTIONS)

    def to_python(self, value: str) -> Section:
        return SECTIONS[value]

    def to_url(self, value: Section | str) -> str:
        return value.slug if isinstance(value, Section) else value


class KeyConverter:
    """The key of a row, as large as a database takes."""

    regex = "[1-9][0-9]{0,17}"

    @classmethod
    def read(cls, text: str) -> int | None:
        """None for what is no key."""
        return int(text) if re.fullmatch(cls.regex, text) else None

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)
