"""Months as résumés write them, and as the programs that read résumés understand them. Pure."""

from profiles.facts import When

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
PRESENT = "Present"


def when_words(when: When) -> str:
    """ "Jan 2020", or "2020" where the month isn't said."""
    known = when.month is not None and 1 <= when.month <= len(MONTHS)
    return f"{MONTHS[(when.month or 1) - 1]} {when.year}" if known else str(when.year)


def span(start: When | None, end: When | None, is_current: bool = False) -> str:
    """ "Jan 2020 – Mar 2022", "Jan 2020 – Present"; one where only one is known, or both are the same."""
    last = PRESENT if is_current else when_words(end) if end else ""
    ends = [when_words(start)] if start else []
    if last and last not in ends:
        ends.append(last)
    return " – ".join(ends)
