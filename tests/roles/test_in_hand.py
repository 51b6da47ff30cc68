"""In-hand pay worked out: cases by hand, by the rules of 2026–27, and what holds for any rules."""

import dataclasses
from xml.etree.ElementTree import Element

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from roles.in_hand import InHand, PayrollRules, Step, bands, in_hand
from tests.prose import parse, text_of


def steps(*pairs: tuple[int, int]) -> tuple[Step, ...]:
    return tuple(Step(above, per_cent) for above, per_cent in pairs)


LAKH = 100_000
RULES = PayrollRules(
    year="2026–27",
    slabs=steps(
        (4 * LAKH, 5), (8 * LAKH, 10), (12 * LAKH, 15), (16 * LAKH, 20), (20 * LAKH, 25), (24 * LAKH, 30)
    ),  # up to ₹24 lakh: 20,000 + 40,000 + 60,000 + 80,000 + 1,00,000 = 3,00,000
    standard_deduction=75_000,
    rebate_limit=12 * LAKH,
    rebate_maximum=60_000,
    cess_per_cent=4,
    surcharges=steps((50 * LAKH, 10), (100 * LAKH, 15), (200 * LAKH, 25)),
    basic_per_cent=50,
    pf_per_cent=12,
    pf_wage_ceiling=25_000,
    employer_pf_in_ctc=True,
    professional_tax=2500,
)
# From ₹6 lakh on the wages are at the ceiling: 12% of 3,00,000 is 36,000 from each side.
# So the taxable income is 36,000 + 75,000 = 1,11,000 below CTC.
BY_HAND = {
    # wages 2,00,000, 12% is 24,000; gross 3,76,000; taxable 3,01,000; 376000 - 24000 - 2500 = 349500, / 12 = 29125
    400_000: (376_000, 301_000, 0, 0, 0, 0, 349_500, 29_125, "₹29,100"),
    # taxable 6,89,000: 5% of 2,89,000 = 14,450, all rebated; 764000 - 38500 = 725500, / 12 = 60458.3
    800_000: (764_000, 689_000, 14_450, 14_450, 0, 0, 725_500, 60_458, "₹60,500"),
    # taxable 11,64,000: 20,000 + 10% of 3,64,000 = 56,400, all rebated; 1239000 - 38500 = 1200500, / 12 = 100041.7
    1_275_000: (1_239_000, 1_164_000, 56_400, 56_400, 0, 0, 1_200_500, 100_042, "₹1,00,000"),
    # taxable 12,00,000, the limit itself: tax 60,000, all rebated; 1275000 - 38500 = 1236500
    1_311_000: (1_275_000, 1_200_000, 60_000, 60_000, 0, 0, 1_236_500, 103_042, "₹1,03,000"),
    # ₹10,000 above the limit: 60,000 + 1,500; held to 10,000 by a rebate of 51,500; cess 400; ₹400 less in hand
    1_321_000: (1_285_000, 1_210_000, 61_500, 51_500, 0, 400, 1_236_100, 103_008, "₹1,03,000"),
    # taxable 28,89,000: 3,00,000 + 30% of 4,89,000 = 4,46,700; cess 17,868; 2964000 - 464568 - 38500 = 2460932
    3_000_000: (2_964_000, 2_889_000, 446_700, 0, 0, 17_868, 2_460_932, 205_078, "₹2,05,100"),
    # taxable 50,39,000: 10,80,000 + 11,700; 10% of that is 1,09,170, but 39,000 above the step at most:
    # 10,80,000 + 39,000 - 10,91,700 = 27,300; cess 4% of 11,19,000 = 44,760; 5114000 - 1163760 - 38500 = 3911740
    5_150_000: (5_114_000, 5_039_000, 1_091_700, 0, 27_300, 44_760, 3_911_740, 325_978, "₹3,26,000"),
    # taxable 53,89,000: 11,96,700 + 1,19,670 (10,80,000 + 3,89,000 isn't reached); cess 52,654.8;
    # 5464000 - 1369025 - 38500 = 4056475
    5_500_000: (5_464_000, 5_389_000, 1_196_700, 0, 119_670, 52_655, 4_056_475, 338_040, "₹3,38,000"),
    # taxable 1,01,00,000: 26,10,000; at 1 crore 25,80,000 + 2,58,000 = 28,38,000, so at most 29,38,000:
    # surcharge 3,28,000 for 15% = 3,91,500; cess 1,17,520; 10175000 - 3055520 - 38500 = 7080980
    10_211_000: (10_175_000, 10_100_000, 2_610_000, 0, 328_000, 117_520, 7_080_980, 590_082, "₹5,90,100"),
    # taxable 1,18,89,000: 31,46,700 + 15% = 4,72,005; cess 4% of 36,18,705 = 1,44,748.2;
    # 11964000 - 3763453 - 38500 = 8162047
    12_000_000: (11_964_000, 11_889_000, 3_146_700, 0, 472_005, 144_748, 8_162_047, 680_171, "₹6,80,200"),
}


@pytest.mark.parametrize(("ctc", "lines"), BY_HAND.items())
def test_pay_is_what_it_comes_to_by_hand(ctc, lines):
    pay = in_hand(ctc, RULES, None)
    worked_out = (pay.gross, pay.taxable, pay.slab_tax, pay.rebate, pay.surcharge, pay.cess, pay.a_year, pay.a_month)
    assert (*worked_out, pay.amount) == lines
    assert pay.about == f"about {lines[-1]} a month"


def test_a_places_own_professional_tax_goes_before_the_rules():
    assert [in_hand(800_000, RULES, tax).professional_tax for tax in (None, 0, 2400)] == [2500, 0, 2400]
    assert in_hand(800_000, RULES, 0).a_year - in_hand(800_000, RULES, 2400).a_year == 2400


def test_the_employers_share_on_top_of_ctc_leaves_gross_pay_whole():
    pay = in_hand(800_000, dataclasses.replace(RULES, employer_pf_in_ctc=False), None)
    assert (pay.employer_pf, pay.gross, pay.employee_pf) == (0, 800_000, 36_000)


def test_a_month_is_rounded_to_the_nearest_hundred_half_up():
    # no deductions: 3,60,600 / 12 = 30,050
    bare = dataclasses.replace(RULES, pf_per_cent=0, professional_tax=0)
    assert [in_hand(ctc, bare, None).amount for ctc in (360_599, 360_600)] == ["₹30,000", "₹30,100"]


def test_bands_run_from_each_limit_to_the_next():
    assert bands(steps((4, 5), (8, 10))) == [(4, 8, 5), (8, None, 10)]
    assert bands(()) == []


# --- What holds for any pay and any rules

pays = st.integers(0, 300_000_000)
per_cents = st.integers(0, 100)


@st.composite
def rising(draw: st.DrawFn) -> tuple[Step, ...]:
    limits = sorted(draw(st.sets(st.integers(0, 30_000_000), max_size=6)))
    return tuple(Step(limit, draw(per_cents)) for limit in limits)


any_rules = st.builds(
    PayrollRules,
    year=st.just("2026–27"),
    slabs=rising(),
    standard_deduction=st.integers(0, 200_000),
    rebate_limit=st.integers(0, 2_000_000),
    rebate_maximum=st.integers(0, 200_000),
    cess_per_cent=st.integers(0, 10),
    surcharges=rising(),
    basic_per_cent=per_cents,
    pf_per_cent=st.integers(0, 20),
    pf_wage_ceiling=st.integers(0, 100_000),
    employer_pf_in_ctc=st.booleans(),
    professional_tax=st.integers(0, 2500),
)


def lines_of(pay: InHand) -> list[int]:
    return [getattr(pay, field.name) for field in dataclasses.fields(pay) if field.name != "rules"]


@given(pays, any_rules)
def test_no_line_is_below_zero_and_all_add_up(ctc, rules):
    pay = in_hand(ctc, rules, None)
    assert min(lines_of(pay)) >= 0
    assert min(pay.taxable, pay.tax) >= 0
    taken = pay.employer_pf + pay.tax + pay.employee_pf + pay.professional_tax
    assert pay.a_year + taken == pay.ctc
    assert pay.a_year <= pay.gross <= pay.ctc


@given(pays, st.integers(0, 10_000_000))
def test_more_pay_leaves_less_in_hand_only_by_the_cess_on_marginal_relief(ctc, more):
    """Relief holds tax and surcharge to the extra income, cess comes on top. Three rupees are for rounding."""
    less, higher = in_hand(ctc, RULES, None), in_hand(ctc + more, RULES, None)
    assert higher.a_year >= less.a_year - more * RULES.cess_per_cent // 100 - 3
    assert higher.tax - higher.cess - (less.tax - less.cess) <= more + 2


@given(pays, st.integers(0, 10_000_000))
def test_without_cess_more_pay_never_leaves_less_in_hand(ctc, more):
    rules = dataclasses.replace(RULES, cess_per_cent=0)
    assert in_hand(ctc + more, rules, None).a_year >= in_hand(ctc, rules, None).a_year - 3  # rounding


@given(st.integers(100_000, 20_000_000))
def test_where_nothing_is_relieved_more_pay_leaves_more_in_hand(ctc):
    """Outside the stretches just above the rebate's limit and the surcharge's steps; ₹1,000 is more than rounding."""
    pay, higher = in_hand(ctc, RULES, None), in_hand(ctc + 1000, RULES, None)
    ends = (RULES.rebate_limit, *(step.above for step in RULES.surcharges))
    if any(end <= higher.taxable <= end * 106 // 100 for end in ends):
        return
    assert higher.a_year > pay.a_year


# --- The table


def table_of(pay: InHand) -> tuple[str, Element]:
    html = render_to_string("includes/_in_hand.html", {"pay": pay})
    return html, parse(f"<!DOCTYPE html><html><head><title>x</title></head><body>{html}</body></html>")


def rows_of(tree: Element) -> dict[str, str]:
    return {text_of(row[0]): text_of(row[1]) for row in tree.iter("tr") if row[0].get("scope") == "row"}


def test_the_table_shows_each_line():
    html, tree = table_of(in_hand(5_150_000, RULES, None))
    assert rows_of(tree) == {
        "Cost to company": "₹51,50,000",
        "Less the employer’s provident fund": "₹36,000",
        "Gross pay": "₹51,14,000",
        "Less the standard deduction": "₹75,000",
        "Taxable income": "₹50,39,000",
        "Tax by the slabs": "₹10,91,700",
        "Plus surcharge": "₹27,300",
        "Plus health and education cess": "₹44,760",
        "Income tax": "₹11,63,760",
        "Gross pay less income tax": "₹39,50,240",
        "Less the employee’s provident fund": "₹36,000",
        "Less professional tax": "₹2,500",
        "In hand a year": "₹39,11,740",
        "In hand a month": "₹3,25,978",
    }
    assert 'class="more"' in html
    [summary], [caption] = tree.iter("summary"), tree.iter("caption")
    assert text_of(summary) == "How we get to about ₹3,26,000 a month"
    assert text_of(caption) == "From cost to company to in-hand pay by the rules of 2026–27, rupees a year"
    assert {cell.get("scope") for cell in tree.iter("th")} == {"row", "col"}


def test_the_table_leaves_out_what_does_not_come_up():
    _, tree = table_of(in_hand(800_000, dataclasses.replace(RULES, employer_pf_in_ctc=False), 0))
    lines = rows_of(tree)
    # gross 8,00,000; taxable 7,25,000: 5% of 3,25,000
    assert (lines["Less the rebate"], lines["Income tax"]) == ("₹16,250", "₹0")
    assert not lines.keys() & {
        "Less the employer’s provident fund",
        "Plus surcharge",
        "Plus health and education cess",
        "Less professional tax",
    }
