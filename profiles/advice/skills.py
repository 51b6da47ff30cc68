"""Skills: listed, shown in the person's own lines, and wanted by the target. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from profiles.advice.case import Case, slug_of, told
from profiles.advice.evidence import NAMES, SHOWN, WANTED
from profiles.advice.findings import Finding, Fix, Severity
from profiles.facts import ProfileFacts, SkillFact
from roles.matching.matcher import SkillMatcher

MOST_MISSING = 10
Change = Callable[[ProfileFacts], ProfileFacts]


def wanted_skills(case: Case) -> Iterator[Finding]:
    """What the target wants and the person doesn't list: with their own line where one shows it."""
    shown = {hit.skill: line for line in reversed(case.lines) for hit in case.hits[line]}
    missing: list[str] = []
    for skill in case.wanted:
        if skill.slug in case.listed:
            continue
        asked = f", {skill.asked}" if skill.asked else ""
        line = shown.get(skill.slug)
        if line:
            reason = f"{skill.name} is wanted{asked}; your own line shows it, your skills don’t list it."
            fix = Fix(f"List {skill.name}", _listing(skill.slug, skill.name, line), (("", skill.name),))
            yield Finding("not_listed", Severity.MEND, reason, SHOWN, skill.slug, (line,), fix)
        else:
            missing.append(f"{skill.name}{asked}")
    if missing:
        reason = "Wanted too, and nothing you wrote shows it. Add only what you have."
        yield Finding("missing", Severity.KNOW, reason, WANTED, lines=tuple(missing[:MOST_MISSING]))


def twice(case: Case) -> Iterator[Finding]:
    slugs = [slug_of(skill, case.matcher) or skill.name for skill in case.skills]
    again = tuple(skill.name for at, skill in enumerate(case.skills) if slugs[at] in slugs[:at])
    if again:
        fix = Fix("List each once", lambda facts: once_each(facts, case.matcher), tuple((name, "") for name in again))
        yield Finding("twice", Severity.KNOW, "These skills are listed twice.", NAMES, lines=again, fix=fix)


def once_each(facts: ProfileFacts, matcher: SkillMatcher) -> ProfileFacts:
    """The first of each stays."""
    known: set[str] = set()
    first: list[SkillFact] = []
    for skill in facts.skills:
        name = slug_of(skill, matcher) or skill.name
        if name not in known:
            first.append(skill)
        known.add(name)
    return replace(facts, skills=tuple(first))


def _listing(slug: str, name: str, line: str) -> Change:
    """Only while the line is still there, and the skill isn't listed."""

    def listed(facts: ProfileFacts) -> ProfileFacts:
        names = {skill.slug or skill.name for skill in facts.skills} | {skill.name for skill in facts.skills}
        is_shown = any(line == each[: len(line)] for each in told(facts))
        if not is_shown or slug in names or name in names:
            return facts
        return replace(facts, skills=(*facts.skills, SkillFact(name, slug, evidence=line)))

    return listed
