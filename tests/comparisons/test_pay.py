import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.pay import PayMatch, Verdict, compare_pay
from tests.comparisons.facts import editorial, figure, quartiles

LAKH = 100_000
ENDS = st.tuples(st.integers(1, 300), st.integers(1, 300)).map(lambda ends: tuple(sorted(ends)))


def test_the_seed_ranges_share_23_of_29_lakh():
    match = PayMatch(editorial(6, 30), editorial(7, 35))
    assert match.overlap == (7 * LAKH, 30 * LAKH)
    assert match.overlap_share == 79  # 23 / 29 = 79.3 %
    assert match.verdict is Verdict.NEITHER


def test_ranges_that_do_not_meet_share_nothing():
    match = PayMatch(editorial(3, 5), editorial(6, 9))
    assert (match.overlap, match.overlap_share, match.lead, match.verdict) == (None, 0, 1, Verdict.SEEMS)


def test_equal_ranges_share_everything():
    assert PayMatch(editorial(5, 5), editorial(5, 5)).overlap_share == 100


def test_without_a_range_there_is_no_share():
    median = figure(p50=16 * LAKH)
    assert PayMatch(quartiles(5, 10, 15), median).overlap_share is None
    assert PayMatch(figure(p50=11 * LAKH), median).gap == 45  # 5 / 11 = 45.45 %


def test_middles_within_five_per_cent_are_level():
    assert PayMatch(figure(p50=100_000), figure(p50=104_000)).lead == 0
    assert PayMatch(figure(p50=100_000), figure(p50=105_000)).lead == 1
    assert PayMatch(figure(p50=105_000), figure(p50=100_000)).lead == -1


@given(ENDS, ENDS)
def test_the_share_does_not_depend_on_the_order(ours, theirs):
    left, right = editorial(*ours), editorial(*theirs)
    there, back = PayMatch(left, right), PayMatch(right, left)
    assert 0 <= there.overlap_share <= 100
    assert (there.overlap_share, there.gap, there.lead) == (back.overlap_share, back.gap, -back.lead)


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        (quartiles(5, 10, 15), quartiles(12, 22, 30), Verdict.CLEAR),  # 3 of 25 lakh shared
        (quartiles(5, 10, 15, sample_size=12), quartiles(12, 22, 30), Verdict.SEEMS),
        (quartiles(8, 18, 33), quartiles(5, 11, 25), Verdict.TENDS),  # 17 of 28 lakh shared, medians 64 % apart
        (quartiles(8, 18, 33, sample_size=29), quartiles(5, 11, 25), Verdict.NEITHER),
        (quartiles(8, 13, 33), quartiles(5, 11, 25), Verdict.NEITHER),  # medians 18 % apart
        (figure(p50=11 * LAKH), figure(p50=16 * LAKH), Verdict.TENDS),  # medians alone never make it clear
        (figure(p50=11 * LAKH, sample_size=14), figure(p50=16 * LAKH), Verdict.SEEMS),
        (figure(p50=11 * LAKH), figure(p50=12 * LAKH), Verdict.NEITHER),  # 9 % apart
        (editorial(3, 5), editorial(8, 9), Verdict.SEEMS),
        (editorial(6, 30), editorial(7, 35), Verdict.NEITHER),
        (quartiles(1, 10, 11), quartiles(9, 10, 40), Verdict.NEITHER),  # hardly overlapping, but level
    ],
)
def test_a_verdict_is_as_firm_as_its_evidence(left, right, verdict):
    assert PayMatch(left, right).verdict is verdict
    assert PayMatch(right, left).verdict is verdict


def test_editorial_ranges_without_stated_years_are_like_nothing():
    unstated = {"experience_min": None, "experience_max": None}
    pay = compare_pay([editorial(4, 18, **unstated)], [editorial(4, 14, **unstated)])
    assert pay.matches == ()
    assert pay.left.experience == "years not stated"


def test_only_like_is_compared_with_like():
    band = {"experience_min": 0, "experience_max": 2}
    for other in (
        quartiles(5, 10, 15, "Another survey"),
        quartiles(5, 10, 15, **band),
        quartiles(5, 10, 15, place="Pune", is_whole_country=False),
        quartiles(5, 10, 15, period_start=datetime.date(2020, 1, 1)),
    ):
        assert compare_pay([quartiles(4, 8, 12)], [other]).matches == ()
    assert len(compare_pay([quartiles(4, 8, 12)], [quartiles(5, 10, 15)]).matches) == 1


def test_cities_alone_make_no_national_match():
    pune = {"place": "Pune", "is_whole_country": False}
    assert compare_pay([quartiles(4, 8, 12, **pune)], [quartiles(5, 10, 15, **pune)]).matches == ()


def test_small_samples_are_never_compared():
    assert compare_pay([quartiles(4, 8, 12, sample_size=9)], [quartiles(5, 10, 15)]).matches == ()


def test_the_editors_range_leads_and_evidence_follows():
    pay = compare_pay([quartiles(4, 8, 12), editorial(6, 30)], [quartiles(5, 10, 15), editorial(7, 35)])
    assert pay.headline.left.is_editorial
    assert [match.left.source.name for match in pay.evidence] == ["Survey"]


def test_sources_that_point_both_ways_disagree():
    left = [quartiles(4, 8, 12), quartiles(9, 12, 15, "Adverts")]
    right = [quartiles(5, 10, 15), quartiles(5, 6, 7, "Adverts")]
    assert compare_pay(left, right).sources_disagree
    assert not compare_pay(left[:1], right[:1]).sources_disagree


def test_bands_of_one_source_are_no_disagreement():
    band = {"experience_min": 0, "experience_max": 2}
    left = [quartiles(4, 8, 12), quartiles(4, 5, 6, **band)]
    right = [quartiles(5, 10, 15), quartiles(2, 3, 4, **band)]
    pay = compare_pay(left, right)
    assert [match.lead for match in pay.matches] == [1, -1]
    assert not pay.sources_disagree
    assert [match.left.experience for match in pay.by_source] == ["all experience"]
    assert [match.left.experience for match in pay.further] == ["0–2 years"]


def test_each_side_keeps_its_own_best_figure_without_a_match():
    pay = compare_pay([editorial(6, 30)], [quartiles(5, 10, 15)])
    assert pay.headline is None
    assert [f.text for f in pay.glance] == ["₹6L–₹30L", "₹5L–₹15L"]


def test_beginners_pay_is_found():
    band = {"experience_min": 0, "experience_max": 2}
    adverts = {"basis": "advertised", **band}
    pay = compare_pay(
        [quartiles(4, 8, 12), quartiles(2, 3, 4, **band), quartiles(2, 3, 4, "Adverts", **adverts)],
        [quartiles(5, 10, 15), quartiles(3, 4, 5, **band), quartiles(3, 4, 5, "Adverts", **adverts)],
    )
    assert (pay.entry_level.left.source.name, pay.entry_level.left.experience) == ("Adverts", "0–2 years")


def test_the_columns_the_other_way_round_hold_the_same():
    ours = [editorial(6, 30), quartiles(4, 5, 6, place="Pune", is_whole_country=False)]
    theirs = [editorial(7, 35), quartiles(6, 7, 9, place="Pune", is_whole_country=False)]
    pay = compare_pay(ours, theirs)
    mirrored = pay.mirrored
    assert (mirrored.left, mirrored.right) == (pay.right, pay.left)
    assert mirrored.headline.figures == pay.headline.figures[::-1]
    assert mirrored.headline.verdict is pay.headline.verdict
    assert mirrored.places == pay.places == ("Pune",)
    assert mirrored.mirrored == pay
