"""Advice on a file that a person brought: what a program makes of it. Pure."""

from profiles.advice.advising import advise
from profiles.advice.case import Case, OwnFile
from profiles.advice.findings import Finding
from profiles.importing.pieces import Understood

OF_FILES = frozenset({"no_text", "no_heading", "letters_apart", "icons", "unread", "short", "long", "many_pages"})


def of_file(understood: Understood) -> OwnFile:
    """As our reader understood it. How many pages it has isn't known."""
    return OwnFile(understood.text, None, understood.facts)


def of_file_alone(case: Case) -> tuple[Finding, ...]:
    """Without what would be found of the profile too."""
    return tuple(finding for finding in advise(case) if finding.code in OF_FILES)
