import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.charts import HEIGHT, WIDTH, lens_area, overlap_chart, pay_chart
from tests.comparisons.facts import comparison, editorial, figure, quartiles

COUNT = st.integers(0, 60)


def test_circles_that_all_but_touch_inside_still_have_an_area():
    """Rounding takes the cosine of an angle a hair past 1."""
    assert lens_area(18.6, 82.0, 63.400000000000006) == pytest.approx(math.pi * 18.6**2)


def chart(left_pay, right_pay):
    return pay_chart(comparison(left_pay=left_pay, right_pay=right_pay))


@given(COUNT, COUNT, COUNT)
def test_the_circles_show_the_counts_to_scale_and_stay_in_the_picture(left, shared, right):
    drawn = overlap_chart(left, shared, right)
    if not (left + shared and right + shared):
        assert drawn is None
        return
    unit = math.pi * drawn.left_r**2 / (left + shared)
    assert math.pi * drawn.right_r**2 / (right + shared) == pytest.approx(unit, rel=0.1)
    lens = lens_area(drawn.left_r, drawn.right_r, drawn.right_x - drawn.left_x)
    assert lens == pytest.approx(shared * unit, rel=0.05, abs=60)  # coordinates are rounded to 0.1
    assert drawn.left_x - drawn.left_r >= -0.1
    assert drawn.right_x + drawn.right_r <= WIDTH + 0.1
    assert max(drawn.left_r, drawn.right_r) * 2 <= HEIGHT


def test_the_lens_of_two_circles():
    # Unit circles through each other's centre share 2π/3 − √3/2; a circle inside another is the lens itself.
    assert lens_area(1, 1, 1) == pytest.approx(2 * math.pi / 3 - math.sqrt(3) / 2)
    assert lens_area(1, 1, 2) == 0
    assert lens_area(2, 1, 0.5) == pytest.approx(math.pi)


def test_bars_stand_on_one_axis_in_per_cent():
    drawn = chart([editorial(6, 30)], [editorial(7, 35)])
    left, right = drawn.rows[0].bars
    # The axis ends at 40 lakh: 6 / 40 = 15 %, (30 - 6) / 40 = 60 %.
    assert (left.x, left.width, left.median_x) == (15.0, 60.0, None)
    assert (right.x, right.width) == (17.5, 70.0)
    assert [tick.rupees for tick in drawn.ticks] == [0, 1_000_000, 2_000_000, 3_000_000, 4_000_000]


def test_a_median_alone_is_a_dot_without_a_bar():
    drawn = chart([figure(p50=1_100_000)], [figure(p50=1_600_000)])
    assert [(bar.width, bar.median_x) for bar in drawn.rows[0].bars] == [(0.0, 55.0), (0.0, 80.0)]


def test_every_bar_lies_on_the_axis():
    drawn = chart([quartiles(4, 8, 12)], [quartiles(90, 95, 99)])
    assert all(bar.x >= 0 and bar.x + bar.width <= 100 for row in drawn.rows for bar in row.bars)
    assert len(drawn.ticks) <= 6


def test_without_a_match_there_is_no_chart():
    assert chart([editorial(6, 30)], []) is None
