"""What an advert pays, in rupees a year wherever its words say that much. Pure.

Months and weeks are turned into a year; days and hours are not, as nobody says how many there are. Another currency
stays what it is. What can't be meant ("₹5 a year", "-1") is unknown, and so are words without a number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from jobs.feeds.posting import StatedPay
from jobs.reading.derived import Derived
from roles.money import CRORE, LAKH

LONGEST = 400  # characters
RUPEES = "INR"
IN_A_YEAR = {"year": 1, "month": 12, "week": 52}
# Rupees; less than this is a slip of the keyboard, a placeholder, or another unit.
LEAST = {"year": 12_000, "month": 1_000, "week": 500, "day": 100, "hour": 20, "": 1_000}
MOST_A_YEAR = 20 * CRORE

_CURRENCIES = {
    "INR": r"₹|rs\.?|inr|rupees?",
    "SGD": r"s\$|sgd",
    "CAD": r"ca?\$|cad",
    "AUD": r"a\$|aud",
    "USD": r"us\$|\$|usd",
    "EUR": r"€|eur|euros?",
    "GBP": r"£|gbp",
    "AED": r"aed|dhs?",
    "SAR": r"sar",
    "QAR": r"qar",
}
_UNITS = {"k": 1_000, "thousand": 1_000, "l": LAKH, "lakh": LAKH, "lac": LAKH, "lk": LAKH, "lpa": LAKH}
_UNITS |= {"cr": CRORE, "crore": CRORE}
_A_YEARS_UNITS = {LAKH, CRORE}  # pay in lakh is said of a year
_PERIODS = {
    "year": r"(?:per|a|an|/|each)\s*(?:annum|year|yr)\b|\bp\.?\s?a\b\.?|\b(?:annual|annually|yearly|pa|lpa|ctc)\b",
    "month": r"(?:per|a|/|each)\s*(?:months?|mth|mo)\b|\bp\.?\s?m\b\.?|\b(?:monthly|pm)\b",
    "week": r"(?:per|a|/|each)\s*(?:week|wk)\b|\bweekly\b",
    "day": r"(?:per|a|/|each)\s*day\b|\bdaily\b",
    "hour": r"(?:per|an|/|each)\s*(?:hour|hr)\b|\bhourly\b",
}
_PERIOD_PATTERNS = {period: re.compile(words) for period, words in _PERIODS.items()}
_CURRENCY = "|".join(_CURRENCIES.values())
_AMOUNT = (
    rf"(?:(?P<before{{n}}>{_CURRENCY})\s{{{{0,3}}}})?(?P<number{{n}}>\d[\d,]{{{{0,15}}}}(?:\.\d{{{{1,4}}}})?)\s{{{{0,2}}}}"
    rf"(?:(?P<unit{{n}}>k|thousand|lpa|lakhs?|lacs?|lks?|l|crores?|cr)\b)?(?:\s{{{{0,2}}}}(?P<after{{n}}>{_CURRENCY})(?!\w))?"
)
_RANGE = re.compile(
    rf"(?<![\w.,-]){_AMOUNT.format(n=1)}(?:\s*/-)?"
    rf"(?:\s{{0,3}}(?:pa|p\.a\.?|pm|p\.m\.?)?\s{{0,3}}(?:-|–|—|to|and)\s{{0,3}}{_AMOUNT.format(n=2)}(?:\s*/-)?)?"
    r"(?P<plus>\s?\+(?!\s*\w)|\s+(?:and|&)\s+(?:above|more)|\s+onwards)?(?![\d%]|\s*(?:years?|yrs?|months?\b(?!ly)|days)\b)"
)
_ONLY_HIGH = re.compile(r"\b(?:up\s?to|max(?:imum)?|below|under|less than|till|not more than)\W*(?:rs\.?|inr|₹)?\W*$")
_ONLY_LOW = re.compile(r"\b(?:above|min(?:imum)?|at least|(?:starting )?from|starting(?: at)?|more than|over)\W*$")
_NOT_PAY = re.compile(
    r"\b(?:lump\s?sum|joining bonus|referral|deposit|fees?|turnover|target of|call|contact|whatsapp)\b"
)
_STIPEND = re.compile(r"\bstipend\b")


@dataclass(frozen=True, slots=True)
class Pay:
    """low, high: None where that end isn't said; both the same where one figure is said. currency: ISO 4217; period:
    "year", "month", "week", "day" or "hour", "" where it isn't said. In rupees with a known year, month or week the
    figures are whole rupees a year."""

    low: Decimal | None
    high: Decimal | None
    currency: str
    period: str
    is_stipend: bool = False

    @property
    def is_rupees_a_year(self) -> bool:
        return (self.currency, self.period) == (RUPEES, "year")


def read_stated(stated: StatedPay) -> Derived[Pay] | None:
    """What a feed states in numbers; its words where it states none, or numbers that can't be meant."""
    words = stated.words
    if stated.low is not None or stated.high is not None:
        pay = Pay(
            stated.low, stated.high, stated.currency or RUPEES, stated.period, bool(_STIPEND.search(words.lower()))
        )
        plausible = _plausible(pay)
        if plausible:
            return Derived(plausible, words or " – ".join(str(end) for end in (stated.low, stated.high) if end))
    return read_pay(words, stated.period)


def read_pay(words: str, said_period: str = "") -> Derived[Pay] | None:
    """A field that is there for pay. said_period: by the source, beside the words; the words' own go first."""
    text = words[:LONGEST].lower().replace("\u00a0", " ")
    if _NOT_PAY.search(text):
        return None
    for match in _RANGE.finditer(text):
        pay = _pay(text, match, said_period)
        if pay:
            return Derived(pay, words.strip())
    return None


def _pay(text: str, match: re.Match[str], said_period: str) -> Pay | None:
    currency = _currency(match)
    low_unit, high_unit = _units(match)
    period = _period(text[match.start() :]) or _period(text[: match.start()]) or said_period
    if not currency and low_unit == high_unit == 1 and not period:
        return None  # a bare number: years, a telephone, anything
    if not period and {low_unit, high_unit} & _A_YEARS_UNITS:
        period = "year"
    low = _number(match["number1"]) * low_unit
    high = _number(match["number2"]) * high_unit if match["number2"] else None
    ends = _ends(text[: match.start()], low, high, bool(match["plus"]))
    return _plausible(Pay(*ends, currency or RUPEES, period, bool(_STIPEND.search(text))))


def _ends(before: str, low: Decimal, high: Decimal | None, is_open: bool) -> tuple[Decimal | None, Decimal | None]:
    if high is not None:
        return low, high
    if _ONLY_HIGH.search(before):
        return None, low
    if is_open or _ONLY_LOW.search(before):
        return low, None
    return low, low


def _units(match: re.Match[str]) -> tuple[int, int]:
    """Of both ends; "6-9 LPA" and "18-20K" say it once."""
    low, high = (_unit(match[f"unit{n}"]) for n in (1, 2))
    if match["number2"] is None:
        return low, low
    if low == 1 and _number(match["number1"]) < 1_000:
        low = high
    return low, high if high > 1 or _number(match["number2"]) >= 1_000 else low


def _unit(word: str | None) -> int:
    return _UNITS[word.removesuffix("s")] if word else 1


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _currency(match: re.Match[str]) -> str:
    for said in _said(match):
        for code, words in _CURRENCIES.items():
            if re.fullmatch(words, said):
                return code
    return ""


def _said(match: re.Match[str]) -> Iterator[str]:
    return (match[name] for name in ("before1", "after1", "before2", "after2") if match[name])


def _period(text: str) -> str:
    """The one that is said first. A day, a month or the like goes before "CTC" and "LPA"."""
    places = {period: found.start() for period, words in _PERIOD_PATTERNS.items() if (found := words.search(text))}
    return min(places, key=lambda period: places[period], default="")


def _plausible(pay: Pay) -> Pay | None:
    """In whole rupees a year if it can be, None where it can't be meant. An end of 0 or less isn't said."""
    low, high = (end if end is not None and end > 0 else None for end in (pay.low, pay.high))
    ends = [end for end in (low, high) if end is not None]
    if not ends or ends != sorted(ends):
        return None
    if pay.currency != RUPEES:
        return replace(pay, low=low, high=high)
    if min(ends) < LEAST[pay.period]:
        return None
    times = IN_A_YEAR.get(pay.period)
    if times is None:
        return replace(pay, low=low, high=high)
    low, high = (_whole(end * times) if end is not None else None for end in (low, high))
    return None if max(ends) * times > MOST_A_YEAR else replace(pay, low=low, high=high, period="year")


def _whole(rupees: Decimal) -> Decimal:
    return rupees.quantize(Decimal(1), ROUND_HALF_UP)
