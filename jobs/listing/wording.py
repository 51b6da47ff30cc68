"""What openings and lists of them say in one line: pure."""

import datetime
from decimal import Decimal

from roles.money import lakh, rupees, thousands
from roles.words import TITLE_LIMIT, counted_years, fitting, years

NOT_STATED = "Pay not stated"
RECENT = 30  # days that are counted; before, the date is said
DAYS = {1: "Since yesterday", 3: "Last 3 days", 7: "Last 7 days", 30: "Last 30 days"}


def number_of_jobs(count: int, has_more: bool) -> str:
    """ "1 job", "2,000+ jobs"."""
    return f"{thousands(count)}{'+' if has_more else ''} job{'' if count == 1 and not has_more else 's'}"


def pay(low: int | None, high: int | None, a_month: tuple[Decimal, Decimal] | None = None, words: str = "") -> str:
    """low, high: ₹ a year, both or neither; a_month: ₹, where it is stated for a month; words: the advert's own, for
    pay that isn't known in rupees a year."""
    if low is None or high is None:
        return words or NOT_STATED
    a_year = f"{_ends(low, high)} a year"
    if a_month is None:
        return a_year
    first, last = (rupees(int(end)) for end in a_month)
    return f"{first if first == last else f'{first}–{last}'} a month ({a_year})"


def _ends(low: int, high: int) -> str:
    """ "₹6–9 lakh", "₹6 lakh", "₹90 lakh–₹1.2 crore"."""
    first, last = lakh(low), lakh(high)
    if first == last:
        return first
    unit = " lakh"
    if first.endswith(unit) and last.endswith(unit):
        return f"{first.removesuffix(unit)}–{last.removeprefix('₹')}"
    return f"{first}–{last}"


def experience(low: int | None, high: int | None) -> str:
    """ "2–4 years", "1 year and more", "1 year", "Freshers"; nothing where nothing is stated."""
    if low is None:
        return ""
    if low == 0 and not high:
        return "Freshers"
    if high is None:
        return f"{counted_years(low)} and more"
    return counted_years(low) if low == high else years(low, high)


def posted(day: datetime.date, today: datetime.date, is_stated: bool = True) -> str:
    """ "Posted today", "First seen 3 days ago", "Posted 2 September 2026". Days are India's."""
    said = "Posted" if is_stated else "First seen"
    ago = (today - day).days
    if ago <= 1:
        return f"{said} {'today' if ago < 1 else 'yesterday'}"
    return f"{said} {ago} days ago" if ago <= RECENT else f"{said} {day.day} {day:%B %Y}"


def at_least(amount: int) -> str:
    """₹ a year."""
    return f"{lakh(amount)} a year or more"


def title(heading: str, site: str) -> str:
    return fitting(TITLE_LIMIT, f"{heading} | {site}", heading)
