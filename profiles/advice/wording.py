"""How lines of work are told: what they begin with, and whether they say how much. Pure."""

import re
from collections.abc import Iterator
from dataclasses import replace

from profiles.advice.case import LONGEST, Case
from profiles.advice.evidence import NUMBERS, VERBS
from profiles.advice.findings import Finding, Fix, Severity
from profiles.advice.verbs import verbs
from profiles.facts import ProfileFacts
from roles.words import capitalised, counted

ENOUGH_LINES = 3  # to say something of them together
LONG_LINE = 300  # characters
_FIRST = re.compile(r"\W*(?P<word>[A-Za-z]+)\b")
_DUTY = re.compile(
    r"^\W*(?:(?:was |am )?responsible for|(?:my )?(?:duties|responsibilities|role|job) (?:included?|was|were)"
    r"|tasked with|(?:was )?in[ -]?charge of)\b[:\s]*",
    re.IGNORECASE,
)
_PART = re.compile(
    r"^\W*(?:(?:was )?(?:involved|engaged) in|(?:was )?part of|worked on|helped (?:in|with))\b", re.IGNORECASE
)
_NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|lakhs?|crores?|millions?"
    "|half|twice|thrice|doubled?|tripled?|quarter|daily|weekly|monthly|hourly"
)
_NUMBER = re.compile(rf"\d|\b(?:{_NUMBER_WORDS})\b", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FEWEST = 3  # one line in so many, at least


def openers(case: Case) -> Iterator[Finding]:
    duties = tuple(line for line in case.lines if _DUTY.match(line))
    if duties:
        reason = "These lines begin by saying that it was your job. Begin with what you did."
        yield Finding("weak_opener", Severity.BETTER, reason, VERBS, lines=duties, fix=_fix(case.facts, duties))
    parts = tuple(line for line in case.lines if _PART.match(line))
    if parts:
        reason = "These lines leave open which part was yours. Say what you did yourself."
        yield Finding("unclear_part", Severity.BETTER, reason, VERBS, lines=parts)
    going = tuple(line for line in case.lines if _first(line) in verbs().past)
    if going:
        reason = "These lines begin with “-ing”. “Prepared” reads as done, “preparing” as a duty."
        yield Finding("ing_opener", Severity.BETTER, reason, VERBS, lines=going, fix=_fix(case.facts, going))
    rest = [line for line in case.lines if line not in (*duties, *parts, *going)]
    other = tuple(line for line in rest if _first(line) and _first(line) not in verbs().opening)
    if len(case.lines) >= ENOUGH_LINES and len(other) * 2 > len(case.lines):
        reason = (
            f"{counted(len(other), 'line')} of {len(case.lines)} don’t begin with what you did: built, taught, sold."
        )
        yield Finding("no_verb", Severity.KNOW, reason, VERBS, lines=other)


def numbers(case: Case) -> Iterator[Finding]:
    """Asks, and never makes one up."""
    bare = tuple(line for line in case.lines if not _NUMBER.search(_YEAR.sub("", line)))
    told = len(case.lines) - len(bare)
    if len(case.lines) >= ENOUGH_LINES and told * _FEWEST < len(case.lines):
        reason = (
            f"{counted(told, 'line').capitalize()} of {len(case.lines)} {'says' if told <= 1 else 'say'} how many, how"
            " much or how often. Where you know it, add it; never guess."
        )
        yield Finding("no_number", Severity.BETTER, reason, NUMBERS, lines=bare)


def long_lines(case: Case) -> Iterator[Finding]:
    long = tuple(line for line in case.lines if len(line) > LONG_LINE)
    if long:
        reason = "These lines are long. Two short ones are read; a long one is skipped."
        yield Finding("long_line", Severity.BETTER, reason, VERBS, lines=long)


def no_lines(case: Case) -> Iterator[Finding]:
    silent = tuple(position.title or position.company for position in case.facts.positions if not position.lines)
    if silent:
        reason = "These jobs don’t say what you did. Two or three lines each are enough."
        yield Finding("no_lines", Severity.BETTER, reason, VERBS, lines=silent)


def _fix(facts: ProfileFacts, lines: tuple[str, ...]) -> Fix | None:
    """The same words, but for the opener: “Responsible for preparing bills” → “Prepared bills”."""
    meant = frozenset(lines)
    fixed = _retold(facts, meant)
    shows = tuple(pair for pair in zip(_all(facts), _all(fixed), strict=True) if pair[0] != pair[1])
    return Fix("Begin with the verb", lambda of: _retold(of, meant), shows) if shows else None


def _retold(facts: ProfileFacts, meant: frozenset[str]) -> ProfileFacts:
    """Of a job that goes on in the present: “Prepare bills”."""

    def line(words: str, is_current: bool) -> str:
        return _with_verb(words, is_current) if words[:LONGEST] in meant else words

    positions = (replace(of, lines=tuple(line(words, of.is_current) for words in of.lines)) for of in facts.positions)
    projects = (replace(of, lines=tuple(line(words, False) for words in of.lines)) for of in facts.projects)
    return replace(facts, positions=tuple(positions), projects=tuple(projects))


def _with_verb(line: str, is_current: bool) -> str:
    """The line itself where its verb isn't known, or a second one joined to it would have to change too."""
    rest = _DUTY.sub("", line, count=1)
    first, _, after = rest.partition(" ")
    forms = verbs().now if is_current else verbs().past
    verb = forms.get(first.lower())
    joined = re.search(r"(?:,| and| &)\s+(?:and\s+)?[a-z]+ing\b", after)
    return f"{capitalised(verb)} {after}" if verb and after and not joined else line


def _first(line: str) -> str:
    """Its first word in small letters; "" where it isn't of the Latin alphabet."""
    match = _FIRST.match(line)
    return match["word"].lower() if match else ""


def _all(facts: ProfileFacts) -> list[str]:
    positions = [line for position in facts.positions for line in position.lines]
    return positions + [line for project in facts.projects for line in project.lines]
