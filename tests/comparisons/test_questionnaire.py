from hypothesis import given
from hypothesis import strategies as st

from comparisons import wording
from comparisons.questionnaire import Part, answer, skill_options, work_options
from roles.facts import Duty
from tests.comparisons.facts import Link, comparison, role, row
from tests.comparisons.test_compare import linked_rows, slugs

TESTS = Duty("Run tests", "running tests", "tests", "A/B tests")
CALLS = Duty("Call people", "calling people", "calls", "customer calls")
LOOSE = Duty("Plan", "planning things")
PARTS = [Part("docker-and-kubernetes", "docker", "Docker"), Part("docker-and-kubernetes", "kubernetes", "Kubernetes")]


def facts():
    return comparison(
        row("python", "core", "core", 90, 60),
        row("tableau", "core", left_importance=60),
        row("power-bi", "", "core", right_importance=40),
        row("docker-and-kubernetes", "", "core", right_importance=100),
        row("excel", "secondary"),
        left=role("Analyst", duties=(TESTS, LOOSE)),
        right=role("Developer", duties=(TESTS, CALLS)),
        links=[Link("tableau", "power-bi", 60, 50)],
    )


def ask(*have: str, like: tuple[str, ...] = ()):
    return answer(facts(), PARTS, have, like)


def test_what_can_be_ticked_is_core_or_near_or_a_part_and_kinds_of_work():
    skills = skill_options(facts(), PARTS, {"docker"})
    assert [(option.name, option.is_ticked) for option in skills] == [
        ("Docker", True),
        ("Docker-and-kubernetes", False),
        ("Kubernetes", False),
        ("Power-bi", False),
        ("Python", False),
        ("Tableau", False),
    ]
    assert [(option.name, option.is_ticked) for option in work_options(facts(), {"calls"})] == [
        ("A/B tests", False),
        ("customer calls", True),
    ]


def test_points_are_the_importance_of_core_skills_that_are_ticked():
    left, right = ask("python").sides
    assert (left.skill_points, right.skill_points) == (60, 30)  # 90 of 150, 60 of 200
    assert (slugs(left.have), slugs(left.missing)) == (["python"], ["tableau"])
    assert slugs(right.missing) == ["docker-and-kubernetes", "power-bi"]


def test_a_part_gives_half_of_its_bundle_and_all_parts_the_whole():
    half, whole = ask("docker").right, ask("docker", "kubernetes").right
    assert (half.skill_points, slugs(half.in_part)) == (25, ["docker-and-kubernetes"])  # 50 of 200
    assert (whole.skill_points, slugs(whole.have)) == (50, ["docker-and-kubernetes"])


def test_a_near_equivalent_gives_what_the_table_says():
    right = ask("tableau").right
    assert (right.skill_points, slugs(right.in_part)) == (12, ["power-bi"])  # 60 % of 40 are 24 of 200
    assert ask("power-bi").left.skill_points == 20  # 50 % of 60 are 30 of 150


def test_work_is_counted_among_duties_whose_kind_is_known():
    left, right = ask(like=("tests",)).sides
    assert (left.work_points, right.work_points) == (100, 50)
    assert (left.liked, right.unloved) == ((TESTS,), (CALLS,))
    assert right.known_count == 2


def test_nothing_to_count_is_not_nothing():
    bare = answer(comparison(left=role("A", duties=(LOOSE,)), right=role("B", duties=())), [], (), ())
    assert [(side.skill_points, side.work_points) for side in bare.sides] == [(None, None), (None, None)]


def test_the_answer_says_where_skills_and_work_point():
    assert wording.fit_answer(ask("tableau", "python", like=("tests",))) == (
        "By your skills and by the work you like, Analyst suits you better."
    )
    assert wording.fit_answer(ask("docker", "kubernetes", like=("tests",))) == (
        "Your skills point to Developer, the work you like to Analyst. Skills can be learnt."
    )
    assert (
        wording.fit_answer(ask("python"))
        == "By your skills, Analyst suits you better; by the work you like the two are level."
    )
    assert wording.fit_answer(ask(like=("calls",))) == (
        "By the work you like, Developer suits you better; by your skills the two are level."
    )
    assert (
        wording.fit_answer(ask("excel")) == "Neither suits you clearly better: by skills and by work the two are level."
    )


@given(linked_rows(), st.data())
def test_one_more_tick_never_takes_away(drawn, data):
    rows, links = drawn
    pair = comparison(*rows, links=links)
    every = [r.slug for r in rows]
    have = data.draw(st.sets(st.sampled_from(every))) if every else set()
    for more in every:
        before, after = answer(pair, [], have, ()), answer(pair, [], have | {more}, ())
        for one, other in zip(before.sides, after.sides, strict=True):
            assert (one.skill_points or 0) <= (other.skill_points or 0) <= 100


@given(linked_rows())
def test_who_has_everything_has_all_the_points(drawn):
    rows, links = drawn
    sides = answer(comparison(*rows, links=links), [], {r.slug for r in rows}, ()).sides
    assert {side.skill_points for side in sides} <= {100, None}
    assert all(not side.missing and not side.in_part for side in sides)
