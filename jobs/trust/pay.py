"""Pay that no employer would offer for such work: pure.

The limits were set by 9,999 adverts of an Indian board for beginners, 2024 to 2026, that state pay and ask for no
experience: in 99 of 100 the lower end is at most ₹8.5 lakh a year, in 999 of 1,000 at most ₹21 lakh.
"""

from jobs.trust.rules import Warning
from roles.money import pay_range

BEGINNER = 1  # years of experience at most
MOST_A_YEAR = 2_000_000  # rupees, for a beginner: what is above it waits
MOST_OF_SHORT_PERIODS = 900_000  # rupees a year, for a beginner whose pay is stated by the week, day or hour
SHORT_PERIODS = ("week", "day", "hour")
TOO_MUCH = "Pays beginners far too much"
TOO_MUCH_A_DAY = "Promises beginners much by the day"


def pay_warnings(
    *, years_min: int | None, years_max: int | None, pay_min: int | None, period: str = "", words: str = ""
) -> list[Warning]:
    """pay_min: rupees a year; period: as the advert states it; words: the advert's own. Where no years are stated,
    nothing is known of whom it is for."""
    if pay_min is None or not is_for_beginners(years_min, years_max):
        return []
    said = words or pay_range(pay_min, pay_min)
    if pay_min > MOST_A_YEAR:
        return [Warning(TOO_MUCH, said)]
    if period in SHORT_PERIODS and pay_min > MOST_OF_SHORT_PERIODS:
        return [Warning(TOO_MUCH_A_DAY, said)]
    return []


def is_for_beginners(years_min: int | None, years_max: int | None) -> bool:
    most = years_max if years_max is not None else years_min
    return most is not None and most <= BEGINNER
