"""Pay as people write it, to rupees a year: the way back from roles/money.py. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from roles.money import CRORE, LAKH

LONGEST = 40  # characters worth reading
LEAST, MOST = 10_000, 100 * CRORE  # rupees a year
IN_LAKH = 1_000  # a bare number below it is lakh

_AMOUNT = re.compile(
    r"""
    (?:₹|rs\.?|inr|rupees)? \s*
    (?P<number> (?: \d{1,3}(?:,\d{2,3})*,\d{3} | \d{1,12} ) (?:\.\d{0,6})? | \.\d{1,6} ) \s*
    (?: (?P<crore>crores?|cr) | (?P<lakh>lakhs?|lacs?|l) | (?P<thousand>thousand|k) )? \.? \s*
    (?:rupees|rs\.?|inr)? (?:/-)? \s*
    (?: (?:a|per|each|every|/)? \s* (?: (?P<month>month|mth|mo) | (?P<year>year|yr|annum) )
      | (?P<monthly>p\.?\s?m\.?|monthly) | (?P<yearly>p\.?\s?a\.?|yearly|annually) )? \s*
    (?:ctc)?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True)
class Amount:
    """rupees: a year. a_month: what was read, where it was read as a month's."""

    rupees: int
    a_month: int | None = None


def read_amount(text: str) -> Amount | None:
    """ "8.5", "850000", "8,50,000", "8.5 lakh", "₹8.5L", "8.5 LPA" → ₹8,50,000; "45,000 a month" → ₹5,40,000.

    A bare number is lakh a year below a thousand, rupees a month below a lakh, and otherwise rupees a year.
    None for what is no amount, or not between LEAST and MOST.
    """
    match = _AMOUNT.fullmatch(_plain(text)) if len(text) <= LONGEST else None
    if match is None:
        return None
    amount = _amount(match)
    return amount if LEAST <= amount.rupees <= MOST else None


def _plain(text: str) -> str:
    """Small letters, and any script's digits as 0–9."""
    folded = unicodedata.normalize("NFKC", text).casefold().strip()
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in folded)


def _amount(match: re.Match[str]) -> Amount:
    number = Decimal(match["number"].replace(",", ""))
    unit = _unit(match, number)
    rupees = int((number * unit).quantize(Decimal(1), ROUND_HALF_UP))
    is_yearly = match["year"] or match["yearly"]
    is_small = unit < LAKH and rupees < LAKH  # nobody states so little for a year
    if match["month"] or match["monthly"] or (is_small and not is_yearly):
        return Amount(12 * rupees, rupees)
    return Amount(rupees)


def _unit(match: re.Match[str], number: Decimal) -> int:
    for name, unit in (("crore", CRORE), ("lakh", LAKH), ("thousand", 1_000)):
        if match[name]:
            return unit
    return LAKH if number < IN_LAKH else 1
