"""Where an application may go, and what is said to come next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profiles.applying.states import ANSWERS, FIRST, STATES_OF, By, State, Way, next_states
from profiles.applying.wording import CLOSED, NOBODY, next_step

ways, people = st.sampled_from(list(Way)), st.sampled_from(list(By))


@pytest.mark.parametrize(
    ("way", "state", "by", "expected"),
    [
        ("here", "sent", By.DESK, ["seen", "shortlisted", "declined", "hired"]),
        ("here", "seen", By.DESK, ["shortlisted", "declined", "hired"]),
        ("here", "declined", By.DESK, ["seen", "shortlisted", "hired"]),  # an employer may think again
        ("here", "withdrawn", By.DESK, []),
        ("here", "sent", By.YOU, ["withdrawn"]),
        ("here", "shortlisted", By.YOU, ["withdrawn"]),
        ("here", "hired", By.YOU, ["withdrawn"]),
        ("here", "withdrawn", By.YOU, []),
        ("elsewhere", "noted", By.YOU, ["seen", "shortlisted", "declined", "hired", "withdrawn"]),
        ("elsewhere", "shortlisted", By.YOU, ["seen", "declined", "hired", "withdrawn"]),
        ("elsewhere", "noted", By.DESK, []),  # what somebody notes is their own
    ],
)
def test_where_it_may_go(way, state, by, expected):
    assert list(next_states(way, state, by)) == expected


@given(ways, people, st.data())
def test_every_walk_stays_within_its_way_and_only_its_owner_withdraws(way, by, data):
    state = FIRST[way]
    for _ in range(6):
        states = next_states(way, state, by)
        assert state not in states
        assert set(states) <= set(STATES_OF[way])
        assert by == By.YOU or State.WITHDRAWN not in states
        assert FIRST[way] not in states
        if not states:
            return
        state = data.draw(st.sampled_from(states))


@given(st.sampled_from([(way, state) for way in Way for state in STATES_OF[way]]), st.booleans(), st.booleans())
def test_every_state_has_a_next_step(found, is_job_open, is_sample):
    step = next_step(*found, is_job_open=is_job_open, is_sample=is_sample)
    assert step.endswith(".")
    assert len(step) < 120


@pytest.mark.parametrize("state", ["sent", "seen"])
def test_a_closed_job_without_an_answer_is_said_to_be_over(state):
    assert next_step("here", state, is_job_open=False) == CLOSED
    assert next_step("here", state, is_job_open=True) != CLOSED


@pytest.mark.parametrize("state", ANSWERS[1:])
def test_an_answer_stays_when_the_job_closes(state):
    assert next_step("here", state, is_job_open=False) == next_step("here", state, is_job_open=True)


def test_an_invented_job_promises_nothing():
    assert next_step("here", "sent", is_job_open=True, is_sample=True) == NOBODY
