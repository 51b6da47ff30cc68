from dataclasses import dataclass

from comparisons.changes import changes
from roles.facts import RoleFacts
from tests.comparisons.facts import role

A, B, C = role("Analyst"), role("Baker"), role("Cook")


@dataclass
class Column:
    role: RoleFacts


def changed(*roles: RoleFacts):
    return changes([Column(one) for one in roles])


def test_one_of_three_can_go_and_the_other_two_have_a_page():
    assert [change.without_path for change in changed(A, B, C)] == [
        "/compare-roles/baker-vs-cook/",
        "/compare-roles/analyst-vs-cook/",
        "/compare-roles/analyst-vs-baker/",
    ]


def test_of_two_none_can_go():
    assert [change.without_path for change in changed(A, B)] == ["", ""]


def test_who_is_replaced_leaves_the_others_in_their_order():
    assert [change.others for change in changed(C, A, B)] == [(A, B), (C, B), (C, A)]


def test_another_first_column_is_asked_for_unless_it_is_first_anyway():
    asked = ["/compare-roles/analyst-vs-baker/", "/compare-roles/analyst-vs-baker/?first=baker"]
    assert [change.first_path for change in changed(A, B)] == asked
    assert [change.first_path for change in changed(B, A)] == asked[::-1]
