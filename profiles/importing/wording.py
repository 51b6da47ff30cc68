"""What was understood of one thing, in a few words: pure."""

from profiles.facts import Certificate, Language, Link, Position, Project, SkillFact, Study, When
from profiles.importing.already import Values


def said(value: Values) -> tuple[str, str]:
    """What it is, and what is said of it."""
    match value:
        case Position():
            return _joined(value.title, value.company, value.place), dates(value.start, value.end, value.is_current)
        case Study():
            times = dates(value.start, value.end)
            return _joined(value.degree, value.field, value.school), _joined(times, value.grade)
        case Project():
            return value.name, dates(value.start, value.end)
        case Certificate():
            return _joined(value.name, value.issuer), dates(None, value.date)
        case Language():
            return value.name, value.level
        case SkillFact():
            return value.name, "" if value.slug else "not in our list of skills"
        case Link():
            return f"{value.label}: {value.url}", ""


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]


def dates(start: When | None, end: When | None, is_current: bool = False) -> str:
    """ "Jan 2020 – Mar 2022", "since Jan 2020", "2019"; "" for nothing."""
    if start and is_current:
        return f"since {_month(start)}"
    return " – ".join(_month(when) for when in (start, end) if when)


def _month(when: When) -> str:
    return f"{_MONTHS[when.month - 1]} {when.year}" if when.month else str(when.year)
