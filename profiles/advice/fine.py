"""What was looked at and found to be fine, told briefly. Pure."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from profiles.advice.case import Case
from profiles.advice.findings import Finding
from profiles.advice.wording import ENOUGH_LINES


class Check(NamedTuple):
    """codes: of what it would have found; is_asked: whether there is anything to look at."""

    says: str
    codes: frozenset[str]
    is_asked: Callable[[Case], bool]


def _check(says: str, *codes: str, asked: Callable[[Case], bool]) -> Check:
    return Check(says, frozenset(codes), asked)


def _always(_: Case) -> bool:
    return True


def _has_jobs(case: Case) -> bool:
    return bool(case.facts.positions)


def _has_several_jobs(case: Case) -> bool:
    return len(case.facts.positions) > 1


def _has_lines(case: Case) -> bool:
    return bool(case.lines)


def _has_enough_lines(case: Case) -> bool:
    return len(case.lines) >= ENOUGH_LINES


CHECKS = (
    _check(
        "You can be reached: name, e-mail address and telephone number are there.",
        *("no_name", "no_email", "odd_email", "no_phone", "odd_phone"),
        asked=_always,
    ),
    _check("Each job says from when until when.", "no_dates", "end_before_start", "in_the_future", asked=_has_jobs),
    _check("Your newest job stands first.", "order", asked=_has_several_jobs),
    _check("Each job says what you did.", "no_lines", asked=_has_jobs),
    _check("Your lines hold nothing that is nobody’s business.", "personal", asked=_has_lines),
    _check(
        "Your lines begin with what you did.",
        *("weak_opener", "unclear_part", "ing_opener", "no_verb"),
        asked=_has_enough_lines,
    ),
    _check("Enough of your lines say how many or how much.", "no_number", asked=_has_enough_lines),
    _check("No line is too long.", "long_line", "long", asked=_has_lines),
    _check(
        "Names of skills are written as most write them.", "spelling", "twice", asked=lambda case: bool(case.skills)
    ),
    _check(
        "Each skill that your roles want and your lines show is in your list of skills.",
        "not_listed",
        asked=lambda case: bool(case.wanted and case.lines),
    ),
)


def fine(case: Case, findings: Collection[Finding]) -> tuple[str, ...]:
    codes = {finding.code for finding in findings}
    return tuple(check.says for check in CHECKS if check.is_asked(case) and not check.codes & codes)
