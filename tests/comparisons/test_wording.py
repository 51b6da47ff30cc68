from dataclasses import replace

import pytest

from comparisons import wording
from comparisons.pay import PayMatch, PayQuestion, compare_pay
from comparisons.work import compare_work
from roles.facts import Duty
from tests.comparisons.facts import Link, comparison, editorial, figure, quartiles, role, row


def pay(left, right, **roles) -> str:
    return wording.pay_answer(comparison(left_pay=left, right_pay=right, **roles))


YEARS = {"experience_min": 1, "experience_max": 8}


def test_overlapping_editorial_ranges_are_told_by_their_ends():
    assert pay([editorial(6, 30, **YEARS)], [editorial(7, 35, **YEARS)]) == (
        "Neither clearly pays more. By our editorial ranges (1–8 years), ₹6L–₹30L and ₹7L–₹35L share 79% of all they "
        "span; the top end is ₹5 lakh higher for Machine Learning Engineers."
    )


def test_equal_tops_are_told_by_the_low_end():
    answer = pay([editorial(6, 30, **YEARS)], [editorial(7, 30, **YEARS)])
    assert answer.endswith("the low end is ₹1 lakh higher for Machine Learning Engineers.")


def test_equal_ranges_are_said_to_be_equal():
    assert "both ranges are ₹6L–₹30L" in pay([editorial(6, 30)], [editorial(6, 30)])


def test_measured_ranges_are_told_by_their_medians():
    assert pay([quartiles(5, 10, 15)], [quartiles(12, 22, 30)]) == (
        "Machine Learning Engineers are paid more. By Survey (all experience), ₹5L–₹15L and ₹12L–₹30L share only 12% "
        "of all they span; the medians are ₹10 lakh and ₹22 lakh, 120% apart."
    )


def test_overlapping_ranges_with_medians_well_apart_lean_to_one_role():
    # 7 of 18 lakh apart: 64 %; 25 - 8 = 17 of 33 - 5 = 28 lakh shared: 60 %.
    assert pay([quartiles(8, 18, 33)], [quartiles(5, 11, 25)]) == (
        "Data Scientists tend to be paid more. By Survey (all experience), ₹8L–₹33L and ₹5L–₹25L share 60% of all they "
        "span; the medians are ₹18 lakh and ₹11 lakh, 64% apart."
    )
    few = pay([quartiles(8, 18, 33, sample_size=29)], [quartiles(5, 11, 25)])
    assert few.startswith("Neither clearly pays more.")
    near = pay([quartiles(8, 13, 33)], [quartiles(5, 11, 25)])
    assert near.startswith("Neither clearly pays more.")  # 2 / 11 = 18 %


def test_a_verdict_on_beginners_says_so():
    band = {"experience_min": 0, "experience_max": 2}
    answer = pay([quartiles(3, 5, 7, **band)], [quartiles(3, 4, 6, **band)])
    assert answer.startswith(
        "Data Scientists tend to be paid more at the start; of later years we know nothing on the same terms. "
        "By Survey (0–2 years), "
    )


def test_a_difference_from_few_answers_is_only_suggested():
    answer = pay([quartiles(20, 22, 30, sample_size=12)], [quartiles(5, 10, 15, sample_size=400)])
    assert answer.startswith("Data Scientists seem to be paid more.")
    assert answer.endswith("Few answers stand behind it: 12 and 400.")


def test_an_editors_difference_is_only_suggested():
    answer = pay([editorial(3, 5)], [editorial(8, 9)])
    assert answer.startswith("Machine Learning Engineers seem to be paid more.")
    assert answer.endswith("That is an editor’s estimate, without a sample.")
    assert "₹3L–₹5L and ₹8L–₹9L don’t overlap" in answer


def test_an_answer_that_another_source_contradicts_says_so():
    left, right = [quartiles(3, 5, 7, sample_size=900)], [quartiles(8, 9, 12, sample_size=900)]
    assert not pay(left, right).endswith("Not all sources agree.")
    against = [quartiles(9, 12, 15, "Adverts")], [quartiles(5, 6, 7, "Adverts")]
    answer = pay(left + against[0], right + against[1])
    assert answer.startswith("Machine Learning Engineers are paid more. By Survey")
    assert answer.endswith("Not all sources agree.")


def test_medians_alone_are_compared_as_medians():
    answer = pay([figure(p50=1_100_000)], [figure(p50=1_600_000)])
    assert "the medians are ₹11 lakh and ₹16 lakh, 45% apart" in answer
    assert "both medians are ₹4 lakh" in pay([figure(p50=400_000)], [figure(p50=402_000)])
    assert "level within 5%" in pay([figure(p50=1_100_000)], [figure(p50=1_110_000)])


def test_without_like_for_like_nothing_is_claimed():
    assert pay([editorial(6, 30)], [quartiles(5, 10, 15)]).startswith("No source gives both on the same terms")
    assert "no pay figure for Machine Learning Engineers" in pay([editorial(6, 30)], [])
    assert "no pay figure for Data Scientists" in pay([], [editorial(6, 30)])
    assert pay([], []) == "We know no pay figure for either that we would stand behind."


def test_a_verdict_on_a_city_names_it():
    city = {"place": "Pune", "is_whole_country": False}
    facts = comparison()
    asked = compare_pay([quartiles(3, 5, 7, **city)], [quartiles(3, 5, 7, **city)], asked=PayQuestion("Pune"))
    assert wording.pay_answer(replace(facts, pay=asked)).endswith(
        "By Survey (all experience, Pune), both ranges are ₹3L–₹7L."
    )


def test_what_is_asked_of_pay_is_said():
    assert wording.asked_for(PayQuestion()) == "all of India"
    assert wording.asked_for(PayQuestion("Pune", 1)) == "Pune, with 1 year of experience"
    assert wording.asked_for(PayQuestion(years=2.5)) == "all of India, with 2.5 years of experience"


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        (quartiles(8, 18, 33), quartiles(5, 12, 25), ("50% more", "–")),
        (quartiles(5, 12, 25), quartiles(8, 18, 33), ("–", "50% more")),
        (quartiles(5, 12, 25), quartiles(5, 12, 25), ("level", "level")),
        (editorial(6, 30), editorial(7, 35), ("–", "17% more in the middle")),  # 21 and 18 lakh
    ],
)
def test_a_gap_stands_under_the_higher_figure(left, right, words):
    assert wording.gaps(PayMatch(left, right)) == words


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        # 100 of 200, 140 of 200, 0 of 100 points
        ([row("a", "core", "core"), row("b", "", "core")], "a moderate step: 50% of its core comes along; b is new."),
        (
            [row("a", "core", "core", 90, 70), row("c", "", "core", 0, 20), row("d", "", "core", 0, 10)],
            "a near move: 70% of its core comes along; c and d are new.",
        ),
        (
            [row("a", "core", "core")],
            "a near move: 100% of its core comes along, and nothing at the core is wholly new.",
        ),
        ([row("a", "", "core")], "a far jump: 0% of its core comes along; a is new."),
        ([row("a", "core")], ""),
    ],
)
def test_a_switch_is_graded_never_called_realistic(rows, sentence):
    there, _ = comparison(*rows).switches
    assert wording.switch_answer(there) == sentence


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([row("a", "core", "core"), row("b", "core")], "67% of what the two ask for is the same; a is core for both."),
        ([row("a", "core", "secondary")], "100% of what the two ask for is the same, but no skill is core for both."),
        ([row("a", "core"), row("b", "", "core")], "No skill is asked of both."),
    ],
)
def test_what_both_ask_for_is_one_number(rows, sentence):
    assert wording.overlap_answer(comparison(*rows)) == sentence


def test_shared_work_is_named_and_unknown_work_is_not_denied():
    tests = Duty("Run tests", "running tests", "tests", "A/B tests")
    other = Duty("Call people", "calling people", "calls", "customer calls")
    assert wording.work_answer(compare_work((tests, other), (tests,))) == "Both spend time on A/B tests."
    assert wording.work_answer(compare_work((tests,), (other,))) == "No kind of work is typical of both."
    assert wording.work_answer(compare_work((tests,), (Duty("Call", "calling people"),))) == ""


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        (Link("a", "b", 60, 60, "both draw charts"), "to 60%: both draw charts"),
        (Link("a", "b", 40, 60, "both draw charts"), "to 40–60%: both draw charts"),
        (Link("a", "b", 50, 100, ""), "one is a part of the other"),
        (Link("a", "b", 100, 50, ""), "one is a part of the other"),
    ],
)
def test_near_skills_say_how_far_and_why(link, reason):
    [pair] = comparison(row("a", "core"), row("b", "", "core"), links=[link]).skills.near
    assert wording.near_reason(pair) == reason


def test_skills_are_named_as_in_a_sentence():
    skills = comparison(row("a", "core", "core"), row("b", "core", "core"), row("c", "core", "core")).skills.core_both
    assert wording.names(skills) == "a, b and c"
    assert wording.names(skills, 1) == "a and 2 more"


def test_titles_and_descriptions_keep_their_limits():
    long = comparison(
        left=role("Senior Customer Success and Support Manager"), right=role("Digital Marketing Executive")
    )
    for facts in (comparison(), long):
        assert len(wording.title(facts)) <= 60
        assert len(wording.description(facts)) <= 155
    assert wording.title(comparison()) == "Data Scientist vs Machine Learning Engineer: the difference"
