"""All that is found of a person's facts, worst first, without a language model. Pure; the same facts always give the
same. A finding is advice, and never part of a score."""

from collections.abc import Callable, Iterator
from itertools import islice

from profiles.advice.case import Case
from profiles.advice.contact import contact
from profiles.advice.findings import Finding
from profiles.advice.layout import layout, length
from profiles.advice.months import dates, gaps
from profiles.advice.personal import personal
from profiles.advice.skills import twice, wanted_skills
from profiles.advice.spelling import spelling
from profiles.advice.wording import long_lines, no_lines, numbers, openers
from profiles.facts import ProfileFacts

RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    contact,
    personal,
    layout,
    dates,
    wanted_skills,
    spelling,
    openers,
    numbers,
    no_lines,
    long_lines,
    length,
    twice,
    gaps,
)
MOST, MOST_OF_A_RULE = 60, 20


def advise(case: Case) -> tuple[Finding, ...]:
    """Worst first, in the order of the rules; each key once."""
    found = {finding.key: finding for rule in RULES for finding in islice(rule(case), MOST_OF_A_RULE)}
    return tuple(sorted(found.values(), key=lambda finding: finding.severity)[:MOST])


def mended(case: Case, key: str) -> ProfileFacts:
    """The facts with the fix of one finding; as they are where it isn't found any more, or has none."""
    fixes = {finding.key: finding.fix for finding in advise(case) if finding.fix}
    return fixes[key].change(case.facts) if key in fixes else case.facts
