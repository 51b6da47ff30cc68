"""Can a program read the person's own file? Our own importer is the test. Pure."""

import re
from collections.abc import Iterator

from profiles.advice.case import Case, OwnFile, told
from profiles.advice.evidence import LENGTH, READABLE
from profiles.advice.findings import Evidence, Finding, Severity
from profiles.facts import ProfileFacts
from roles.words import join_words

FEWEST_WORDS, MOST_WORDS, MOST_PAGES = 150, 1_400, 3
NO_TEXT = 200  # characters: a page of a scan has fewer
_LONGEST_TEXT = 200_000
_APART = re.compile(r"\b[A-Z](?: [A-Z]){4,}\b")
_ICON = re.compile("[\ue000-\uf8ff]")
_WORD = re.compile(r"\w+")
HEADINGS = {
    "skills": r"(?:(?:technical|key|core|professional|it|computer|soft)\s+)?(?:skills?|competenc(?:y|ies)|expertise)"
    r"(?:\s+(?:set|summary|and tools))?|technologies|tools",
    "work experience": r"(?:(?:work|professional|employment|career|industry|relevant)\s+)?(?:experiences?|history)"
    r"|employment|internships?|(?:academic |key |personal )?projects?|work",
    "education": r"(?:(?:academic|educational)\s+)?(?:education|qualifications?|background|profile|details)|academics",
}
_HEADINGS = {
    name: re.compile(rf"^[^\w\n]{{0,9}}(?:{words})[^\w\n]{{0,9}}$", re.IGNORECASE | re.MULTILINE)
    for name, words in HEADINGS.items()
}


def layout(case: Case) -> Iterator[Finding]:
    if case.own is None:
        return
    text = case.own.text[:_LONGEST_TEXT]
    if len(text.strip()) < NO_TEXT:
        yield _found("no_text", Severity.MEND, "Your file holds hardly any text: is it a scan or a picture?")
        return
    missing = [name for name, heading in _HEADINGS.items() if not heading.search(text)]
    if missing:
        names = join_words([f"“{name.capitalize()}”" for name in missing])
        yield _found("no_heading", Severity.BETTER, f"No line of its own is a heading for {names}.")
    if _APART.search(text):
        yield _found("letters_apart", Severity.BETTER, "Some words are set with blanks between their letters.")
    if _ICON.search(text):
        yield _found(
            "icons", Severity.KNOW, "Your file has signs from a font of icons, which programs read as nothing."
        )
    yield from _unread(case.facts, case.own)


def length(case: Case) -> Iterator[Finding]:
    text = case.own.text[:_LONGEST_TEXT] if case.own else " ".join(told(case.facts))
    words, pages = len(_WORD.findall(text)), (case.own.pages if case.own else None) or 1
    if words < FEWEST_WORDS and case.own:
        yield _found("short", Severity.KNOW, f"It has {words} words; most have several hundred.", LENGTH)
    if words > MOST_WORDS:
        yield _found("long", Severity.BETTER, f"It has {words} words; what matters most may be overlooked.", LENGTH)
    if pages > MOST_PAGES:
        yield _found(
            "many_pages", Severity.BETTER, f"It has {pages} pages; two are enough for nearly everyone.", LENGTH
        )


def _unread(facts: ProfileFacts, own: OwnFile) -> Iterator[Finding]:
    """What the person says, and a program didn't find in their file."""
    if own.read is None:
        return
    read = {_folded(name) for name in _names(own.read)}
    lost = tuple(name for name in _names(facts) if name and _folded(name) not in read)
    if lost:
        reason = "Our reader didn’t find these where it looks for them; other programs may not either."
        yield Finding("unread", Severity.BETTER, reason, READABLE, lines=lost)


def _names(facts: ProfileFacts) -> Iterator[str]:
    yield from (facts.contact.name, facts.contact.email)
    for position in facts.positions:
        yield from (position.title, position.company)
    for study in facts.studies:
        yield from (study.degree, study.school)


def _folded(name: str) -> str:
    return "".join(_WORD.findall(name.casefold()))


def _found(code: str, severity: Severity, reason: str, evidence: Evidence = READABLE) -> Finding:
    return Finding(code, severity, reason, evidence)
