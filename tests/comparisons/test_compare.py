from hypothesis import given
from hypothesis import strategies as st

from tests.comparisons.facts import DS, MLE, Link, comparison, role, row

KIND = st.sampled_from(["core", "secondary", ""])
ROWS = st.lists(
    st.builds(row, st.from_regex(r"[a-z]{1,6}", fullmatch=True), KIND, KIND, st.integers(1, 100), st.integers(1, 100)),
    unique_by=lambda r: r.slug,
).map(lambda rows: [r for r in rows if r.left_kind or r.right_kind])


@st.composite
def linked_rows(draw):
    """Rows, and links between some of the skills that only one role has."""
    rows = draw(ROWS)
    ours = [r.slug for r in rows if r.left_kind and not r.right_kind]
    theirs = [r.slug for r in rows if r.right_kind and not r.left_kind]
    if not (ours and theirs):
        return rows, []
    link = st.builds(Link, st.sampled_from(ours), st.sampled_from(theirs), st.integers(0, 100), st.integers(0, 100))
    return rows, draw(st.lists(link, max_size=6, unique_by=lambda link: link[:2]))


def slugs(skills) -> list[str]:
    return [skill.slug for skill in skills]


def test_each_skill_lands_in_the_group_that_is_true_of_it():
    groups = comparison(
        row("python", "core", "core"),
        row("statistics", "core", "secondary"),
        row("cloud", "secondary", "core"),
        row("numpy", "secondary", "secondary"),
        row("sas", "core"),
        row("r", "secondary"),
        row("mlops", "", "core"),
        row("cpp", "", "secondary"),
        row("tableau", "secondary"),
        row("power-bi", "", "core"),
        links=[Link("tableau", "power-bi")],
    ).skills
    assert slugs(groups.core_both) == ["python"]
    assert slugs(groups.secondary_both) == ["numpy"]
    assert slugs(groups.depth) == ["cloud", "statistics"]
    assert [(pair.left.slug, pair.right.slug) for pair in groups.near] == [("tableau", "power-bi")]
    assert (slugs(groups.left.core_only), slugs(groups.left.secondary_only)) == (["sas"], ["r"])
    assert (slugs(groups.right.core_only), slugs(groups.right.secondary_only)) == (["mlops"], ["cpp"])
    assert slugs(groups.left.only) == ["r", "sas", "tableau"]
    assert groups.secondary_count == 3


def test_shared_skills_come_most_important_first_then_by_name():
    groups = comparison(
        row("b", "core", "core", 50, 50), row("a", "core", "core", 50, 50), row("sql", "core", "core", 90, 20)
    ).skills
    assert slugs(groups.core_both) == ["sql", "a", "b"]


def test_a_skill_stands_in_for_one_other_at_most_the_weightier_first():
    groups = comparison(
        row("tableau", "core", left_importance=60),
        row("looker", "core", left_importance=40),
        row("power-bi", "", "core", right_importance=90),
        links=[Link("looker", "power-bi", 80, 80), Link("tableau", "power-bi", 60, 60)],
    ).skills
    assert [(pair.left.slug, pair.right.slug) for pair in groups.near] == [("tableau", "power-bi")]
    assert slugs(groups.left.core_only) == ["looker"]


def test_a_skill_tells_its_importance_and_evidence_for_each():
    facts = comparison(
        row("sql", "core", "secondary", 90, 40, left_naming=43, left_read=100, left_evidence=50, right_evidence=2),
        row("tact", "core"),
    )
    [sql, tact] = facts.skills.depth[0], facts.skills.left.core_only[0]
    assert (sql.left.importance, sql.left.evidence_text) == (90, "43% of 100 adverts")
    assert (sql.right.importance, sql.right.evidence_text) == (40, "in other sources")
    assert (tact.left.evidence_text, tact.right) == ("editor’s choice", None)


@given(linked_rows())
def test_every_skill_is_in_exactly_one_group(drawn):
    rows, links = drawn
    groups = comparison(*rows, links=links).skills
    found = [*groups.core_both, *groups.secondary_both]
    for own in (groups.left, groups.right):
        found += [*own.core_used_by_other, *own.near, *own.core_only, *own.secondary_only]
    assert sorted(slugs(found)) == sorted(r.slug for r in rows)
    assert sorted(slugs([*groups.shared, *groups.left.only, *groups.right.only])) == sorted(r.slug for r in rows)
    assert sorted(slugs(groups.left.near)) == sorted(pair.left.slug for pair in groups.near)


@given(linked_rows())
def test_turning_the_pair_round_turns_everything_round(drawn):
    rows, links = drawn
    facts = comparison(*rows, links=links)
    turned = [row(r.slug, r.right_kind or "", r.left_kind or "", r.right_importance, r.left_importance) for r in rows]
    back = comparison(*turned, left=MLE, right=DS, links=[Link(link[1], link[0], link[3], link[2]) for link in links])
    assert slugs(facts.skills.core_both) == slugs(back.skills.core_both)
    assert slugs(facts.skills.left.only) == slugs(back.skills.right.only)
    assert facts.overlap == back.overlap
    assert [switch.carried for switch in facts.switches] == [switch.carried for switch in reversed(back.switches)]


def test_the_overlap_weighs_all_skills_of_both():
    facts = comparison(row("sql", "core", "secondary", 90, 50), row("excel", "core", left_importance=60))
    assert facts.overlap == 70  # 140 of 200


def test_equal_experience_is_noticed_and_unknown_is_not_equal():
    same = {"experience_min": 1, "experience_max": 8}
    assert comparison(left=role("Analyst", **same), right=role("Baker", **same)).same_experience
    assert not comparison(left=role("Analyst"), right=role("Baker")).same_experience
