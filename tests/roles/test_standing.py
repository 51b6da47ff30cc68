import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.pay import SourceFacts
from roles.salaries.standing import Standing, comparable, percentiles, standing, standings, wilson
from tests.roles.test_pay_figures import EDITORIAL, figure

LAKH = 100_000
POINTS = [(10, 2 * LAKH), (25, 4 * LAKH), (50, 8 * LAKH), (75, 12 * LAKH), (90, 20 * LAKH)]


def spread(source="survey", **given):
    """The five percentiles of POINTS."""
    fields = {f"p{percentile}": rupees for percentile, rupees in POINTS}
    return figure(source=SourceFacts(source.title(), source), **fields | given)


def at(pay: float, points=POINTS, sample=None) -> tuple[int | None, int | None]:
    found = standing(points, round(pay * LAKH), sample)
    return found.low, found.high


# --- One figure ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pay", "percentile"),
    [
        (8, 50),  # on a point
        (2, 10),
        (20, 90),
        (5, 31),  # 25 + 25 × 1/4 = 31.25
        (6, 38),  # 25 + 25 × 2/4 = 37.5, a half upwards
        (3, 18),  # 10 + 15 × 1/2 = 17.5
        (16, 83),  # 75 + 15 × 4/8 = 82.5
    ],
)
def test_between_two_percentiles_runs_a_straight_line(pay, percentile):
    assert at(pay) == (percentile, percentile)


def test_beyond_the_published_percentiles_nothing_is_guessed():
    assert at(1.99) == (None, 10)
    assert at(20.01) == (90, None)
    assert at(3, points=POINTS[2:]) == (None, 50)
    assert at(10_000) == (90, None)


def test_one_figure_for_several_percentiles_is_a_span():
    floor = [(10, 2 * LAKH), (25, 2 * LAKH), (50, 4 * LAKH)]
    assert at(2, floor) == (10, 25)
    assert at(3, floor) == (38, 38)  # from the last of the equal ones: 25 + 25 × 1/2
    assert at(1, floor) == (None, 10)
    assert at(2, [(10, 2 * LAKH), (25, 2 * LAKH), (50, 2 * LAKH)]) == (10, 50)


def test_wilsons_interval_against_known_values():
    # 1 of 10: 1.79 % to 40.42 %; 50 of 100: 40.38 % to 59.62 %; 0 of 10: up to z² / (10 + z²) = 3.8415 / 13.8415.
    assert wilson(0.1, 10) == pytest.approx((0.0179, 0.4042), abs=1e-4)
    assert wilson(0.5, 100) == pytest.approx((0.4038, 0.5962), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0, 0.2775), abs=1e-4)


def test_the_interval_is_rounded_outwards():
    assert standing(POINTS, 8 * LAKH, 100) == Standing(50, 50, 40, 60)
    assert standing(POINTS, 2 * LAKH, 10) == Standing(10, 10, 1, 41)


def test_beyond_the_ends_the_interval_is_open():
    assert standing(POINTS, LAKH, 10) == Standing(None, 10, 0, 41)
    # 90 %, mirrored from 10 %: 1 − 0.4042 = 59.58 %.
    assert standing(POINTS, 99 * LAKH, 10) == Standing(90, None, 59, 100)


def test_a_span_takes_the_outer_ends_of_both_intervals():
    # 10 % of 10: from 1.79 %. 25 % of 10: (0.25 + 0.1921 + √(0.1875 × 0.3841 + 0.3841²/4)) / 1.3841 = 55.78 %.
    floor = [(10, 2 * LAKH), (25, 2 * LAKH), (50, 4 * LAKH)]
    assert standing(floor, 2 * LAKH, 10) == Standing(10, 25, 1, 56)


def test_without_a_sample_no_chance_is_worked_out():
    assert standing(POINTS, 8 * LAKH, None) == Standing(50, 50, None, None)


PAY = st.integers(1, 10**10)
CURVE = st.lists(PAY, min_size=3, max_size=5).map(lambda rupees: list(zip((10, 25, 50, 75, 90), sorted(rupees))))  # noqa: B905


@given(CURVE, PAY, PAY, st.integers(10, 100_000))
def test_more_pay_never_stands_lower_and_lies_within_its_interval(curve, one, other, sample):
    less, more = (standing(curve, pay, sample) for pay in sorted((one, other)))
    assert (less.low or 0) <= (more.low or 0)
    assert (less.high or 100) <= (more.high or 100)
    for found in (less, more):
        assert 0 <= found.least <= (found.low or 0) <= (found.high or 100) <= found.most <= 100
        assert found.low is None or found.high is None or found.low <= found.high


# --- Which figures -------------------------------------------------------------------------------


def test_what_can_be_compared_has_three_percentiles_and_is_for_the_market():
    part = figure(source=SourceFacts("Offers", "offers", speaks_of="product companies"), p10=100_000)
    two = figure(p25=None)
    assert comparable([spread(), part, two, EDITORIAL]) == [spread()]
    assert percentiles(two) == [(50, 1_000_000), (75, 1_500_000)]


INDIA, BAND = spread(), spread(experience_min=2, experience_max=5)
PUNE = spread(place="Pune", is_whole_country=False)
PUNE_BAND = spread(place="Pune", is_whole_country=False, experience_min=2, experience_max=5)


@pytest.mark.parametrize(
    ("figures", "years", "place", "expected"),
    [
        ([INDIA, BAND, PUNE, PUNE_BAND], 3, "Pune", PUNE_BAND),
        ([INDIA, BAND, PUNE], 3, "Pune", BAND),  # years before the city
        ([INDIA, PUNE], 3, "Pune", PUNE),
        ([INDIA, BAND, PUNE], 7, "Pune", PUNE),
        ([INDIA, BAND, PUNE, PUNE_BAND], 3, "", BAND),
        ([INDIA, BAND], 2, "Pune", BAND),
        ([INDIA, BAND], 5, "Pune", INDIA),  # a band ends before its last year
        ([INDIA, BAND], 4.99, "", BAND),
    ],
)
def test_the_band_that_holds_the_years_comes_first_then_the_city(figures, years, place, expected):
    found = standings(figures, 8 * LAKH, years, place)
    assert [placed.figure for placed in found.placed] == [expected]


def test_a_source_without_these_years_is_named_and_not_guessed():
    found = standings([BAND, PUNE_BAND], 8 * LAKH, 9, "Pune")
    assert (found.placed, found.without) == ((), (BAND.source,))


def test_another_city_never_stands_in():
    assert standings([PUNE], 8 * LAKH, 3, "Delhi NCR").placed == ()


def test_each_source_answers_for_itself():
    adverts = spread(source="adverts", p50=10 * LAKH, sample_size=100)
    found = standings([INDIA, adverts], 8 * LAKH, 3, "")
    # Survey: on its median. Adverts: 25 + 25 × (8 − 4) / (10 − 4) = 41.7.
    assert [(placed.source.name, placed.standing.low) for placed in found.placed] == [("Survey", 50), ("Adverts", 42)]
