"""What a role typically pays, beside what an opening offers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.typical_pay import Verdict, middle_year, typical, verdict
from roles.pay import PayFigure, SourceFacts

ADVERTS, SURVEY = SourceFacts("Adverts", "adverts"), SourceFacts("Survey", "survey")
PART = SourceFacts("Big firms", "big", speaks_of="large product companies")


def figure(source=ADVERTS, years=(None, None), place="India", basis="advertised", p25=600_000, p75=900_000, **more):
    return PayFigure(
        source, basis, "advertised pay", place, place == "India", *years, p25=p25, p50=700_000, p75=p75, **more
    )


@pytest.mark.parametrize(
    ("offer", "said"),
    [
        ((400_000, 599_999), "below"),
        ((400_000, 600_000), "from below"),
        ((600_000, 900_000), "within"),
        ((700_000, 700_000), "within"),
        ((700_000, 900_001), "into above"),
        ((900_001, 2_000_000), "above"),
        ((500_000, 1_000_000), "around"),
    ],
)
def test_the_offer_lies_somewhere_to_the_two_ends(offer, said):
    assert verdict(offer, (600_000, 900_000)) == said


amounts = st.integers(min_value=1, max_value=100)
ranges = st.tuples(amounts, amounts).map(lambda pair: tuple(sorted(pair)))


@given(ranges, ranges)
def test_below_and_above_are_each_others_mirror(offer, ends):
    mirrored = {"below": "above", "from below": "into above", "within": "within", "around": "around"}
    mirrored |= {theirs: ours for ours, theirs in mirrored.items()}
    turned = [(-high, -low) for low, high in (offer, ends)]
    assert verdict(*turned) == mirrored[verdict(offer, ends)]


@pytest.mark.parametrize(
    ("asked", "middle"), [((None, None), None), ((2, None), 2), ((2, 5), 3.5), ((0, 0), 0), ((0, 1), 0.5)]
)
def test_the_middle_of_the_years_asked_for(asked, middle):
    assert middle_year(*asked) == middle


def test_a_band_of_years_goes_before_all_experience():
    every, band = figure(), figure(source=SURVEY, years=(2, 5))
    assert typical([every, band], 3.5, [], None).figure is band
    assert typical([every, band], 7, [], None).figure is every


def test_an_opening_without_years_is_set_beside_all_experience_alone():
    assert typical([figure(years=(2, 5))], None, [], (1, 2)) is None
    every = figure(source=SURVEY)
    assert typical([figure(years=(2, 5)), every], None, [], (1, 2)).figure is every


def test_the_one_place_of_an_opening_counts_within_a_source():
    country, pune = figure(years=(2, 5)), figure(years=(2, 5), place="Pune")
    other = figure(source=SURVEY, years=(2, 5), place="Pune")
    figures = [country, other, pune]
    assert typical(figures, 3, ["Pune"], None).figure is pune
    assert typical(figures, 3, ["Mumbai"], None).figure is country
    assert typical(figures, 3, ["Pune", "Mumbai"], None).figure is country


@pytest.mark.parametrize(
    "unfit",
    [
        figure(basis="editorial"),
        figure(source=PART),
        figure(p25=None),
        figure(place="Pune"),
    ],
)
def test_what_is_no_evidence_for_the_market_is_not_typical(unfit):
    assert typical([unfit], 3, [], (500_000, 500_000)) is None


def test_without_an_offer_there_is_no_verdict():
    assert typical([figure()], 3, [], None).verdict is None
    assert typical([figure()], 3, [], (700_000, 700_000)).verdict == Verdict.WITHIN
