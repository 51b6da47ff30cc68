"""Names of skills as the catalogue writes them: "javascript" is JavaScript. Pure."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from profiles.advice.case import LONGEST, Case, with_lines
from profiles.advice.evidence import NAMES, SPELLING
from profiles.advice.findings import Finding, Fix, Severity
from profiles.facts import ProfileFacts
from roles.matching.matcher import Hit
from roles.words import capitalised

_BETWEEN = re.compile(r"[\s.\-‐-―_/]+")


@dataclass(slots=True)
class _Misspelt:
    """written: as the person does; lines: each with what it would be."""

    written: str
    name: str
    is_slip: bool = False
    lines: dict[str, str] = field(default_factory=dict)


def spelling(case: Case) -> Iterator[Finding]:
    """A finding for each way of writing, wherever it stands."""
    for wrong in _misspelt(case).values():
        evidence, severity = (SPELLING, Severity.MEND) if wrong.is_slip else (NAMES, Severity.BETTER)
        listed = [(skill.name, wrong.name) for skill in case.skills if skill.name == wrong.written]
        fix = Fix(f"Write {wrong.name}", partial(_respelt, wrong), (*listed[:1], *wrong.lines.items()))
        reason = f"“{wrong.written}” is written {wrong.name}."
        yield Finding("spelling", severity, reason, evidence, wrong.written, tuple(wrong.lines), fix)


def _misspelt(case: Case) -> dict[tuple[str, str], _Misspelt]:
    met: dict[tuple[str, str], _Misspelt] = {}

    def note(written: str, hit: Hit) -> _Misspelt:
        wrong = met.setdefault((written, hit.name), _Misspelt(written, hit.name))
        wrong.is_slip |= hit.rule == "slip"
        return wrong

    for skill in case.skills:
        hits = case.matcher.tags([skill.name]).hits
        if (
            len(hits) == 1
            and hits[0].end - hits[0].start == len(skill.name)
            and _is_wrong(skill.name, hits[0], case.tools)
        ):
            note(skill.name, hits[0])
    for line in case.lines:
        for hit in reversed(case.hits[line]):
            written = line[hit.start : hit.end]
            if _is_wrong(written, hit, case.tools):
                lines = note(written, hit).lines
                so_far = lines.get(line, line)  # from the end on, so that places before it stay
                lines[line] = so_far[: hit.start] + hit.name + so_far[hit.end :]
    return met


def _is_wrong(written: str, hit: Hit, tools: Collection[str]) -> bool:
    """One slip away, or the same letters in other capitals or otherwise parted. A name without a capital is only how
    people type; the capital of a first letter matters for names of tools alone."""
    if hit.name == written:
        return False
    if hit.rule == "slip":
        return True
    is_same = _BETWEEN.sub("", written).casefold() == _BETWEEN.sub("", hit.name).casefold()
    is_first_letter = capitalised(written) == hit.name or written == capitalised(hit.name)
    return is_same and not hit.name.islower() and (not is_first_letter or hit.skill in tools)


def _respelt(wrong: _Misspelt, facts: ProfileFacts) -> ProfileFacts:
    """Of a long line only the beginning was looked at."""

    def line(words: str) -> str:
        begin = words[:LONGEST]
        return wrong.lines.get(begin, begin) + words[LONGEST:]

    skills = (replace(each, name=wrong.name) if each.name == wrong.written else each for each in facts.skills)
    return with_lines(replace(facts, skills=tuple(skills)), line)
