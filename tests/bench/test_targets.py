"""What the bench makes of its measurements: pure."""

from dataclasses import replace

import pytest

from bench.load import percentile, read_wrk
from bench.pages import ONE, distinct, paths, slices
from bench.plans import full_scans, rows_touched, wide_step
from bench.report import markdown, summary
from bench.targets import Measured, Memory, all_targets, growth, targets

GOOD = Measured(
    database="sqlite",
    roles=1_000,
    page_ms=4.0,
    floor_ms=1.0,
    size=50_000,
    queries=9,
    p50=5.0,
    p99=7.5,
    constant=1000.0,
    cached=850.0,
    unchanged=900.0,
    static=10_000.0,
    front=8_000.0,
    static_packed=10_000.0,
    front_packed=8_000.0,
    hits=100.0,
    variants=("br", "gzip"),
    growing=(),
    memory=Memory(10_000, 90.0, 88.0, 200_000, 93.0),
)
WRK = """Running 2s test @ http://127.0.0.1:1/
  1 threads and 8 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency     3.77ms    5.04ms  67.97ms   99.50%
  Latency Distribution
     50%    2.91ms
     75%    3.65ms
     99%    1.02s
  5149 requests in 2.00s, 240.63MB read
  Socket errors: connect 0, read 1, write 0, timeout 2
  Non-2xx or 3xx responses: 4
Requests/sec:   2574.11
"""


def missed(measured: Measured) -> set[str]:
    return {target.name for target in targets(measured, measured.floor_ms) if not target.is_met}


def test_what_just_reaches_every_target_misses_none():
    assert missed(GOOD) == set()


@pytest.mark.parametrize(
    ("worse", "name"),
    [
        ({"page_ms": 4.01}, "uncached comparison: CPU to the replay floor"),
        ({"p99": 7.6}, "the same: p99 to p50, one connection"),
        ({"cached": 849.0}, "cached page to a constant view"),
        ({"unchanged": None}, "304 to a constant view"),
        ({"unchanged": 899.0}, "304 to a constant view"),
        ({"front": 7_999.0}, "nginx’s cache to a file"),
        ({"front_packed": None}, "the same, compressed"),
        ({"hits": 99.9}, "requests that nginx’s cache answered"),
        ({"variants": ("gzip",)}, "compressed pages kept"),
        ({"growing": ("SCAN roles_role",)}, "queries of the page that grow"),
        ({"memory": Memory(10_000, 90.1, 88, 200_000, 88)}, "peak memory of a worker after 10,000 distinct pages"),
        ({"memory": Memory(9_999, 80, 80, 200_000, 80)}, "peak memory of a worker after 9,999 distinct pages"),
        ({"memory": Memory(10_000, 80, 80, 200_000, 85.1)}, "its growth over 200,000 more requests"),
        ({"memory": Memory(10_000, 80, 80, 199_999, 80)}, "its growth over 199,999 more requests"),
    ],
)
def test_each_target_can_be_missed(worse, name):
    assert missed(replace(GOOD, **worse)) == {name}


def test_growth_holds_times_and_rates_against_the_smaller_catalogue():
    large = replace(GOOD, roles=5_000, page_ms=4.4, p99=8.25, cached=773.0, front=7_273.0)  # each just within 1.1×
    assert all(target.is_met for target in growth(GOOD, large))
    worse = replace(GOOD, roles=5_000, page_ms=4.5, p99=8.4, cached=770.0, front=7_200.0)
    assert not any(target.is_met for target in growth(GOOD, worse))


def test_databases_are_never_compared_with_each_other():
    runs = [GOOD, replace(GOOD, roles=5_000), replace(GOOD, database="postgres")]
    headings = [heading for heading, _ in all_targets(runs)]
    assert headings == ["sqlite, 1,000 roles", "sqlite, 5,000 roles", "postgres, 1,000 roles", "sqlite, growth"]


def test_plans_of_a_small_catalogue_say_nothing():
    assert missed(replace(GOOD, roles=120, growing=("SCAN roles_role",))) == set()


def test_the_report_says_what_was_missed():
    runs = [replace(GOOD, page_ms=9.0)]
    assert "1 missed." in summary(runs)
    assert (
        "| uncached comparison: CPU to the replay floor | ≤ 4× | 9.00× (9.0 against 1.00 ms) | **missed** |"
        in markdown(runs, 60.0)
    )


# --- Requests


def test_wrk_is_read_with_its_units_and_errors():
    rate = read_wrk(WRK)
    assert (rate.per_second, rate.p50_ms, rate.p99_ms, rate.errors) == (2574.11, 2.91, 1020.0, 7)


@pytest.mark.parametrize(("per_cent", "value"), [(50, 50), (99, 99), (100, 100), (1, 1)])
def test_percentile_is_the_value_that_so_many_do_not_exceed(per_cent, value):
    assert percentile(range(100, 0, -1), per_cent) == value


def test_no_page_is_asked_for_twice():
    slugs = [*(f"role-{number}" for number in range(8)), "data-scientist", "ml-engineer"]
    every = paths(slugs)
    assert len(set(every)) == len(every) == 44  # 10 × 9 ÷ 2, without the one that is asked for again and again
    assert ONE not in every
    parts = list(slices(every, 10))
    assert [len(part) for part in parts] == [10] * 4
    assert len({path for part in parts for path in part}) == 40
    assert paths(slugs) == every
    assert len(set(distinct(slugs, 80))) == 80


# --- Plans


@pytest.mark.parametrize(
    ("step", "is_wide"),
    [
        ("SCAN roles_role", True),
        ("SCAN U0 USING COVERING INDEX x", True),
        ("SEARCH roles_role USING INDEX role_status_name (status=?)", True),
        ("SEARCH roles_role USING INDEX roles_role_slug (slug=?)", False),
        ("SEARCH roles_role USING INTEGER PRIMARY KEY (rowid=?)", False),
        ("SCAN roles_source", False),
        ("USE TEMP B-TREE FOR ORDER BY", False),
    ],
)
def test_steps_that_go_through_a_large_table_are_found(step, is_wide):
    sizes = {"roles_role": 5_000, "comparisons_pair": 90_000, "roles_source": 18}
    assert wide_step(step, {"U0": "comparisons_pair"}, sizes) is is_wide


def test_rows_are_counted_in_all_loops_with_those_thrown_away():
    scan = {"Node Type": "Index Scan", "Relation Name": "roles_role", "Actual Rows": 2, "Actual Loops": 30}
    full = {"Node Type": "Parallel Seq Scan", "Relation Name": "roles_skill", "Actual Rows": 1, "Actual Loops": 1}
    full["Rows Removed by Filter"] = 756
    plan = {"Node Type": "Nested Loop", "Actual Rows": 999, "Plans": [scan, full]}
    assert rows_touched(plan) == 60 + 757
    assert full_scans(plan) == ["roles_skill"]


def test_postgres_is_held_against_the_floor_of_sqlite_and_says_its_own():
    postgres = replace(GOOD, database="postgres", page_ms=3.9, floor_ms=0.75)
    _, of_postgres = all_targets([GOOD, postgres])[1]
    assert of_postgres[0].is_met
    assert of_postgres[0].found == "3.90× (3.9 against 1.00 ms; 5.20× of its own 0.75 ms)"
