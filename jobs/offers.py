"""What an employer offers, as it says it. Pure."""

from dataclasses import dataclass
from decimal import Decimal

from roles.money import pay_range, rupees
from roles.words import capitalised, join_words

RUPEE, MONTH, YEAR = "INR", "month", "year"
MONTHS = 12
SIGNS = {RUPEE: "₹", "USD": "$", "EUR": "€", "GBP": "£"}
PERIODS = {YEAR: "a year", MONTH: "a month", "week": "a week", "day": "a day", "hour": "an hour"}
COMPARED = (YEAR, MONTH)  # what a day's or an hour's pay comes to in a year hangs on how many there are

Range = tuple[int, int]  # rupees a year


@dataclass(frozen=True)
class Offer:
    """low, high: None where not stated; currency: ISO 4217, nothing where it isn't said; period: a key of PERIODS,
    nothing where it isn't said; rupees: both ends in ₹ a year, None where they aren't known; words: the advert's."""

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = ""
    period: str = ""
    rupees: Range | None = None
    words: str = ""

    @property
    def is_stated(self) -> bool:
        """With an amount that can be read."""
        return self.low is not None or self.high is not None or self.rupees is not None

    @property
    def text(self) -> str:
        """ "₹40,000–₹60,000", "from $90,000"; the reading in rupees a year where no amount stands by itself."""
        low, high = self.low, self.high
        if low is None and high is None:
            return pay_range(*self.rupees) if self.rupees else ""
        if low is None or high is None or low == high:
            before = "up to " if low is None else "from " if high is None else ""
            return before + amount(high if low is None else low, self.currency)
        return f"{amount(low, self.currency)}–{amount(high, self.currency)}"

    @property
    def per(self) -> str:
        """ "a month"; nothing where it isn't said."""
        if self.low is None and self.high is None:
            return PERIODS[YEAR] if self.rupees else ""
        return PERIODS.get(self.period, "")

    @property
    def a_year(self) -> str:
        """What a month's pay comes to in a year; nothing where it is stated for another time."""
        return pay_range(*self.rupees) if self.rupees and self.period == MONTH else ""

    @property
    def compared(self) -> Range | None:
        """What may stand beside figures in rupees a year: nothing in another currency or for a time that isn't said."""
        if self.low is None and self.high is None:
            return self.rupees
        return self.rupees if self.currency == RUPEE and self.period in COMPARED else None

    @property
    def doubt(self) -> str:
        """What of the pay the advert leaves open, in a sentence."""
        if self.low is None and self.high is None:
            return ""
        open_ = [*(["in which currency"] if not self.currency else []), *(["for how long"] if not self.period else [])]
        return f"The advert doesn’t say {join_words(open_)}." if open_ else ""


def amount(value: Decimal | None, currency: str) -> str:
    """ "₹40,000", "$90,000", "AED 9,000.50"; Indian groups for rupees and for what has no currency."""
    if value is None:
        return ""
    whole, hundredths = divmod(int(value * 100), 100)
    number = rupees(whole)[1:] if currency in (RUPEE, "") else f"{whole:,}"
    number += f".{hundredths:02}" if hundredths else ""
    return SIGNS[currency] + number if currency in SIGNS else f"{currency} {number}".strip()


def rupees_a_year(low: Decimal | None, high: Decimal | None, currency: str, period: str) -> Range | None:
    """Both ends in whole ₹ a year; one end alone stands for both. None in another currency, or where the time is
    neither a month nor a year."""
    stated = [value for value in (low, high) if value is not None]
    if not stated or currency != RUPEE or period not in COMPARED:
        return None
    times = MONTHS if period == MONTH else 1
    first, last = int(min(stated) * times), int(max(stated) * times)
    return (first, last) if first > 0 else None


def in_short(offer: Offer) -> str:
    """For lists: "₹6L–₹8L a year", "₹40,000–₹60,000 a month"; nothing where no pay is stated."""
    if offer.rupees and (offer.period == YEAR or not offer.period):
        return f"{pay_range(*offer.rupees)} {PERIODS[YEAR]}"
    return " ".join(part for part in (capitalised(offer.text), offer.per) if part)
