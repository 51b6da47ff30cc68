import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.salaries.amounts import LEAST, MOST, Amount, read_amount


@pytest.mark.parametrize(
    "text",
    [
        "8.5",
        " 8.50 ",
        "850000",
        "8,50,000",
        "850,000",
        "8.5 lakh",
        "8.5 lakhs a year",
        "8.5 lac",
        "₹8.5L",
        "8.5 LPA",
        "8.5 lpa.",
        "Rs. 8,50,000/-",
        "INR 850000 per annum",
        "850k",
        "0.085 crore",
        "8.5L CTC",
        "८.५",  # Devanagari digits
        "８.５",  # full width
    ],
)
def test_eight_and_a_half_lakh_however_it_is_written(text):
    assert read_amount(text) == Amount(850_000)


@pytest.mark.parametrize("text", ["45000", "45,000", "45k", "₹45,000 a month", "45000/month", "0.45 lakh p.m."])
def test_a_small_figure_or_a_month_is_read_as_a_months(text):
    assert read_amount(text) == Amount(540_000, a_month=45_000)  # 12 × 45,000


def test_what_is_said_to_be_a_years_is_one():
    assert read_amount("45,000 a year") == Amount(45_000)
    assert read_amount("0.5") == Amount(50_000)  # lakh


@pytest.mark.parametrize(
    "text",
    ["", " ", "₹", "lakh", "-8", "8-10 lakh", "8,5", "8.5.1", "8 .5", "1e400", "nan", "inf", "½", "\x00", "8\x00"],
)
def test_junk_is_not_read(text):
    assert read_amount(text) is None


@pytest.mark.parametrize("text", ["0", "0.09", "101 crore", "1000000001", "9" * 12, "9" * 400, f"8.5{' ' * 60}lakh"])
def test_what_nobody_earns_or_writes_is_not_read(text):
    assert read_amount(text) is None


def test_both_limits_are_read():
    assert read_amount("10,000 a year") == Amount(LEAST)
    assert read_amount("100 crore") == Amount(MOST)


@given(st.text(max_size=60))
def test_no_text_breaks_it(text):
    amount = read_amount(text)
    assert amount is None or LEAST <= amount.rupees <= MOST
