"""What an advert pays."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.feeds.posting import StatedPay
from jobs.reading.amounts import LONGEST, MOST_A_YEAR, read_pay, read_stated
from roles.money import rupees

# 200 strings, each read by hand: half drawn at random (seed 20261125) from postings, half written in the other forms
# that adverts use, before the reader was tried on them.
LABELLED = list(csv.DictReader((Path(__file__).parent / "labelled_pay.csv").read_text().splitlines()))


def ends(read) -> tuple[int | None, int | None, str, str] | None:
    if read is None:
        return None
    low, high = (None if end is None else int(end) for end in (read.value.low, read.value.high))
    return low, high, read.value.currency, read.value.period


def label(row) -> tuple[int | None, int | None, str, str] | None:
    if not row["low"] and not row["high"]:
        return None
    low, high = (int(row[end]) if row[end] else None for end in ("low", "high"))
    return low, high, row["currency"], row["period"]


def test_of_what_was_labelled_at_least_98_of_100_are_right():
    wrong = [row["words"] for row in LABELLED if ends(read_pay(row["words"], row["said_period"])) != label(row)]
    share = 1 - len(wrong) / len(LABELLED)
    print(f"right {share:.3f} of {len(LABELLED)}; wrong: {wrong}")
    assert len(LABELLED) == 200
    assert share >= 0.98


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Rs 3 lakhs to Rs 4.2 lakhs p.a.", (300_000, 420_000, "INR", "year")),
        ("₹18,000 per month (CTC 2.16 LPA)", (216_000, 216_000, "INR", "year")),  # 18,000 × 12
        ("₹1,500 - 2,000 per week", (78_000, 104_000, "INR", "year")),  # × 52
        ("₹600 daily", (600, 600, "INR", "day")),  # nobody says how many days
        ("Package: 7 LPA to 11 LPA", (700_000, 1_100_000, "INR", "year")),
        ("₹ 5 - 8", None),
        ("5-8", None),
        ("₹900 a month", None),
        ("250 crore per annum", None),
        ("Salary: 2026", None),
        ("3 years", None),
        ("100% commission", None),
        ("Apply at +91 98765 43210", None),
        ("Joining bonus ₹50,000", None),
        ("", None),
        ("₹", None),
        ("1,,,,5", None),
    ],
)
def test_words_of_pay(words, expected):
    assert ends(read_pay(words)) == expected


def test_the_words_are_kept_and_a_stipend_is_said():
    read = read_pay(" Stipend ₹8,000 per month ")
    assert read.words == "Stipend ₹8,000 per month"
    assert read.value.is_stipend
    assert read.value.is_rupees_a_year
    assert not read_pay("$500 a month").value.is_rupees_a_year


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (StatedPay(Decimal(50_000), Decimal(70_000), "INR", "month"), (600_000, 840_000, "INR", "year")),
        (StatedPay(Decimal(600_000), None, "INR", "year"), (600_000, None, "INR", "year")),
        (StatedPay(None, Decimal(900_000), "", "year"), (None, 900_000, "INR", "year")),
        (StatedPay(Decimal(0), Decimal(900_000), "INR", "year"), (None, 900_000, "INR", "year")),
        (StatedPay(Decimal(80_000), Decimal(100_000), "USD", "year"), (80_000, 100_000, "USD", "year")),
        (StatedPay(Decimal(500_000), None, "INR", ""), (500_000, None, "INR", "")),
        (StatedPay(Decimal(5), Decimal(9), "INR", "year", "5-9 LPA"), (500_000, 900_000, "INR", "year")),
        (StatedPay(Decimal(5), Decimal(9), "INR", "year"), None),
        (StatedPay(Decimal(-1), Decimal(-1), "INR", "year"), None),
        (StatedPay(Decimal(0), Decimal(0), "INR", "year", "Not disclosed"), None),
        (StatedPay(Decimal(9), Decimal(5), "USD", "hour"), None),
        (StatedPay(words="6-9 LPA"), (600_000, 900_000, "INR", "year")),
        (StatedPay(period="month", words="₹20,000"), (240_000, 240_000, "INR", "year")),
        (StatedPay(), None),
    ],
)
def test_what_a_feed_states(stated, expected):
    assert ends(read_stated(stated)) == expected


amounts = st.integers(1_000, MOST_A_YEAR // 12)


@given(amounts, amounts)
def test_rupees_a_month_are_read_as_they_are_written(one, other):
    low, high = sorted((one, other))
    expected = (low * 12, high * 12, "INR", "year")
    assert ends(read_pay(f"{rupees(low)} – {rupees(high)} a month")) == expected
    assert ends(read_pay(f"Rs. {low} to Rs. {high} per month")) == expected


@given(st.text(max_size=120) | st.text(alphabet="₹$0123456789,.-–+ klpacr/toupm", max_size=60))
def test_any_words_are_read_and_never_to_what_cant_be_meant(words):
    read = read_pay(words)
    if read and read.value.is_rupees_a_year:
        stated = [end for end in (read.value.low, read.value.high) if end is not None]
        assert stated == sorted(stated)
        assert all(12_000 <= end <= MOST_A_YEAR for end in stated)
        assert all(end == int(end) for end in stated)


@pytest.mark.parametrize("piece", ["1", "1,", "1.1", "₹", "₹ 1 - ", "up to ", " "])
def test_only_the_beginning_of_endless_words_is_read(piece):
    assert read_pay(f"₹5,00,000 a year {piece * 1_000_000}") is not None
    assert read_pay(f"{' ' * LONGEST}₹5,00,000 a year") is None
