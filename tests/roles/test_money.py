import pytest

from roles.money import lakh, pay_range, rupees, short, thousands


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
