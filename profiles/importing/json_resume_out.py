"""Facts as a JSON Resume: pure. What facts know beyond the schema stands under "x-onjob"."""

from profiles.facts import Certificate, Position, ProfileFacts, Project, SkillFact, Study, When

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
OURS = "x-onjob"
LEVELS = ("", "Beginner", "Intermediate", "Advanced", "Expert")  # of SkillFact.level
WEBSITE = "Website"  # the label of the person's own site, when it is the first link


def to_json_resume(facts: ProfileFacts) -> dict[str, object]:
    """Ready for json.dumps; only what there is."""
    return _said(
        {
            "$schema": SCHEMA,
            "basics": _basics(facts),
            "work": [_work(position) for position in facts.positions],
            "education": [_education(study) for study in facts.studies],
            "skills": [_skill_row(skill) for skill in facts.skills],
            "projects": [_project_row(project) for project in facts.projects],
            "certificates": [_certificate_row(certificate) for certificate in facts.certificates],
            "languages": [_said({"language": one.name, "fluency": one.level}) for one in facts.languages],
            "meta": {OURS: {"months": facts.months}} if facts.months is not None else {},
        }
    )


def goes_on(start: When | None, end: When | None) -> bool:
    """The convention of JSON Resume: what has begun and has no end goes on."""
    return start is not None and end is None


def _basics(facts: ProfileFacts) -> dict[str, object]:
    contact = facts.contact
    first = contact.links[0] if contact.links and contact.links[0].label == WEBSITE else None
    rest = contact.links[1:] if first else contact.links
    return _said(
        {
            "name": contact.name,
            "label": facts.headline,
            "email": contact.email,
            "phone": contact.phone,
            "url": first.url if first else "",
            "summary": facts.summary,
            "location": _location(contact.city),
            "profiles": [{"network": link.label, "url": link.url} for link in rest],
        }
    )


def _location(city: str) -> dict[str, object]:
    return {"city": city} if city else {}


def _work(position: Position) -> dict[str, object]:
    is_as_read = position.is_current is goes_on(position.start, position.end)
    return _said(
        {
            "name": position.company,
            "position": position.title,
            "location": position.place,
            "startDate": _date(position.start),
            "endDate": _date(position.end),
            "highlights": list(position.lines),
            OURS: {} if is_as_read else {"is_current": position.is_current},
        }
    )


def _education(study: Study) -> dict[str, object]:
    return _said(
        {
            "institution": study.school,
            "area": study.field,
            "studyType": study.degree,
            "startDate": _date(study.start),
            "endDate": _date(study.end),
            "score": study.grade,
        }
    )


def _skill_row(skill: SkillFact) -> dict[str, object]:
    ours = _said({"slug": skill.slug, "evidence": skill.evidence})
    return _said({"name": skill.name, "level": LEVELS[skill.level], OURS: ours})


def _project_row(project: Project) -> dict[str, object]:
    return _said(
        {
            "name": project.name,
            "url": project.url,
            "startDate": _date(project.start),
            "endDate": _date(project.end),
            "highlights": list(project.lines),
        }
    )


def _certificate_row(certificate: Certificate) -> dict[str, object]:
    return _said(
        {
            "name": certificate.name,
            "issuer": certificate.issuer,
            "date": _date(certificate.date),
            "url": certificate.url,
        }
    )


def _date(when: When | None) -> str:
    if when is None:
        return ""
    return f"{when.year:04d}-{when.month:02d}" if when.month else f"{when.year:04d}"


def _said(row: dict[str, object]) -> dict[str, object]:
    """Only what says something."""
    return {key: value for key, value in row.items() if value not in ("", [], {}, None)}
