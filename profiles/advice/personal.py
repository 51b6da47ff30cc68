"""What an employer needn't know before they have met the person. Pure."""

import re
from collections.abc import Iterator

from profiles.advice.case import LONGEST, Case, with_lines
from profiles.advice.evidence import PRIVATE
from profiles.advice.findings import Finding, Fix, Severity
from profiles.facts import ProfileFacts

_OF = r"(?:father|mother|husband|wife|spouse|guardian)(?:['’]?s)?"
PRIVATE_DATA = {
    "date of birth": r"\b(?:date of birth|d\.?o\.?b\b\.?|born on)|\bage\s*[:\-–]\s*\d",
    "marital status": r"\bmarital status\b|\b(?:un)?married\b[ \t]{0,9}$",
    "name of father, mother, husband or wife": rf"\b{_OF}\s*(?:name\b|[:\-–])|\b[SDW]/o\b",
    "religion or caste": r"\b(?:religion|caste|community)\s*[:\-–]",
    "sex": r"\b(?:gender|sex)\s*[:\-–]",
    "nationality": r"\bnationality\s*[:\-–]",
    "passport number": r"\bpassport\s*(?:no\b\.?|number|n[°º])",
    "Aadhaar or PAN": r"\b(?:aadha?ar|pan)\s*(?:card|no\b|number|[:\-–])",
    "postal address": r"\b(?:permanent|present|residential|postal|correspondence)\s+address\b",
    "height, weight or blood group": r"\b(?:height|weight|blood group)\s*[:\-–]",
    "declaration": r"\bhereby\s+declare\b|^[ \t]{0,9}declaration[ \t:]{0,9}$",
}
_PATTERNS = {name: re.compile(pattern, re.IGNORECASE | re.MULTILINE) for name, pattern in PRIVATE_DATA.items()}
_LABELLED = re.compile(r"\s{0,9}[^:.;,]{2,40}\s*[:\-–]\s*\S.{0,60}")  # "Date of birth: 1 May 1999", and nothing else
_LONGEST_TEXT = 200_000


def personal(case: Case) -> Iterator[Finding]:
    text = case.own.text[:_LONGEST_TEXT] if case.own else ""
    for name, pattern in _PATTERNS.items():
        lines = tuple(line for line in case.lines if pattern.search(line))
        if lines or pattern.search(text) or pattern.search(case.facts.summary[:LONGEST]):
            reason = f"Leave out your {name}." if name != "declaration" else "Leave out the declaration at the end."
            yield Finding("personal", Severity.MEND, reason, PRIVATE, about=name, lines=lines, fix=_fix(lines))


def _fix(lines: tuple[str, ...]) -> Fix | None:
    """Takes away lines that say nothing else."""
    whole = frozenset(line for line in lines if _LABELLED.fullmatch(line))

    def without(facts: ProfileFacts) -> ProfileFacts:
        return with_lines(facts, lambda line: "" if line in whole else line)

    return Fix("Take it out", without, tuple((line, "") for line in lines if line in whole)) if whole else None
