"""What an employer asks, as boxes, and what was answered, as words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobs.models import JobQuestion
from profiles.applying.questions import ApplyForm, field_of, typed_again


def question(kind: str, key: int = 1, *, choices: str = "", is_required: bool = True) -> JobQuestion:
    return JobQuestion(pk=key, words="How many?", kind=kind, choices=choices, is_required=is_required)


def form(asked: JobQuestion, answer: str | None) -> ApplyForm:
    typed = {"variant": "two"} | ({} if answer is None else {f"question_{asked.pk}": answer})
    return ApplyForm([asked], True, typed)


@pytest.mark.parametrize(
    ("kind", "choices", "typed", "said"),
    [
        ("short", "", "  Two \x00 weeks ", "Two weeks"),
        ("short", "", "  Two   weeks ", "Two weeks"),
        ("short", "", "x" * 301, None),
        ("short", "", "", None),
        ("long", "", "One\r\n\r\n\r\n\r\ntwo", "One\n\ntwo"),
        ("long", "", "x" * 4001, None),
        ("yes_no", "", "Yes", "Yes"),
        ("yes_no", "", "Maybe", None),
        ("number", "", "12", "12"),
        ("number", "", "4.50", "4.50"),
        ("number", "", "NaN", None),
        ("number", "", "1e400", None),
        ("number", "", "many", None),
        ("choice", "Pune\n Mumbai \n\nPune", "Mumbai", "Mumbai"),
        ("choice", "Pune\nMumbai", "Delhi", None),
    ],
)
def test_an_answer_is_taken_or_refused(kind, choices, typed, said):
    filled = form(question(kind, choices=choices), typed)
    assert filled.is_valid() is (said is not None)
    if said is not None:
        assert filled.answers == [{"question": 1, "words": "How many?", "answer": said}]


@pytest.mark.parametrize("kind", ["short", "long", "yes_no", "number", "choice"])
def test_what_need_not_be_answered_may_stay_empty(kind):
    choices = "Pune\nMumbai" if kind == "choice" else ""
    filled = form(question(kind, choices=choices, is_required=False), None)
    assert filled.is_valid()
    assert filled.answers[0]["answer"] == ""
    assert not form(question(kind, choices=choices), None).is_valid()


def test_answers_to_choose_from_are_each_offered_once():
    asked = question("choice", choices="Pune\n Mumbai \n\nPune")
    assert [value for value, _ in field_of(asked).choices] == ["Pune", "Mumbai"]


def test_a_resume_for_the_job_is_offered_only_where_it_is_known_what_the_job_asks():
    assert not ApplyForm([], False, {"variant": "tailored"}).is_valid()
    assert ApplyForm([], True, {"variant": "tailored"}).is_valid()
    assert not ApplyForm([], True, {}).is_valid()


@given(st.sampled_from(["short", "long", "number"]), st.text(max_size=60))
def test_what_was_answered_can_be_sent_again_as_it_is(kind, typed):
    """Else a change of the profile between looking and sending would change an answer."""
    first = form(question(kind), typed)
    if first.is_valid():
        again = ApplyForm([question(kind)], True, typed_again("two", first.answers))
        assert again.is_valid()
        assert again.answers == first.answers
