"""Words that sentences are joined with. Pure."""

import datetime
import math
from collections.abc import Iterable

TITLE_LIMIT = 60  # characters a search result shows of a page's title
DESCRIPTION_LIMIT = 155


def join_words(items: Iterable[str], last: str = "and") -> str:
    """ "a", "a and b", "a, b and c"; "a, b, and c and d" where an item has the word itself; nothing for nothing."""
    *rest, tail = list(items) or [""]
    comma = "," if any(f" {last} " in item for item in (*rest, tail)) else ""
    return f"{', '.join(rest)}{comma} {last} {tail}" if rest else tail


def counted(number: int, noun: str, plural: str = "") -> str:
    """ "no core skill", "1 core skill", "3 core skills"."""
    if number == 0:
        return f"no {noun}"
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def capitalised(text: str) -> str:
    """The first letter as a capital, the rest as it is ("BI developers" stays)."""
    return text[:1].upper() + text[1:]


def years(low: int | None, high: int | None) -> str:
    """Experience in years: "1–8 years", "12 years and more", "all experience"."""
    if low is None:
        return "all experience"
    if high is None:
        return f"{low} years and more"
    return f"{low}–{high} years"


def counted_years(number: float) -> str:
    """ "1 year", "2.5 years"."""
    return f"{round(number, 2):g} year{'' if number == 1 else 's'}"


def duration(time: datetime.timedelta) -> str:
    """Whole minutes, from an hour whole hours, never less than the time itself: "1 minute", "12 minutes", "2 hours"."""
    minutes = max(1, math.ceil(time / datetime.timedelta(minutes=1)))
    return counted(minutes, "minute") if minutes < 60 else counted(math.ceil(minutes / 60), "hour")


def fitting(limit: int, *variants: str) -> str:
    """The first variant within the limit (in characters); else the last one, cut at a word."""
    for variant in variants:
        if len(variant) <= limit:
            return variant
    cut = variants[-1][: limit - 1].rsplit(" ", 1)[0].rstrip(",;:")
    return f"{cut}…"
