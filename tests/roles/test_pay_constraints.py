"""What the database refuses of pay."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from roles.models import SalaryRange
from tests.constraints import Rule, assert_accepted, assert_refused, constraint_names, positive_fields, same
from tests.factories import LocationFactory, RoleFactory, SalaryRangeFactory, SourceFactory

pytestmark = pytest.mark.django_db

NO_FIGURES = dict.fromkeys(["p10", "p25", "p50", "p75", "p90", "mean", "low", "high"])
DAY, NEXT_DAY = datetime.date(2026, 3, 1), datetime.date(2026, 3, 2)


def only(**figures: int) -> dict[str, int | None]:
    """These figures and no others."""
    return NO_FIGURES | figures


def years(low: int | None, high: int | None) -> dict[str, int | None]:
    return {"experience_min": low, "experience_max": high}


def period(start: datetime.date | None, end: datetime.date | None) -> dict[str, datetime.date | None]:
    return {"period_start": start, "period_end": end}


ENDS = {"low": 1, "high": 9}
CASES = {
    "salaryrange_says_something": [
        ("nothing", only(), only(p50=5)),
        ("lower quartile alone", only(p25=5), only(p25=5, p75=6)),
        ("upper quartile alone", only(p75=5), only(p25=5, p75=5)),
        ("low end alone", only(low=5), only(low=5, high=6)),
        ("high end alone", only(high=5), only(low=5, high=5)),
        ("a quartile and an end", only(p25=5, high=6), only(p25=5, p50=6)),
        ("the tails", only(p10=5, p90=6), only(p10=5, p50=5, p90=6)),
    ],
    "salaryrange_positive": [
        ("p10 is 0", only(p10=0, p50=5), only(p10=1, p50=5)),
        ("p25 is 0", only(p25=0, p75=5), only(p25=1, p75=5)),
        ("p50 is 0", only(p50=0), only(p50=1)),
        ("p75 is 0", only(p75=0, **ENDS), only(p75=1, **ENDS)),
        ("p90 is 0", only(p90=0, **ENDS), only(p90=1, **ENDS)),
        ("low is 0", only(low=0, high=5), only(low=1, high=5)),
        ("mean is 0", only(p50=5, mean=0), only(mean=1)),
        ("high is 0", only(p50=5, high=0), only(p50=5, high=1)),
    ],
    "salaryrange_percentiles_in_order": [
        ("p10 > p25", only(p10=6, p25=5, p75=7), only(p10=5, p25=5, p75=7)),
        ("p25 > p50", only(p25=6, p50=5, p75=7), only(p25=5, p50=5, p75=7)),
        ("p50 > p75", only(p25=1, p50=8, p75=7), only(p25=1, p50=7, p75=7)),
        ("p75 > p90", only(p25=1, p75=8, p90=7), only(p25=1, p75=7, p90=7)),
        ("p10 > p50, no quartile", only(p10=8, p50=7), only(p10=7, p50=7)),
        ("p50 > p90, no quartile", only(p50=8, p90=7), only(p50=7, p90=7)),
        ("p25 > p75, no median", only(p25=8, p75=7), only(p25=7, p75=7)),
        ("p10 > p75, no middle", only(p10=8, p75=7, **ENDS), only(p10=7, p75=7, **ENDS)),
        ("p25 > p90, no middle", only(p25=8, p90=7, **ENDS), only(p25=7, p90=7, **ENDS)),
        ("p10 > p90, no middle", only(p10=8, p90=7, **ENDS), only(p10=7, p90=7, **ENDS)),
    ],
    "salaryrange_ends_in_order": [("low > high", only(low=6, high=5), only(low=5, high=5))],
    "salaryrange_sample_counted": [
        ("0, one is enough", {"sample_size": 0}, {"sample_size": 1}),
        ("0, unknown is fine", {"sample_size": 0}, {"sample_size": None}),
    ],
    "salaryrange_period_whole": [
        ("no end", period(DAY, None), period(None, None)),
        ("no start", period(None, DAY), period(DAY, NEXT_DAY)),
        ("no day long", period(DAY, DAY), period(DAY, NEXT_DAY)),
        ("ends before it starts", period(NEXT_DAY, DAY), period(DAY, NEXT_DAY)),
    ],
    "salaryrange_experience_valid": [
        ("no lower end", years(None, 5), years(None, None)),
        ("no year long", years(5, 5), years(4, 5)),
        ("falls", years(6, 5), years(5, 6)),
        ("ends over 50 years", years(0, 51), years(0, 50)),
        ("starts over 50 years", years(51, None), years(50, None)),
    ],
    "salaryrange_basis_valid": [(repr(bad), {"basis": bad}, {"basis": "editorial"}) for bad in ("", "?", "REPORTED")],
    "salaryrange_confidence_valid": [(repr(bad), {"confidence": bad}, {"confidence": "d"}) for bad in ("", "e", "A")],
    "salaryrange_once": [
        ("the same but for the figures", same("role"), same("role", experience_min=0)),
    ],
}
RULES = [
    Rule(constraint, what, SalaryRange, bad, good) for constraint, cases in CASES.items() for what, bad, good in cases
]

BANDS_AND_PERIODS = [
    pytest.param({**years(None, None), **period(None, None)}, id="all experience, no period"),
    pytest.param({**years(12, None), **period(None, None)}, id="12 years and more, no period"),
    pytest.param({**years(None, None), **period(DAY, NEXT_DAY)}, id="all experience, dated"),
    pytest.param({**years(1, 3), **period(DAY, NEXT_DAY)}, id="a band, dated"),
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_refuses(rule):
    assert_refused(rule)


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_database_accepts_the_neighbour(rule):
    assert_accepted(rule)


def test_no_constraint_is_forgotten():
    assert constraint_names([SalaryRange]) == set(CASES)


@pytest.mark.parametrize("fields", BANDS_AND_PERIODS)
def test_same_row_is_refused_whatever_it_leaves_empty(fields):
    pay = SalaryRangeFactory(**fields)
    with pytest.raises(IntegrityError, match="salaryrange_once"), transaction.atomic():
        SalaryRangeFactory(role=pay.role, **fields)


@pytest.mark.parametrize(
    "other",
    [
        {"role": RoleFactory},
        {"location": lambda: LocationFactory(slug="pune")},
        {"source": lambda: SourceFactory(slug="another-survey")},
        {"experience_min": 0},
        {"experience_min": 1, "experience_max": 3},
        {"period_start": DAY},
        {"period_start": None, "period_end": None},
        {"covers": "two roles together"},
    ],
    ids=lambda other: " and ".join(other),
)
def test_row_that_differs_in_one_thing_is_another_row(other):
    pay = SalaryRangeFactory()
    fields = {field: value() if callable(value) else value for field, value in other.items()}
    SalaryRangeFactory(**{"role": pay.role} | fields)
    assert SalaryRange.objects.count() == 2


@pytest.mark.parametrize("missing", ["role", "location", "source", "basis", "confidence"])
def test_pay_is_never_without_its_origin(missing):
    pay = SalaryRangeFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        SalaryRange.objects.filter(pk=pay.pk).update(**{missing: None})


@pytest.mark.parametrize("field", positive_fields([SalaryRange]), ids=str)
def test_negative_number_is_refused(field):
    pay = SalaryRangeFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        SalaryRange.objects.filter(pk=pay.pk).update(**{field.name: -1})
