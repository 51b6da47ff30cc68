from hypothesis import given
from hypothesis import strategies as st

from tests.comparisons.facts import DS, MLE, comparison, role, row

KIND = st.sampled_from(["core", "secondary", ""])
ROWS = st.lists(
    st.builds(row, st.from_regex(r"[a-z]{1,6}", fullmatch=True), KIND, KIND, st.integers(1, 100), st.integers(1, 100)),
    unique_by=lambda r: r.slug,
).map(lambda rows: [r for r in rows if r.left_kind or r.right_kind])


def slugs(skills) -> list[str]:
    return [skill.slug for skill in skills]


def test_each_skill_lands_in_the_group_that_is_true_of_it():
    facts = comparison(
        row("python", "core", "core"),
        row("statistics", "core", "secondary"),
        row("cloud", "secondary", "core"),
        row("numpy", "secondary", "secondary"),
        row("sas", "core"),
        row("r", "secondary"),
        row("mlops", "", "core"),
        row("cpp", "", "secondary"),
    )
    assert slugs(facts.core_both) == ["python"]
    assert slugs(facts.secondary_both) == ["numpy"]
    assert slugs(facts.left.skills.core_used_by_other) == ["statistics"]
    assert slugs(facts.right.skills.core_used_by_other) == ["cloud"]
    assert slugs(facts.left.skills.only) == ["sas", "r"]
    assert slugs(facts.right.skills.only) == ["mlops", "cpp"]
    assert (facts.shared_count, facts.all_count) == (4, 8)


def test_shared_skills_come_most_important_first_then_by_name():
    facts = comparison(
        row("b", "core", "core", 50, 50), row("a", "core", "core", 50, 50), row("sql", "core", "core", 90, 20)
    )
    assert slugs(facts.core_both) == ["sql", "a", "b"]


@given(ROWS)
def test_every_skill_is_in_exactly_one_group(rows):
    facts = comparison(*rows)
    groups = [facts.core_both, facts.secondary_both]
    for side in facts.sides:
        groups += [side.skills.core_used_by_other, side.skills.core_only, side.skills.secondary_only]
    assert sorted(slug for group in groups for slug in slugs(group)) == sorted(r.slug for r in rows)
    assert facts.all_count == len(rows)


@given(ROWS)
def test_turning_the_pair_round_turns_the_groups_round(rows):
    facts = comparison(*rows)
    turned = [row(r.slug, r.right_kind or "", r.left_kind or "", r.right_importance, r.left_importance) for r in rows]
    back = comparison(*turned, left=MLE, right=DS)
    assert slugs(facts.core_both) == slugs(back.core_both)
    assert slugs(facts.left.skills.only) == slugs(back.right.skills.only)
    assert facts.shared_count == back.shared_count


@given(ROWS)
def test_a_switch_accounts_for_every_core_skill_of_its_target(rows):
    there, back = comparison(*rows).switches
    assert there.total == sum(r.right_kind == "core" for r in rows)
    assert back.total == sum(r.left_kind == "core" for r in rows)


def test_a_switch_tells_what_is_had_met_and_new():
    there, _ = comparison(
        row("python", "core", "core"), row("cloud", "secondary", "core"), row("mlops", "", "core"), row("r", "core")
    ).switches
    assert (slugs(there.have), slugs(there.touched), slugs(there.missing)) == (["python"], ["cloud"], ["mlops"])


def test_equal_experience_is_noticed_and_unknown_is_not_equal():
    same = {"experience_min": 1, "experience_max": 8}
    assert comparison(left=role("Analyst", **same), right=role("Baker", **same)).same_experience
    assert not comparison(left=role("Analyst"), right=role("Baker")).same_experience


def test_what_draws_to_a_side_is_what_the_other_lacks():
    facts = comparison(row("python", "core", "core"), row("statistics", "core", "secondary"), row("mlops", "", "core"))
    assert slugs(facts.left.pull) == ["statistics"]
    assert slugs(facts.right.pull) == ["mlops"]
