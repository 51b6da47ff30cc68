"""The rules of a tax year: what the database refuses, what an editor is told, and which year holds."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from roles.in_hand import Step
from roles.models import PayrollYear
from tests.constraints import (
    Rule,
    assert_accepted,
    assert_refused,
    constraint_names,
    positive_fields,
    two_rows,
    unique_fields,
)
from tests.desk import add_address, change_address, errors, filled_in
from tests.factories import PayrollYearFactory

pytestmark = pytest.mark.django_db

DAY, NEXT_DAY = datetime.date(2040, 4, 1), datetime.date(2040, 4, 2)
RULES = [
    Rule(constraint, what, PayrollYear, bad, good)
    for constraint, what, bad, good in [
        ("payrollyear_text_given", "no label", {"label": ""}, {"label": "x"}),
        (
            "payrollyear_dates_in_order",
            "no day long",
            {"starts_on": DAY, "ends_on": DAY},
            {"starts_on": DAY, "ends_on": NEXT_DAY},
        ),
        *[
            ("payrollyear_per_cents_valid", field, {field: 101}, {field: 100})
            for field in ("cess_per_cent", "basic_per_cent", "pf_per_cent")
        ],
        (
            "payrollyear_rebate_below_its_limit",
            "more than the income",
            {"rebate_maximum": 9, "rebate_limit": 8},
            {"rebate_maximum": 8, "rebate_limit": 8},
        ),
        (
            "payrollyear_professional_tax_capped",
            "above the Constitution's limit",
            {"professional_tax": 2501},
            {"professional_tax": 2500},
        ),
    ]
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour(rule):
    assert_accepted(rule)


def test_no_constraint_is_forgotten():
    assert constraint_names([PayrollYear]) == {rule.constraint for rule in RULES}


@pytest.mark.parametrize("field", unique_fields([PayrollYear]), ids=str)
def test_unique_field_is_unique_in_the_database(field):
    there, row = two_rows(PayrollYear)
    with pytest.raises(IntegrityError), transaction.atomic():
        PayrollYear.objects.filter(pk=row.pk).update(**{field.name: getattr(there, field.name)})


@pytest.mark.parametrize("field", positive_fields([PayrollYear]), ids=str)
def test_negative_number_is_refused(field):
    year = PayrollYearFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        PayrollYear.objects.filter(pk=year.pk).update(**{field.name: -1})


@pytest.mark.parametrize("source", ["tax_source", "pf_source", "professional_tax_source"])
def test_no_number_is_without_its_source(source):
    year = PayrollYearFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        PayrollYear.objects.filter(pk=year.pk).update(**{source: None})
    with pytest.raises(ProtectedError):
        getattr(year, source).delete()


# --- Slabs and surcharges


@pytest.mark.parametrize(
    ("steps", "complaint"),
    [
        ("400000: 5", "Write pairs of whole numbers"),
        ({"400000": 5}, "Write pairs of whole numbers"),
        ([400_000, 5], "Write pairs of whole numbers"),
        ([[400_000]], "Write pairs of whole numbers"),
        ([[400_000, 5, 1]], "Write pairs of whole numbers"),
        ([[400_000, 5.5]], "Write pairs of whole numbers"),
        ([[400_000, "5"]], "Write pairs of whole numbers"),
        ([[True, 5]], "Write pairs of whole numbers"),
        ([[800_000, 10], [400_000, 5]], "The limits must rise"),
        ([[400_000, 5], [400_000, 10]], "The limits must rise"),
        ([[-1, 5]], "a per cent from 0 to 100"),
        ([[400_000, 101]], "a per cent from 0 to 100"),
        ([[400_000, -1]], "a per cent from 0 to 100"),
        ([[3_000_000_000, 5]], "a per cent from 0 to 100"),
    ],
)
@pytest.mark.parametrize("field", ["slabs", "surcharges"])
def test_what_are_no_steps_is_refused_in_words(field, steps, complaint):
    with pytest.raises(ValidationError, match=complaint) as refusal:
        PayrollYearFactory.build(**{field: steps}).clean_fields(exclude=["tax_source", "pf_source"])
    assert field in refusal.value.message_dict


def test_a_year_needs_slabs_but_no_surcharge():
    with pytest.raises(ValidationError) as refusal:
        PayrollYearFactory.build(slabs=[], surcharges=[]).clean_fields()
    assert "slabs" in refusal.value.message_dict
    assert "surcharges" not in refusal.value.message_dict


def test_the_row_becomes_the_rules():
    rules = PayrollYearFactory(slabs=[[4, 5], [8, 10]], surcharges=[[50, 10]], employer_pf_in_ctc=False).rules()
    assert rules.slabs == (Step(4, 5), Step(8, 10))
    assert rules.surcharges == (Step(50, 10),)
    assert not rules.employer_pf_in_ctc
    assert (rules.standard_deduction, rules.rebate_limit, rules.rebate_maximum) == (71_000, 1_110_000, 61_000)
    assert (rules.cess_per_cent, rules.basic_per_cent, rules.pf_per_cent) == (3, 40, 11)
    assert (rules.pf_wage_ceiling, rules.professional_tax) == (21_000, 2_300)


# --- Which year holds


@pytest.mark.parametrize(
    ("on", "label"),
    [
        ("2026-03-31", None),
        ("2026-04-01", "2026–27"),
        ("2027-03-31", "2026–27"),
        ("2027-04-01", "2027–28"),
        ("2030-01-01", "2027–28"),  # over, but nothing newer is known
    ],
)
def test_the_newest_year_that_has_begun_holds(on, label, django_assert_num_queries):
    for year in (2027, 2026):
        PayrollYearFactory(starts_on=datetime.date(year, 4, 1))
    with django_assert_num_queries(1):
        current = PayrollYear.objects.current(datetime.date.fromisoformat(on))
        assert (current and current.label) == label
        assert current is None or current.tax_source.slug == "tax-act"


# --- The desk


def test_an_editor_sees_what_the_numbers_come_to(editor_client):
    # CTC 15,00,000; wages 2,52,000 (the ceiling), 11% is 27,720; gross 14,72,280; taxable 14,01,280;
    # tax 10% of 9,91,280 = 99,128; no rebate; cess 2,973.84; in hand 14,72,280 - 1,02,102 - 27,720 - 2,300 = 13,40,158
    page = editor_client.get(change_address(PayrollYearFactory())).content.decode()
    assert "₹15 lakh a year, read as cost to company: gross ₹14,72,280, taxable ₹14,01,280" in page
    assert "in hand ₹13,40,158 a year, about ₹1,11,700 a month." in page


def test_a_new_year_has_no_example_yet(editor_client):
    assert "Shown when the year is saved." in editor_client.get(add_address(PayrollYear)).content.decode()


def test_slabs_that_fall_are_a_form_error(editor_client):
    year = PayrollYearFactory()
    form = filled_in(editor_client.get(change_address(year))) | {"slabs": "[[800000, 10], [400000, 5]]"}
    assert "The limits must rise from pair to pair." in errors(editor_client.post(change_address(year), form))


def test_a_rate_is_changed_at_the_desk(editor_client):
    year = PayrollYearFactory()
    form = filled_in(editor_client.get(change_address(year))) | {"slabs": "[[500000, 20]]"}
    assert editor_client.post(change_address(year), form).status_code == 302
    year.refresh_from_db()
    assert year.slabs == [[500_000, 20]]
