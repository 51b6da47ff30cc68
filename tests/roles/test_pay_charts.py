import pytest
from hypothesis import given
from hypothesis import strategies as st

from roles.pay import SourceFacts
from roles.salaries.charts import NAME_WIDTH, NOTE_WIDTH, axis, range_chart, ticks
from roles.salaries.groups import PayGroup, PayRow
from tests.roles.test_pay_figures import EDITORIAL, figure

LAKH = 100_000


def group(*figures):
    return PayGroup(tuple(PayRow(one.experience, one) for one in figures))


def quartiles(p25, p50, p75, **given):
    return figure(p25=p25 * LAKH, p50=p50 * LAKH, p75=p75 * LAKH, **given)


@pytest.mark.parametrize(
    ("highest", "step", "top"),
    [
        (90_000, 1, 1),
        (5 * LAKH, 1, 5),
        (5 * LAKH + 1, 2, 6),
        (30 * LAKH, 10, 30),
        (4_700_000, 10, 50),
        (100_000_000, 200, 1000),
    ],
)
def test_an_axis_has_round_steps_and_at_most_five(highest, step, top):
    assert axis(highest) == (step * LAKH, top * LAKH)


@given(st.integers(1, 10**9))
def test_every_axis_reaches_the_highest_and_no_further_than_a_step(highest):
    step, top = axis(highest)
    assert top - step < highest <= top
    assert len(ticks(step, top)) <= 6


def test_ticks_at_the_ends_keep_inside():
    assert [(tick.x, tick.anchor) for tick in ticks(10 * LAKH, 30 * LAKH)] == [
        (0.0, "start"),
        (33.33, "middle"),
        (66.67, "middle"),
        (100.0, "end"),
    ]


def test_bars_lines_and_dots_stand_on_one_axis_in_per_cent():
    wide = quartiles(6, 10, 15, p10=4 * LAKH, p90=20 * LAKH)
    drawn = range_chart([group(wide, quartiles(2, 4, 8))])
    first, second = drawn.groups[0].bars
    # The axis ends at 20 lakh: 6 / 20 = 30 %, (15 − 6) / 20 = 45 %, 10 / 20 = 50 %, 4 / 20 = 20 %.
    assert (first.x, first.width, first.median_x, first.line) == (30.0, 45.0, 50.0, (20.0, 100.0))
    assert (second.x, second.width, second.median_x, second.line) == (10.0, 30.0, 20.0, None)


def test_a_median_alone_is_a_dot_and_an_editors_range_a_bar_without_one():
    drawn = range_chart([group(figure(p25=None, p75=None, p90=2_000_000)), group(EDITORIAL)])
    [dot], [bar] = (one.bars for one in drawn.groups)
    # The axis ends at 30 lakh: 10 / 30 = 33.33 %, 20 / 30 = 66.67 %, 6 / 30 = 20 %, 24 / 30 = 80 %.
    assert (dot.width, dot.median_x, dot.line) == (0.0, 33.33, (33.33, 66.67))
    assert (bar.x, bar.width, bar.median_x) == (20.0, 80.0, None)
    assert drawn.has_estimate


def test_a_single_bar_is_left_to_the_table():
    assert range_chart([group(figure())]) is None
    assert range_chart([]) is None


def test_an_average_alone_is_left_to_the_table():
    average = figure(p25=None, p50=None, p75=None, mean=1_200_000)
    assert range_chart([group(figure()), group(average)]) is None


def test_nothing_overlaps_and_all_of_it_fits():
    source = SourceFacts("A source with quite a long name, which needs a second line, 2022", "long")
    drawn = range_chart(
        [group(quartiles(1, 2, 3, source=source, covers="people of several kinds " * 4), figure()), group(figure())]
    )
    spots = []
    for one in drawn.groups:
        spots += [line.y for line in one.lines] + [y for bar in one.bars for y in (bar.text_y, bar.y + 10)]
    assert spots == sorted(set(spots))
    assert max(spots) < drawn.axis_y < drawn.tick_text_y < drawn.height
    assert all(len(line.text) <= (NAME_WIDTH if line.is_name else NOTE_WIDTH) for line in drawn.groups[0].lines)
    assert sum(line.is_name for line in drawn.groups[0].lines) == 2


def test_a_chart_of_one_source_needs_no_names():
    drawn = range_chart([group(figure(), figure(sample_size=90))], is_named=False)
    assert drawn.groups[0].lines == ()


AMOUNT = st.integers(1, 10**8)


@given(st.lists(st.lists(AMOUNT, min_size=5, max_size=5).map(sorted), min_size=2, max_size=6))
def test_every_shape_lies_on_the_axis(rows):
    names = ("p10", "p25", "p50", "p75", "p90")
    drawn = range_chart([group(*(figure(**dict(zip(names, row, strict=True))) for row in rows))])
    for bar in drawn.groups[0].bars:
        assert 0 <= bar.x <= bar.median_x <= bar.x + bar.width + 0.01 <= 100.02
        assert bar.line is None or 0 <= bar.line[0] <= bar.x <= bar.line[1] <= 100
