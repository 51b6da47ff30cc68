"""What an employer offers, in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.offers import Offer, in_short, rupees_a_year


def offer(low: int | str | None, high: int | str | None, currency: str = "INR", period: str = "year", **more) -> Offer:
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return Offer(*ends, currency, period, rupees_a_year(*ends, currency, period), **more)


@pytest.mark.parametrize(
    ("stated", "text", "per", "doubt"),
    [
        (offer(600_000, 800_000), "₹6,00,000–₹8,00,000", "a year", ""),
        (offer(40_000, 60_000, period="month"), "₹40,000–₹60,000", "a month", ""),
        (offer(500, 500, period="hour"), "₹500", "an hour", ""),
        (offer("450.50", None, period="day"), "from ₹450.50", "a day", ""),
        (offer(None, 1_200_000), "up to ₹12,00,000", "a year", ""),
        (offer(90_000, 120_000, "USD"), "$90,000–$120,000", "a year", ""),
        (offer(9_000, 9_000, "AED", "month"), "AED 9,000", "a month", ""),
        (offer(40_000, 60_000, "", "month"), "40,000–60,000", "a month", "The advert doesn’t say in which currency."),
        (offer(40_000, 60_000, period=""), "₹40,000–₹60,000", "", "The advert doesn’t say for how long."),
        (offer(4, 6, "", ""), "4–6", "", "The advert doesn’t say in which currency and for how long."),
        (Offer(rupees=(600_000, 800_000)), "₹6L–₹8L", "a year", ""),
        (Offer(words="best in industry"), "", "", ""),
    ],
)
def test_pay_is_shown_as_it_is_stated(stated, text, per, doubt):
    assert (stated.text, stated.per, stated.doubt) == (text, per, doubt)
    assert stated.is_stated == bool(text)


@pytest.mark.parametrize(
    ("stated", "rupees"),
    [
        (offer(600_000, 800_000), (600_000, 800_000)),
        (offer(40_000, 60_000, period="month"), (480_000, 720_000)),  # twelve times
        (offer(40_000, None, period="month"), (480_000, 480_000)),
        (offer(500, 700, period="day"), None),
        (offer(90_000, 120_000, "USD"), None),
        (offer(40_000, 60_000, ""), None),
        (offer(40_000, 60_000, period=""), None),
        (offer(0, 0), None),
        (offer(None, None), None),
    ],
)
def test_only_rupees_a_month_or_a_year_come_to_rupees_a_year(stated, rupees):
    assert stated.rupees == rupees
    assert stated.compared == rupees


@pytest.mark.parametrize(("currency", "period"), [("USD", "year"), ("", "year"), ("INR", ""), ("INR", "day")])
def test_a_reading_of_what_is_stated_otherwise_is_not_compared(currency, period):
    assert Offer(Decimal(9), Decimal(9), currency, period, rupees=(900_000, 900_000)).compared is None


def test_a_months_pay_says_what_it_is_a_year():
    assert offer(40_000, 60_000, period="month").a_year == "₹4.8L–₹7.2L"
    assert offer(600_000, 800_000).a_year == ""


@pytest.mark.parametrize(
    ("stated", "text"),
    [
        (offer(600_000, 800_000), "₹6L–₹8L a year"),
        (offer(40_000, 60_000, period="month"), "₹40,000–₹60,000 a month"),
        (offer(None, 90_000, "USD"), "Up to $90,000 a year"),
        (offer(None, None), ""),
    ],
)
def test_lists_say_it_in_short(stated, text):
    assert in_short(stated) == text


ends = st.none() | st.decimals(min_value=0, max_value=10**9, places=2)


@given(ends, ends, st.sampled_from(["INR", "USD", ""]), st.sampled_from(["year", "month", "week", "day", "hour", ""]))
def test_rupees_a_year_are_in_order_and_above_nothing(low, high, currency, period):
    found = rupees_a_year(low, high, currency, period)
    if found is not None:
        assert 0 < found[0] <= found[1]
        assert (currency, period) in {("INR", "year"), ("INR", "month")}
