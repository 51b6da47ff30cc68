"""Months as a résumé prints them: pure."""

from profiles.facts import When

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def month(said: When | None) -> str:
    """ "Jan 2020", "2020", or nothing."""
    if said is None:
        return ""
    return f"{MONTHS[said.month - 1]} {said.year}" if said.month else str(said.year)


def span(start: When | None, end: When | None, is_current: bool = False) -> str:
    """ "Jan 2020 – Mar 2022", "since Jan 2020", "until 2022", "2020", or nothing."""
    first, last = month(start), month(end)
    if is_current:
        return f"since {first}" if first else "now"
    if first and last:
        return first if first == last else f"{first} – {last}"
    return f"until {last}" if last else first


def length(months: int) -> str:
    """Months of work: "7 months", "1 year", "5 years and 2 months"."""
    years, rest = divmod(months, 12)
    parts = [
        f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in ((years, "year"), (rest, "month")) if number
    ]
    return " and ".join(parts) or "none yet"
