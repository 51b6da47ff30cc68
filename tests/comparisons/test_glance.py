from comparisons.glance import glance
from tests.comparisons.facts import editorial, quartiles, role

FACTS = {
    "question": "Why?",
    "output": "a report",
    "measured_by": "late reports",
    "works_with": "sales",
    "typical_day": "It starts early.",
    "education": "Any degree",
    "experience_min": 1,
    "experience_max": 8,
    "ceiling": "Head, from year 9 on",
}


def test_each_fact_of_both_is_a_row_in_the_roles_order():
    rows = glance([role("Analyst", **FACTS), role("Baker", **FACTS | {"output": "bread"})], [None, None])
    assert [row.key for row in rows] == [
        "question", "output", "measured", "colleagues", "day", "education", "experience", "ceiling",
    ]  # fmt: skip
    assert rows[1].cells == ("A report", "Bread")
    assert rows[6].cells == ("1–8 years", "1–8 years")


def test_equal_facts_are_said_to_be_equal_and_others_not():
    rows = glance([role("Analyst", **FACTS), role("Baker", **FACTS | {"output": "bread"})], [None, None])
    assert [row.key for row in rows if not row.is_same] == ["output"]


def test_equal_pay_of_unequal_kind_is_not_the_same():
    [same] = glance([role("A"), role("B")], [editorial(6, 30), editorial(6, 30)])
    [other] = glance([role("A"), role("B")], [editorial(6, 30), quartiles(6, 20, 30)])
    assert (same.is_same, other.is_same) == (True, False)
    assert same.noted[0] == ("₹6L–₹30L", "a year, 1–8 years. OnJob editorial range")


def test_a_fact_that_one_role_lacks_makes_no_row_but_unknown_pay_is_said():
    rows = glance([role("A", question="Why?"), role("B")], [editorial(6, 30), None])
    assert [row.cells for row in rows] == [("₹6L–₹30L", "Not known")]
    assert glance([role("A"), role("B")], [None, None]) == ()


def test_three_roles_have_three_cells():
    [row] = glance([role("A", question="Why?"), role("B", question="Who?"), role("C", question="Why?")], [None] * 3)
    assert row.cells == ("Why?", "Who?", "Why?")
    assert not row.is_same
