"""What of a person's facts isn't on the pages of a file. Pure."""

from collections.abc import Iterator

from profiles.documents.fitting import lines_of
from profiles.documents.sheet import sheet
from profiles.facts import ProfileFacts
from roles.words import counted

CUT = "…"


def left_out(facts: ProfileFacts, shown: ProfileFacts) -> tuple[str, ...]:
    """How many of each, in words: "3 jobs", "12 lines of work and projects"."""
    return tuple(_left_out(facts, shown))


def _left_out(facts: ProfileFacts, shown: ProfileFacts) -> Iterator[str]:
    if facts.summary.strip() and not shown.summary:
        yield "your summary"
    missing = {
        "job": len(facts.positions) - len(shown.positions),
        "project": len(facts.projects) - len(shown.projects),
        "line of work and projects": lines_of(facts) - lines_of(shown),
        "degree or class": len(facts.studies) - len(shown.studies),
        "certificate": len(facts.certificates) - len(shown.certificates),
        "skill": len(facts.skills) - len(shown.skills),
        "language": len(facts.languages) - len(shown.languages),
        "link": len(facts.contact.links) - len(shown.contact.links),
    }
    plurals = {"line of work and projects": "lines of work and projects", "degree or class": "degrees or classes"}
    yield from (counted(number, noun, plurals.get(noun, "")) for noun, number in missing.items() if number > 0)
    if cut := _cut(facts, shown):
        yield f"the end of {counted(cut, 'long text')}"


def _cut(facts: ProfileFacts, shown: ProfileFacts) -> int:
    """How many texts end early on the pages."""
    whole = set(sheet(facts).words())
    return sum(words.endswith(CUT) and words not in whole for words in sheet(shown).words())
