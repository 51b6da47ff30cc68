from dataclasses import replace

from comparisons.take_home import ProvidentFund, take_home
from roles.in_hand import in_hand
from tests.comparisons.facts import editorial, figure, quartiles
from tests.roles.test_in_hand import RULES


def months(rows) -> dict[str, tuple[int | None, ...]]:
    return {row.label: tuple(pay and pay.a_month for pay in row.pays) for row in rows}


def test_each_end_and_the_median_of_both_roles_become_a_month_in_hand():
    found = months(take_home([editorial(6, 30), quartiles(5, 9, 15)], RULES))
    expected = [in_hand(lakh * 100_000, RULES, None).a_month for lakh in (6, 30, 5, 9, 15)]
    assert found == {
        "Low end": (expected[0], expected[2]),
        "Median": (None, expected[3]),
        "High end": (expected[1], expected[4]),
    }


def test_an_average_alone_is_taken_as_that():
    assert list(months(take_home([figure(mean=900_000), None], RULES))) == ["Average"]


def test_pay_without_allowances_and_unknown_pay_are_not_estimated():
    assert take_home([figure(p50=900_000, includes="basic pay without allowances"), None], RULES) == ()


def test_the_professional_tax_is_the_places():
    [row] = take_home([figure(p50=900_000, professional_tax=0), figure(p50=900_000)], RULES)
    assert row.pays[0].a_year - row.pays[1].a_year == RULES.professional_tax


def test_a_reader_says_what_the_employer_pays_into():
    def gross_and_fund(pf: ProvidentFund) -> tuple[int, int]:
        [row] = take_home([figure(p50=2_400_000)], RULES, pf)
        return row.pays[0].gross, row.pays[0].employee_pf

    rules = replace(RULES, pf_wage_ceiling=10**9)
    assert gross_and_fund(ProvidentFund.NONE) == (2_400_000, 0)
    assert gross_and_fund(ProvidentFund.FULL)[1] == rules.provident_fund(2_400_000)
    assert gross_and_fund(ProvidentFund.CEILING)[1] == RULES.provident_fund(2_400_000)
    assert gross_and_fund(ProvidentFund.FULL)[1] > gross_and_fund(ProvidentFund.CEILING)[1] > 0
