from hypothesis import given
from hypothesis import strategies as st

from comparisons.work import compare_work
from roles.facts import Duty

DUTY = st.builds(
    lambda number, kind: Duty(f"Do {number}", f"doing {number}", kind, kind and f"{kind} work"),
    st.integers(0, 999),
    st.sampled_from(["tests", "calls", "reports", ""]),
)
DUTIES = st.lists(DUTY, max_size=6, unique_by=lambda duty: duty.text).map(tuple)


def duty(text: str, kind: str = "") -> Duty:
    return Duty(text, f"doing {text}", kind, f"{kind} work")


def test_duties_of_one_kind_stand_side_by_side_and_the_rest_apart():
    work = compare_work(
        (duty("Frame"), duty("Run A/B tests", "tests"), duty("Plan tests", "tests"), duty("Call", "calls")),
        (duty("Split traffic", "tests"), duty("Ship"), duty("Frame more")),
    )
    [shared] = work.shared
    assert shared.name == "tests work"
    assert [d.text for d in shared.left] == ["Run A/B tests", "Plan tests"]
    assert [d.text for d in shared.right] == ["Split traffic"]
    assert [d.text for d in work.left] == ["Frame", "Call"]
    assert [d.text for d in work.right] == ["Ship", "Frame more"]


def test_duties_without_a_kind_are_never_shared():
    work = compare_work((duty("Frame"),), (duty("Frame"),))
    assert (work.shared, len(work.left), len(work.right)) == ((), 1, 1)


@given(DUTIES, DUTIES)
def test_every_duty_stands_once(left, right):
    work = compare_work(left, right)
    assert sorted(d.text for s in work.shared for d in s.left) + sorted(d.text for d in work.left) != [] or not left
    assert sorted([d.text for s in work.shared for d in s.left] + [d.text for d in work.left]) == sorted(
        d.text for d in left
    )
    assert sorted([d.text for s in work.shared for d in s.right] + [d.text for d in work.right]) == sorted(
        d.text for d in right
    )
    assert {d.kind for d in work.left}.isdisjoint({d.kind for d in work.right} - {""})
