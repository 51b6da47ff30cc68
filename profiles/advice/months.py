"""Dates: can they be read, and what lies between them? Pure."""

from collections.abc import Iterator
from dataclasses import replace

from profiles.advice.case import Case
from profiles.advice.evidence import DATES, GAPS
from profiles.advice.findings import Finding, Fix, Severity
from profiles.documents.dates import when_words
from profiles.facts import Position, ProfileFacts, When

GAP = 6  # months from which on somebody may ask
_YEAR = 12


def dates(case: Case) -> Iterator[Finding]:
    positions = case.facts.positions
    undated = [_named(position) for position in positions if not _is_dated(position)]
    if undated:
        yield _mend("no_dates", "These jobs don’t say from when until when.", undated)
    reversed_ = [_named(position) for position in positions if _is_reversed(position)]
    if reversed_:
        yield _mend("end_before_start", "These jobs end before they begin.", reversed_)
    ahead = [_named(position) for position in positions if _is_ahead(position, case.today)]
    if ahead:
        yield _mend("in_the_future", "These jobs have a date that is still to come.", ahead)
    yield from _order(case)


def gaps(case: Case) -> Iterator[Finding]:
    """Only where every job has its months; information, never a judgement."""
    spans = sorted(_span(position, case.today) for position in case.facts.positions if _has_months(position))
    if len(spans) < len(case.facts.positions):
        return
    until = spans[0][1] if spans else 0
    for first, last in spans[1:]:
        if first - until - 1 >= GAP:
            between = f"{_words(until + 1)} – {_words(first - 1)}"
            reason = f"Between two jobs lie {first - until - 1} months ({between}). If asked, have a sentence ready."
            yield Finding("gap", Severity.KNOW, reason, GAPS, about=between)
        until = max(until, last)


def newest_first(facts: ProfileFacts) -> ProfileFacts:
    """Jobs that go on first, then by their end; those without dates keep their place behind."""
    return replace(facts, positions=tuple(sorted(facts.positions, key=_recency, reverse=True)))


def _order(case: Case) -> Iterator[Finding]:
    ordered = newest_first(case.facts)
    if ordered != case.facts:
        shows = ((_in_order(case.facts), _in_order(ordered)),)
        fix = Fix("Put the newest first", newest_first, shows)
        yield Finding("order", Severity.BETTER, "Your newest job doesn’t stand first.", DATES, fix=fix)


def _in_order(facts: ProfileFacts) -> str:
    return "; ".join(map(_named, facts.positions))


def _recency(position: Position) -> tuple[bool, int, int]:
    end, start = position.end or position.start, position.start or position.end
    return position.is_current, _number(end) if end else 0, _number(start) if start else 0


def _is_dated(position: Position) -> bool:
    return position.start is not None and (position.end is not None or position.is_current)


def _has_months(position: Position) -> bool:
    start, end = position.start, position.end
    has_end = position.is_current or (end is not None and end.month is not None)
    return start is not None and start.month is not None and has_end and not _is_reversed(position)


def _is_reversed(position: Position) -> bool:
    start, end = position.start, position.end
    if start is None or end is None or position.is_current:
        return False
    both = start.month is not None and end.month is not None
    return _number(end) < _number(start) if both else end.year < start.year


def _is_ahead(position: Position, today: When) -> bool:
    ends = [when for when in (position.start, position.end) if when]
    return any(when.year > today.year or (when.month and _number(when) > _number(today)) for when in ends)


def _span(position: Position, today: When) -> tuple[int, int]:
    end = today if position.is_current or position.end is None else position.end
    return _number(position.start or end), _number(end)


def _number(when: When) -> int:
    """Months since the year 0."""
    return when.year * _YEAR + (when.month or 1) - 1


def _words(number: int) -> str:
    return when_words(When(number // _YEAR, number % _YEAR + 1))


def _named(position: Position) -> str:
    return ", ".join(part for part in (position.title, position.company) if part)


def _mend(code: str, reason: str, lines: list[str]) -> Finding:
    return Finding(code, Severity.MEND, reason, DATES, lines=tuple(lines))
