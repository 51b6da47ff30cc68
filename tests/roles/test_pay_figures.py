import datetime

import pytest

from roles.pay import (
    DISAGREE,
    ENOUGH,
    MINIMUM_SAMPLE,
    RECENT,
    PayFigure,
    SourceFacts,
    disagreement,
    headline,
    presentable,
)


def figure(**given) -> PayFigure:
    facts = {
        "source": SourceFacts("Survey", "survey"),
        "basis": "reported",
        "basis_label": "self-reported pay",
        "place": "India",
        "is_whole_country": True,
        "p25": 600_000,
        "p50": 1_000_000,
        "p75": 1_500_000,
        "sample_size": 40,
    }
    return PayFigure(**facts | given)


EDITORIAL = figure(
    basis="editorial", p25=None, p50=None, p75=None, low=600_000, high=3_000_000, sample_size=None, experience_min=1,
    experience_max=8,
)  # fmt: skip


def test_quartiles_are_shown_before_the_stated_ends():
    assert figure(low=100_000, high=9_000_000).text == "₹6L–₹15L"


def test_a_median_alone_is_shown_as_one_figure():
    alone = figure(p25=None, p75=None)
    assert (alone.ends, alone.text, alone.terms) == (
        None,
        "₹10L",
        "a year, median of self-reported pay, all experience",
    )


def test_an_editorial_range_without_years_says_so():
    assert figure(basis="editorial", experience_min=None).experience == "years not stated"
    assert EDITORIAL.terms == "a year, 1–8 years"


def test_samples_below_ten_are_not_presented():
    assert presentable([figure(sample_size=9)]) == []
    assert presentable([figure(sample_size=10)]) != []


def test_the_headline_is_the_editors_range_then_all_experience_then_a_band():
    survey, beginners = figure(), figure(experience_min=0, experience_max=2, sample_size=900)
    assert headline([beginners, survey, EDITORIAL]) == EDITORIAL
    assert headline([beginners, survey]) == survey
    assert headline([beginners]) == beginners


def test_a_range_speaks_before_a_median_alone():
    alone = figure(p25=None, p75=None, sample_size=900)
    assert headline([alone, figure()]) == figure()


def test_a_city_never_speaks_for_the_country():
    assert headline([figure(place="Pune", is_whole_country=False)]) is None


def test_periods_read_short():
    start, end = datetime.date(2025, 7, 1), datetime.date(2026, 8, 31)
    assert figure(period_start=start, period_end=end).period == "Jul 2025 – Aug 2026"
    assert figure(period_start=start, period_end=datetime.date(2025, 8, 1)).period == "Jul – Aug 2025"
    assert figure(period_start=start, period_end=datetime.date(2025, 7, 31)).period == "Jul 2025"
    assert figure().period == ""


def test_an_unknown_sample_is_said_to_be_unknown():
    assert figure(sample_size=None).sample_text == "not published"
    assert EDITORIAL.sample_text == "no sample"


# --- Which figure leads: the rules of /method/#headline, one by one. The second figure is the better one by every later
# rule, so that only the rule in question can put the first before it.

USUAL = (3, 7)  # its middle is 5
TODAY = datetime.date(2026, 8, 31)
BAND = {"experience_min": 8, "experience_max": 12}
SINGLE = {"p25": None, "p75": None}
FEW = {"sample_size": ENOUGH - 1}
OLD = {"period_end": TODAY - RECENT - datetime.timedelta(days=1), "period_start": datetime.date(2020, 1, 1)}
STRONG = {"sample_size": 9000, "period_end": TODAY, "period_start": datetime.date(2026, 1, 1)}
PART = SourceFacts("Offers", "offers", speaks_of="large product companies")
RANGE = {"basis": "editorial", "p50": None, "sample_size": None}

RULES = [
    ("country", {**SINGLE, **FEW, **OLD, **BAND}, {**STRONG, "place": "Pune", "is_whole_country": False}),
    ("market", {**SINGLE, **FEW, **OLD, **BAND}, {**STRONG, "source": PART}),
    ("editorial", {**RANGE, **OLD, **BAND}, STRONG),
    ("range", {**FEW, **OLD, **BAND}, {**STRONG, **SINGLE}),
    ("enough", {"sample_size": ENOUGH, **OLD, **BAND}, {**STRONG, **FEW}),
    ("recent", {**STRONG, **BAND, "sample_size": ENOUGH}, {**OLD, "sample_size": 9000}),
    ("recent, undated", {**BAND, "sample_size": ENOUGH}, {**OLD, "sample_size": 9000}),
    ("years, all", {"sample_size": ENOUGH}, {**STRONG, "experience_min": 4, "experience_max": 6}),
    (
        "years, the middle",
        {"experience_min": 5, "experience_max": 8},
        {"experience_min": 0, "experience_max": 5} | STRONG,
    ),
    ("years, the earliest", {"experience_min": 0, "experience_max": 2}, {**STRONG, **BAND}),
    ("sample", {"sample_size": 41}, {"sample_size": 40}),
]


@pytest.mark.parametrize(("better", "worse"), [rule[1:] for rule in RULES], ids=[rule[0] for rule in RULES])
def test_each_rule_of_the_lead_decides_alone(better, worse):
    first, second = figure(**better), figure(**worse)
    newest = figure(place="Agra", is_whole_country=False, period_start=TODAY, period_end=TODAY)  # so that old is old
    for order in ([first, second, newest], [newest, second, first]):
        assert [shown for shown in presentable(order, USUAL) if shown is not newest] == [first, second]
        assert headline(order, USUAL) == first


@pytest.mark.parametrize("other", [{"place": "Pune", "is_whole_country": False}, {"source": PART}])
def test_neither_a_city_nor_a_part_of_the_market_ever_leads(other):
    assert headline([figure(**other)], USUAL) is None


def test_a_figure_that_ended_just_within_the_limit_is_recent():
    newest = figure(**STRONG | {"sample_size": 10})
    within = figure(period_start=datetime.date(2020, 1, 1), period_end=TODAY - RECENT, sample_size=ENOUGH)
    beyond = figure(**OLD, sample_size=9000)
    assert presentable([beyond, within, newest], USUAL)[:2] == [within, beyond]


def test_below_the_smallest_sample_not_even_a_median_is_shown():
    assert presentable([figure(**SINGLE, sample_size=MINIMUM_SAMPLE - 1)]) == []
    assert presentable([figure(**SINGLE, sample_size=None)]) != []  # said to be not published


# --- When sources are said to disagree: /method/#pay

OTHER = SourceFacts("Adverts", "adverts")


def medians(low: int, high: int, **given) -> list[PayFigure]:
    """given: of the higher one, which is of another source."""
    return [figure(p50=low), figure(**{"p50": high, "source": OTHER} | given)]


def test_sources_disagree_from_the_limit_on():
    limit = round(1_000_000 * DISAGREE)
    low, high = medians(1_000_000, limit)
    assert disagreement([high, low]) == (low, high)
    assert disagreement(medians(1_000_000, limit - 1)) is None


def test_of_several_the_two_furthest_apart_are_named():
    low, high = medians(1_000_000, 3_000_000)
    between = figure(p50=2_000_000, source=SourceFacts("Scale", "scale"))
    assert disagreement([between, high, low]) == (low, high)


@pytest.mark.parametrize(
    "given",
    [
        {"source": SourceFacts("Survey", "survey")},  # the same source
        {"experience_min": 0, "experience_max": 2},  # other years
        {"place": "Pune", "is_whole_country": False},
        {"source": PART},
        {"basis": "editorial", "sample_size": None},
        {"sample_size": MINIMUM_SAMPLE - 1},  # isn't shown at all
    ],
)
def test_figures_about_something_else_dont_disagree(given):
    assert disagreement(medians(1_000_000, 9_000_000, **given)) is None
