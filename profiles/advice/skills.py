"""Skills: listed, shown in the person's own lines, wanted by the target, and how they are written. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from profiles.advice.case import LONGEST, Case, slug_of, told, with_lines
from profiles.advice.evidence import NAMES, SHOWN, SPELLING, WANTED
from profiles.advice.findings import Finding, Fix, Severity
from profiles.facts import ProfileFacts, SkillFact
from roles.matching.matcher import Hit, SkillMatcher
from roles.matching.words import cut
from roles.words import capitalised

MOST_MISSING = 10
Change = Callable[[ProfileFacts], ProfileFacts]


def wanted_skills(case: Case) -> Iterator[Finding]:
    """What the target wants and the person doesn't list: with their own line where one shows it."""
    shown = {hit.skill: line for line in reversed(case.lines) for hit in case.hits[line]}
    missing = 0
    for skill in case.wanted:
        if skill.slug in case.listed:
            continue
        asked = f", {skill.asked}" if skill.asked else ""
        line = shown.get(skill.slug)
        if line:
            reason = f"{skill.name} is wanted{asked}; your own line shows it, your skills don’t list it."
            fix = Fix(f"List {skill.name}", _listing(skill.slug, skill.name, line), (("", skill.name),))
            yield Finding("not_listed", Severity.MEND, reason, SHOWN, skill.slug, (line,), fix)
        elif missing < MOST_MISSING:
            missing += 1
            reason = f"{skill.name} is wanted{asked}, and nothing you wrote shows it. Add it only if you have it."
            yield Finding("missing", Severity.KNOW, reason, WANTED, skill.slug)


def spelling(case: Case) -> Iterator[Finding]:
    for skill in case.skills:
        hit = _meant(skill, case.matcher)
        if hit and hit.name != skill.name:
            yield _respelled(
                skill.name, hit, Fix(f"Write {hit.name}", _renaming(skill.name, hit.name), ((skill.name, hit.name),))
            )
    for line in case.lines:
        for hit in case.hits[line]:
            as_written = line[hit.start : hit.end]
            if hit.name != as_written and (hit.rule == "slip" or _is_same(as_written, hit.name)):
                new = line[: hit.start] + hit.name + line[hit.end :]
                fix = Fix(f"Write {hit.name}", _rewriting(line, new), ((line, new),))
                yield _respelled(as_written, hit, fix, line)


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


def _meant(skill: SkillFact, matcher: SkillMatcher) -> Hit | None:
    """The catalogue's spelling of the same name, or what is one slip away from it."""
    hits = matcher.tags([skill.name]).hits
    if len(hits) != 1:
        return None
    hit = hits[0]
    is_whole = hit.end - hit.start == len(skill.name)
    return hit if is_whole and (hit.rule == "slip" or _is_same(skill.name, hit.name)) else None


def _is_same(left: str, right: str) -> bool:
    """Whether both are the same letters: "Javascript", "Java Script" and "JavaScript"."""
    return _letters(left) == _letters(right)


def _letters(name: str) -> str:
    return "".join(word.folded for word in cut(name))


def _respelled(as_written: str, hit: Hit, fix: Fix, *lines: str) -> Finding:
    evidence, severity = (SPELLING, Severity.MEND) if hit.rule == "slip" else (NAMES, Severity.BETTER)
    reason = f"“{as_written}” is written {hit.name}."
    return Finding("spelling", severity, capitalised(reason), evidence, as_written, lines, fix)


def _listing(slug: str, name: str, line: str) -> Change:
    """Only while the line is still there, and the skill isn't listed."""

    def listed(facts: ProfileFacts) -> ProfileFacts:
        names = {skill.slug or skill.name for skill in facts.skills} | {skill.name for skill in facts.skills}
        is_shown = any(line == each[: len(line)] for each in told(facts))
        if not is_shown or slug in names or name in names:
            return facts
        return replace(facts, skills=(*facts.skills, SkillFact(name, slug, evidence=line)))

    return listed


def _renaming(old: str, new: str) -> Change:
    def renamed(facts: ProfileFacts) -> ProfileFacts:
        return replace(
            facts, skills=tuple(replace(each, name=new) if each.name == old else each for each in facts.skills)
        )

    return renamed


def _rewriting(old: str, new: str) -> Change:
    """Of a long line only the beginning was looked at."""

    def rewritten(line: str) -> str:
        return new + line[len(old) :] if line[:LONGEST] == old else line

    return lambda facts: with_lines(facts, rewritten)
