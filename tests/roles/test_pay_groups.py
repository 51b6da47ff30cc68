import datetime

import pytest

from roles.pay import SourceFacts, presentable
from roles.salaries.groups import apart, by_place, by_source, by_years, further
from roles.salaries.leading import ALL_YEARS, ALONE, CRITERIA, EQUAL, FIRST_YEARS, USUAL_YEARS, why_it_leads
from tests.roles.test_pay_figures import EDITORIAL, figure

ADVERTS = SourceFacts("Adverts", "adverts")
OFFERS = SourceFacts("Offers", "offers", speaks_of="product companies")
BEGINNERS = {"experience_min": 0, "experience_max": 2}
LATER = {"experience_min": 2, "experience_max": 5}


def city(place, **given):
    return figure(place=place, is_whole_country=False, **given)


def labels(groups):
    return [[row.label for row in group.rows] for group in groups]


# --- Laid out ------------------------------------------------------------------------------------


def test_years_stand_a_source_at_a_time_from_few_to_many():
    figures = [figure(), figure(**LATER), figure(source=ADVERTS, **LATER), figure(**BEGINNERS), city("Pune", **LATER)]
    assert labels(by_years(figures)) == [["0–2 years", "2–5 years"], ["2–5 years"]]


def test_a_single_band_is_no_list_of_years():
    assert by_years([figure(), figure(**LATER), EDITORIAL]) == []


def test_figures_on_other_terms_stand_in_another_group():
    figures = [figure(**BEGINNERS), figure(**LATER, covers="two roles together")]
    assert len(by_years(figures)) == 2


def test_the_source_and_band_with_most_places_is_taken_best_paid_first():
    figures = [
        figure(),
        city("Pune", p50=900_000),
        city("Delhi NCR", p50=1_100_000),
        city("Mumbai", source=ADVERTS),
        figure(**BEGINNERS),
        city("Chennai", **BEGINNERS),
    ]
    assert labels([by_place(figures)]) == [["India", "Delhi NCR", "Pune"]]


def test_of_as_many_places_the_newest_are_taken():
    new = {"source": ADVERTS, "period_start": datetime.date(2026, 1, 1), "period_end": datetime.date(2026, 2, 1)}
    assert by_place([city("Pune", sample_size=900), city("Mumbai", **new)]).source == ADVERTS


def test_without_a_place_there_is_nothing_by_city():
    assert by_place([figure(), EDITORIAL]) is None


def test_each_source_speaks_once_and_a_part_of_the_market_apart():
    offers = figure(source=OFFERS)
    figures = [figure(), figure(**LATER), figure(source=ADVERTS, **LATER), offers, city("Pune", source=OFFERS)]
    assert labels(by_source(figures)) == [["all experience"], ["2–5 years"]]
    assert labels(apart(figures)) == [["India, all experience", "Pune, all experience"]]
    assert offers not in [row.figure for group in by_source(figures) for row in group.rows]


def test_what_is_shown_nowhere_is_further():
    shown = by_source([figure()])
    assert labels(further([figure(), city("Pune"), figure(source=OFFERS)], shown)) == [["Pune, all experience"]]


# --- Why the headline leads ----------------------------------------------------------------------

OLD = {"period_start": datetime.date(2020, 1, 1), "period_end": datetime.date(2020, 2, 1)}
NEW = {"period_start": datetime.date(2026, 1, 1), "period_end": datetime.date(2026, 2, 1)}


def test_there_is_a_word_for_every_criterion():
    assert len(CRITERIA) == len(figure().rank(None, None))


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        (EDITORIAL, figure(), "editorial"),
        (figure(), figure(p25=None, p75=None, sample_size=900), "range"),
        (figure(sample_size=30), figure(sample_size=29), "enough"),
        (figure(**NEW), figure(**OLD, sample_size=900), "recent"),
        (figure(), figure(**BEGINNERS, sample_size=900), ALL_YEARS),
        (figure(**LATER), figure(**BEGINNERS, sample_size=900), USUAL_YEARS),  # the usual years are 2 to 4
        (
            figure(**BEGINNERS),
            figure(experience_min=8, experience_max=12, sample_size=900),
            FIRST_YEARS,
        ),
        (figure(sample_size=50), figure(), "sample"),
        (figure(), figure(source=ADVERTS), EQUAL),
    ],
)
def test_the_criterion_that_sets_it_before_the_next_is_told(first, second, reason):
    ordered = presentable([second, first] if reason != EQUAL else [first, second], (2, 4))
    assert ordered[0] == first
    assert why_it_leads(ordered, (2, 4)) == reason


def test_cities_and_parts_of_the_market_are_no_rivals():
    assert why_it_leads([figure(), figure(source=OFFERS), city("Pune")]) == ALONE
    assert why_it_leads([city("Pune")]) == ""
