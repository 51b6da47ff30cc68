"""Rows of a profile to its facts and back: one function each way for each section."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.db import models, transaction

from profiles.facts import (
    Certificate,
    Contact,
    Language,
    Link,
    Position,
    ProfileFacts,
    Project,
    SkillFact,
    Study,
    When,
)
from profiles.models import (
    Certificate as CertificateRow,
)
from profiles.models import (
    Education,
    Experience,
    Profile,
    ProfileLink,
    ProfileRow,
    ProfileSkill,
)
from profiles.models import (
    Language as LanguageRow,
)
from profiles.models import (
    Project as ProjectRow,
)
from profiles.models.profiles import MOST_MONTHS
from profiles.models.shapes import FIRST_YEAR, LAST_YEAR
from profiles.typed import many_lines, one_line
from roles.models import Skill

DIALLED = "+0123456789 ()./-"

Columns = dict[str, Any]  # Any: values of a model's fields
Fact = SkillFact | Position | Study | Project | Certificate | Language | Link


def facts_of(profile: Profile) -> ProfileFacts:
    """Eight queries, fewer for what was read before."""
    return ProfileFacts(
        contact=Contact(
            name=profile.name,
            email=profile.user.email,
            phone=profile.phone,
            city=profile.city,
            links=tuple(_link(row) for row in profile.profilelink_rows.all()),
        ),
        headline=profile.headline,
        summary=profile.summary,
        months=profile.months,
        skills=tuple(_skill(row) for row in _with_skills(profile)),
        positions=tuple(_position(row) for row in profile.experience_rows.all()),
        studies=tuple(_study(row) for row in profile.education_rows.all()),
        projects=tuple(_project(row) for row in profile.project_rows.all()),
        certificates=tuple(_certificate(row) for row in profile.certificate_rows.all()),
        languages=tuple(_language(row) for row in profile.language_rows.all()),
    )


def fact_of(row: ProfileRow) -> Fact:
    """One row as a value."""
    return READERS[type(row)](row)


@transaction.atomic
def take_facts(profile: Profile, facts: ProfileFacts) -> None:
    """What doesn't fit a row is left out or cut: the facts may come from a file of a stranger."""
    for name, value in said_once(facts).items():
        setattr(profile, name, value)
    profile.save()
    for model, rows in rows_of(facts).items():
        model.objects.of(profile).delete()
        add_rows(profile, model, rows)


def said_once(facts: ProfileFacts) -> Columns:
    """Of the profile's own row."""
    contact = facts.contact
    phone = "".join(letter for letter in contact.phone if letter in DIALLED)
    own = {"name": contact.name, "phone": phone, "city": contact.city}
    months = facts.months if facts.months is None or 0 <= facts.months <= MOST_MONTHS else None
    return _fitted(Profile, own | {"headline": facts.headline, "summary": facts.summary}) | {"months": months}


def rows_of(facts: ProfileFacts) -> dict[type[ProfileRow], list[Columns]]:
    """Those that are whole. One query for skills."""
    found = {
        ProfileLink: [{"label": link.label, "url": link.url} for link in facts.contact.links],
        ProfileSkill: _skill_columns(facts.skills),
        Experience: [_position_columns(position) for position in facts.positions],
        Education: [_study_columns(study) for study in facts.studies],
        ProjectRow: [_project_columns(project) for project in facts.projects],
        CertificateRow: [_certificate_columns(certificate) for certificate in facts.certificates],
        LanguageRow: [{"name": language.name, "level": language.level} for language in facts.languages],
    }
    return {model: list(_whole(model, rows)) for model, rows in found.items()}


def add_rows(profile: Profile, model: type[ProfileRow], rows: Sequence[Columns]) -> None:
    """Behind those that are there, as many as a profile holds; what one of them says already is left out."""
    positions = list(model.objects.of(profile).values_list("position", flat=True))
    first = max(positions, default=0) + 1
    fitting = rows[: max(0, model.most - len(positions))]
    new = [model(profile=profile, position=position, **row) for position, row in enumerate(fitting, start=first)]
    model.objects.bulk_create(new, ignore_conflicts=True)


def _fitted(model: type[models.Model], columns: Columns) -> Columns:
    """Texts without ends of space, cut to what their column holds."""
    fitted = dict(columns)
    for name, value in columns.items():
        field = model._meta.get_field(name)
        if isinstance(value, str):
            clean = many_lines if isinstance(field, models.TextField) else one_line
            fitted[name] = clean(value)[: field.max_length].strip()
    if not fitted.get("url", "").startswith(("http://", "https://")) or len(fitted["url"].split()) != 1:
        fitted |= {"url": ""} if "url" in fitted else {}
    return fitted


def _whole(model: type[ProfileRow], rows: Iterable[Columns]) -> Iterator[Columns]:
    """Cut to size; rows without what they are known by are left out."""
    return (row for row in (_fitted(model, row) for row in rows) if _is_whole(model, row))


def _is_whole(model: type[ProfileRow], row: Columns) -> bool:
    """Whether all texts are there that a row of it must have."""
    texts = [name for name, value in row.items() if isinstance(value, str)]
    return all(row[name] or model._meta.get_field(name).blank for name in texts)


def _with_skills(profile: Profile) -> Iterable[ProfileSkill]:
    """Rows that were read before as they are."""
    is_read = "profileskill_rows" in getattr(profile, "_prefetched_objects_cache", {})
    rows = profile.profileskill_rows.all()
    return rows if is_read else rows.select_related("skill")


def when(year: int | None, month: int | None) -> When | None:
    return When(year, month) if year else None


def _lines(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


def _text(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, map(one_line, lines)))


def _skill(row: ProfileSkill) -> SkillFact:
    return SkillFact(row.name, row.skill.slug if row.skill else "", row.level or 0, row.evidence)


def _position(row: Experience) -> Position:
    span = when(row.start_year, row.start_month), when(row.end_year, row.end_month)
    return Position(row.title, row.company, row.place, *span, row.is_current, _lines(row.lines))


def _study(row: Education) -> Study:
    span = when(row.start_year, row.start_month), when(row.end_year, row.end_month)
    return Study(row.degree, row.school, row.field, *span, row.grade)


def _project(row: ProjectRow) -> Project:
    span = when(row.start_year, row.start_month), when(row.end_year, row.end_month)
    return Project(row.name, row.url, *span, _lines(row.lines))


def _certificate(row: CertificateRow) -> Certificate:
    return Certificate(row.name, row.issuer, when(row.date_year, row.date_month), row.url)


def _language(row: LanguageRow) -> Language:
    return Language(row.name, row.level)


def _link(row: ProfileLink) -> Link:
    return Link(row.label, row.url)


READERS: dict[type[ProfileRow], Callable[..., Fact]] = {
    ProfileSkill: _skill,
    Experience: _position,
    Education: _study,
    ProjectRow: _project,
    CertificateRow: _certificate,
    LanguageRow: _language,
    ProfileLink: _link,
}


def _skill_columns(facts: Iterable[SkillFact]) -> list[Columns]:
    """One query."""
    facts = list(facts)
    known = Skill.objects.in_bulk([fact.slug for fact in facts if fact.slug], field_name="slug")
    return [
        {
            "name": fact.name,
            "skill": known.get(fact.slug),
            "level": fact.level if 1 <= fact.level <= 4 else None,
            "evidence": fact.evidence,
        }
        for fact in facts
    ]


def _position_columns(position: Position) -> Columns:
    end = None if position.is_current else position.end
    return {
        "title": position.title,
        "company": position.company,
        "place": position.place,
        "is_current": position.is_current,
        "lines": _text(position.lines),
        **_span(position.start, end),
    }


def _study_columns(study: Study) -> Columns:
    words = {"degree": study.degree, "school": study.school, "field": study.field, "grade": study.grade}
    return words | _span(study.start, study.end)


def _project_columns(project: Project) -> Columns:
    words = {"name": project.name, "url": project.url, "lines": _text(project.lines)}
    return words | _span(project.start, project.end)


def _certificate_columns(certificate: Certificate) -> Columns:
    words = {"name": certificate.name, "issuer": certificate.issuer, "url": certificate.url}
    return words | _month("date", certificate.date)


def _span(start: When | None, end: When | None) -> Mapping[str, int | None]:
    """An end before the start isn't kept."""
    first, last = _month("start", start), _month("end", end)
    if first["start_year"] and last["end_year"]:
        months = first["start_month"] or 0, last["end_month"] or 12
        if (first["start_year"], months[0]) > (last["end_year"], months[1]):
            last = _month("end", None)
    return first | last


def _month(side: str, said: When | None) -> dict[str, int | None]:
    year = said.year if said and FIRST_YEAR <= said.year <= LAST_YEAR else None
    month = said.month if said and year and said.month and 1 <= said.month <= 12 else None
    return {f"{side}_year": year, f"{side}_month": month}
