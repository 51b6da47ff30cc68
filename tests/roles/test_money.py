import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.money import as_said, lakh, pay_range, rupees, short, thousands


@pytest.mark.parametrize(
    ("rupees", "long", "brief"),
    [
        (95_000, "₹95,000", "₹95,000"),
        (100_000, "₹1 lakh", "₹1L"),
        (600_000, "₹6 lakh", "₹6L"),
        (1_250_000, "₹12.5 lakh", "₹12.5L"),
        (1_254_999, "₹12.5 lakh", "₹12.5L"),
        (1_255_000, "₹12.6 lakh", "₹12.6L"),  # half up, not to even
        (9_994_999, "₹99.9 lakh", "₹99.9L"),
        (9_995_000, "₹1 crore", "₹1Cr"),  # would read "100 lakh"
        (12_000_000, "₹1.2 crore", "₹1.2Cr"),
    ],
)
def test_rupees_read_as_indians_say_them(rupees, long, brief):
    assert (lakh(rupees), short(rupees)) == (long, brief)


@pytest.mark.parametrize(
    ("rupees", "said"),
    [
        (95_432, 95_432),
        (1_254_999, 1_250_000),
        (1_255_000, 1_260_000),
        (9_995_000, 10_000_000),
        (12_345_678, 12_000_000),
    ],
)
def test_programs_are_told_the_rupees_that_are_said(rupees, said):
    assert as_said(rupees) == said


@given(st.integers(min_value=0, max_value=10**10))
def test_rupees_that_are_said_read_as_before(rupees):
    assert (short(as_said(rupees)), lakh(as_said(rupees))) == (short(rupees), lakh(rupees))
    assert as_said(as_said(rupees)) == as_said(rupees)


def test_a_range_names_both_ends_once_each():
    assert pay_range(600_000, 3_000_000) == "₹6L–₹30L"
    assert pay_range(600_000, 601_000) == "₹6L"


def test_a_calculation_is_to_the_rupee():
    assert [rupees(0), rupees(46_300), rupees(12_345_678)] == ["₹0", "₹46,300", "₹1,23,45,678"]


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (1000, "1,000"), (100_000, "1,00,000"), (12_345_678, "1,23,45,678")]
)
def test_counts_are_grouped_the_indian_way(number, text):
    assert thousands(number) == text
