"""Pay as fields of a feed state it. Sentences about pay are not read here: they are kept as words. Pure."""

import re
from decimal import Decimal

from jobs.feeds import words
from jobs.feeds.posting import StatedPay

LEAST, MOST = Decimal("0.01"), Decimal(10**12)  # of any currency, for any period; else it is a slip or a trick

_DIGITS = re.compile(r"\d{1,13}(?:\.\d{1,6})?")
_GROUPS = re.compile(r"\d{1,3}(?:,\d{2,3}){0,5}(?:\.\d{1,6})?")
_SIGNS = re.compile(r"^(?:₹|rs\.?|inr|\$|€|£|usd|eur|gbp)\s*|\s*(?:/-|inr|usd|eur|gbp)$", re.IGNORECASE)
_RUPEES = ("₹", "rs", "rs.", "rupees", "rupee")
# Words, short forms, and the codes of UN/CEFACT that schema.org allows (ANN, MON, WEE, DAY, HUR).
_PERIODS = {
    "year": ("year", "annual", "annum", "yr", "pa", "p.a", "ann"),
    "month": ("month", "mon"),
    "week": ("week", "wee"),
    "day": ("day", "daily"),
    "hour": ("hour", "hr", "hur"),
}


def amount(value: object) -> Decimal | None:
    """From LEAST to MOST, of a number or of digits with groups and a sign: "₹6,00,000" → 600000. Feeds write 0 or
    -1 for what they don't say: None."""
    if isinstance(value, str):
        text = _SIGNS.sub("", value[:60].strip()).strip()
        if _GROUPS.fullmatch(text):
            text = text.replace(",", "")
        value = Decimal(text) if text.isascii() and _DIGITS.fullmatch(text) else None
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return None
    if isinstance(value, Decimal) and not value.is_finite():
        return None
    return Decimal(value) if LEAST <= value <= MOST else None


def currency(value: object) -> str:
    text = words.line(value, 20)
    if text.lower() in _RUPEES:
        return "INR"
    return text.upper() if len(text) == 3 and text.isascii() and text.isalpha() else ""


def period(value: object) -> str:
    """ "per-year-salary", "1 YEAR", "ANNUALLY" → "year"; "" for what names none."""
    parts = re.split(r"[^a-z.]+", words.line(value, 60).lower())
    for name, beginnings in _PERIODS.items():
        if any(_names(part, start) for part in parts for start in beginnings):
            return name
    return ""


def _names(part: str, start: str) -> bool:
    """Short forms stand alone: "mon" isn't Monday's."""
    return part.rstrip(".") == start or (len(start) > 3 and part.startswith(start))


def stated(
    low: object = None, high: object = None, of: object = "", per: object = "", said: object = ""
) -> StatedPay | None:
    """None where nothing is said. A low above its high is a slip: only the words stay. of: currency, per: period."""
    lowest, highest, sentence = amount(low), amount(high), words.line(said, words.WORDS)
    if lowest and highest and lowest > highest:
        lowest = highest = None
    if lowest is None and highest is None:
        return StatedPay(words=sentence) if sentence else None
    return StatedPay(lowest, highest, currency(of), period(per), sentence)
