import pytest
from hypothesis import given

from comparisons.switching import Distance
from tests.comparisons.facts import Link, comparison, row
from tests.comparisons.test_compare import linked_rows, slugs


def there(*rows, links=()):
    return comparison(*rows, links=links).switches[0]


def test_a_switch_tells_what_is_had_used_carried_in_part_and_new():
    switch = there(
        row("python", "core", "core"),
        row("cloud", "secondary", "core"),
        row("tableau", "secondary"),
        row("power-bi", "", "core"),
        row("mlops", "", "core", right_importance=60),
        row("docker", "", "core", right_importance=70),
        row("r", "core"),
        links=[Link("tableau", "power-bi", 60, 50)],
    )
    assert (slugs(switch.have), slugs(switch.deepen)) == (["python"], ["cloud"])
    assert [(part.known.slug, part.skill.slug, part.credit) for part in switch.in_part] == [("tableau", "power-bi", 60)]
    assert slugs(switch.missing) == ["docker", "mlops"]
    # (50 × 100 + 50 × 50 + 50 × 60 + 70 × 0 + 60 × 0) / 280 = 10500 / 280 = 37.5
    assert switch.carried == 37


def test_each_direction_is_counted_by_itself():
    facts = comparison(row("sql", "core", "secondary", 90, 40), row("excel", "core"), row("tally", "", "core"))
    to_right, to_left = facts.switches
    assert (slugs(to_right.missing), to_right.carried) == (["tally"], 0)
    assert (slugs(to_left.deepen), slugs(to_left.missing)) == (["sql"], ["excel"])
    assert to_left.carried == 32  # 90 × 50 / 140


def test_of_several_skills_that_stand_in_the_best_counts():
    switch = there(
        row("tableau", "core"),
        row("looker", "core"),
        row("power-bi", "", "core"),
        links=[Link("tableau", "power-bi", 40), Link("looker", "power-bi", 70)],
    )
    assert [(part.known.slug, part.credit) for part in switch.in_part] == [("looker", 70)]


@pytest.mark.parametrize(
    ("known", "grade"),
    [(60, Distance.NEAR), (59, Distance.MODERATE), (30, Distance.MODERATE), (29, Distance.FAR), (0, Distance.FAR)],
)
def test_the_grade_follows_the_stated_rule(known, grade):
    """known: importance of the skill that is brought along, of 100."""
    rows = [row("new", "", "core", right_importance=100 - known)]
    rows += [row("known", "core", "core", right_importance=known)] if known else []
    assert there(*rows).distance is grade


@given(linked_rows())
def test_every_core_skill_of_the_target_is_accounted_for_once(drawn):
    rows, links = drawn
    for switch, side in zip(comparison(*rows, links=links).switches, ("right", "left"), strict=True):
        parts = [*switch.have, *switch.deepen, *(part.skill for part in switch.in_part), *switch.missing]
        assert sorted(slugs(parts)) == sorted(r.slug for r in rows if getattr(r, f"{side}_kind") == "core")
        assert switch.total == len(parts)
        assert 0 <= switch.carried <= 100
        assert not (switch.carried == 100 and switch.missing)


@given(linked_rows())
def test_knowing_one_more_of_the_targets_skills_never_takes_away(drawn):
    rows, links = drawn
    before = there(*rows, links=links).carried
    missing = [r for r in rows if r.right_kind == "core" and not r.left_kind]
    for gained in missing:
        more = [row(r.slug, "core", r.right_kind, 50, r.right_importance) if r is gained else r for r in rows]
        left = [link for link in links if link.right_slug != gained.slug]
        assert there(*more, links=left).carried >= before
