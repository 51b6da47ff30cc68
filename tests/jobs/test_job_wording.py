"""What a row of an opening says in one line: pure."""

import datetime
from decimal import Decimal

import pytest

from jobs.listing import wording

TODAY = datetime.date(2026, 11, 25)


@pytest.mark.parametrize(
    ("low", "high", "a_month", "words", "said"),
    [
        (600_000, 900_000, None, "", "₹6–9 lakh a year"),
        (600_000, 600_000, None, "", "₹6 lakh a year"),
        (625_000, 1_250_000, None, "6.25-12.5 LPA", "₹6.3–12.5 lakh a year"),
        (9_000_000, 12_000_000, None, "", "₹90 lakh–₹1.2 crore a year"),
        (96_000, 120_000, None, "", "₹96,000–₹1.2 lakh a year"),
        (480_000, 600_000, (40_000, 50_000), "", "₹40,000–₹50,000 a month (₹4.8–6 lakh a year)"),
        (300_000, 300_000, (25_000, 25_000), "", "₹25,000 a month (₹3 lakh a year)"),
        (None, None, None, "$90,000 a year", "$90,000 a year"),
        (None, None, None, "", "Pay not stated"),
    ],
)
def test_pay_is_said_as_it_is_stated_and_in_lakh_a_year(low, high, a_month, words, said):
    ends = a_month and (Decimal(a_month[0]), Decimal(a_month[1]))
    assert wording.pay(low, high, ends, words) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (None, None, ""),
        (0, None, "Freshers"),
        (0, 0, "Freshers"),
        (0, 2, "0–2 years"),
        (1, 1, "1 year"),
        (2, 4, "2–4 years"),
        (3, None, "3 years and more"),
        (1, None, "1 year and more"),
    ],
)
def test_experience(low, high, said):
    assert wording.experience(low, high) == said


@pytest.mark.parametrize(
    ("ago", "is_stated", "said"),
    [
        (-1, True, "Posted today"),
        (0, True, "Posted today"),
        (1, True, "Posted yesterday"),
        (30, False, "First seen 30 days ago"),
        (31, True, "Posted 25 October 2026"),
    ],
)
def test_days_are_counted_for_a_month(ago, is_stated, said):
    assert wording.posted(TODAY - datetime.timedelta(days=ago), TODAY, is_stated) == said


@pytest.mark.parametrize(
    ("count", "has_more", "said"),
    [(0, False, "0 jobs"), (1, False, "1 job"), (1, True, "1+ jobs"), (2_000, True, "2,000+ jobs")],
)
def test_the_number_of_jobs(count, has_more, said):
    assert wording.number_of_jobs(count, has_more) == said
