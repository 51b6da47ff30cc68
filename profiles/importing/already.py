"""What a profile says already of what was understood, so that nothing is offered twice: pure.

Two are the same where a person would say so: whatever their capitals and full stops, and where one of them only leaves
something unsaid.
"""

import re
from collections.abc import Mapping, Sequence

from profiles.facts import Certificate, Language, Link, Position, ProfileFacts, Project, SkillFact, Study, When

Values = Position | Study | Project | Certificate | Language | SkillFact | Link
_DROPPED = re.compile(r"[.'’]")
_APART = re.compile(r"[\s,;:()/|–—-]+")
_BEFORE_A_SITE = re.compile(r"^https?://(?:www\.)?")


def is_in(value: Values, values: Sequence[Values]) -> bool:
    return any(_are_same(value, other) for other in values)


def texts_of(facts: ProfileFacts) -> Mapping[str, str]:
    """What it says once, by key; months as digits."""
    months = "" if facts.months is None else str(facts.months)
    contact = facts.contact
    own = {"name": contact.name, "phone": contact.phone, "city": contact.city}
    return own | {"headline": facts.headline, "summary": facts.summary, "months": months}


def is_said(key: str, words: str, facts: ProfileFacts) -> bool:
    if key == "phone":
        return _digits(words) == _digits(facts.contact.phone)
    return _bare(words) == _bare(texts_of(facts)[key])


def _are_same(one: Values, other: Values) -> bool:
    match one, other:
        case SkillFact(), SkillFact():
            return one.slug == other.slug != "" or _small(one.name) == _small(other.name)
        case Position(), Position():
            names = _bare(one.title) == _bare(other.title) and _bare(one.company) == _bare(other.company)
            return names and _may_be_same(one.start, other.start)
        case Study(), Study():
            schools = _agree(one.school, other.school)
            return _bare(one.degree) == _bare(other.degree) and schools and _may_be_same(one.end, other.end)
        case Certificate(), Certificate():
            return _bare(one.name) == _bare(other.name) and _agree(one.issuer, other.issuer)
        case Project(), Project():
            return _bare(one.name) == _bare(other.name)
        case Language(), Language():
            return _bare(one.name) == _bare(other.name)
        case Link(), Link():
            return _site(one.url) == _site(other.url)
    return False


def _agree(one: str, other: str) -> bool:
    return not one or not other or _bare(one) == _bare(other)


def _may_be_same(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return True
    return one.year == other.year and (one.month == other.month or not one.month or not other.month)


def _small(words: str) -> str:
    """Signs stay: “C”, “C++” and “C#” are three."""
    return " ".join(words.casefold().split())


def _bare(words: str) -> str:
    return _APART.sub(" ", _DROPPED.sub("", words.casefold())).strip()


def _digits(words: str) -> str:
    """The last ten: with the country's number or without."""
    return re.sub(r"\D", "", words)[-10:]


def _site(url: str) -> str:
    return _BEFORE_A_SITE.sub("", url.casefold()).rstrip("/")
