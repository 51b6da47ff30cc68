"""Properties of the fit score."""

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from profiles.facts import ProfileFacts, SkillFact
from profiles.fit import having
from profiles.fit.bands import BANDS, band
from profiles.fit.breakdown import breakdown
from profiles.fit.formula import (
    ENOUGH_SKILLS,
    EXPERIENCE_POINTS,
    FULL_CREDIT,
    FULL_SCORE,
    SKILL_POINTS,
    Target,
    apportioned,
    experience,
    information,
    score,
    shown,
    similarity,
    target,
)
from profiles.fit.having import Have, Near, Part, all_steps, have
from roles.models import near_skills

SKILL = st.integers(1, 40).map("skill-{}".format)
WEIGHTS = st.dictionaries(SKILL, st.integers(1, 800), min_size=1, max_size=25)
OWN = st.dictionaries(SKILL, st.sampled_from([0, 1, 2, 3, 4]), max_size=20)
NEAR = st.lists(st.builds(Near, SKILL, SKILL, st.integers(10, 80)), max_size=20)
PARTS = st.lists(st.builds(Part, SKILL, SKILL), max_size=8)
ASKED = st.sampled_from([0, 1, 12, 24, 36, 60, 120, 600])
MONTHS = st.integers(0, 720)


def facts(levels: dict[str, int], months: int | None = None) -> ProfileFacts:
    skills = tuple(SkillFact(slug.title(), slug, level) for slug, level in levels.items())
    return ProfileFacts(months=months, skills=skills)


@st.composite
def targets(draw) -> Target:
    found = target(draw(WEIGHTS), draw(st.one_of(st.just({}), WEIGHTS)), draw(ASKED))
    assert found
    return found


@st.composite
def haves(draw) -> Have:
    return have(facts(draw(OWN), draw(st.none() | MONTHS)), draw(NEAR), draw(PARTS))


# --- Points of a target


@given(WEIGHTS, st.one_of(st.just({}), WEIGHTS), ASKED)
def test_the_budget_is_spent_to_the_last_point_and_each_skill_has_one(stated, usual, asked):
    found = target(stated, usual, asked)
    assert sum(found.points.values()) == SKILL_POINTS
    assert min(found.points.values()) >= 1
    assert stated.keys() <= found.points.keys() <= stated.keys() | usual.keys()
    assert found.completed == found.points.keys() - stated.keys()


@given(WEIGHTS, st.integers(40, 9_000))
def test_a_heavier_skill_never_has_fewer_points(weights, budget):
    points = apportioned(weights, budget)
    assert sum(points.values()) == budget
    heaviest_first = sorted(weights, key=lambda slug: -weights[slug])
    for heavy, light in pairwise(heaviest_first):
        assert points[heavy] >= points[light] or weights[heavy] == weights[light]


@given(WEIGHTS, st.integers(40, 9_000))
def test_no_skill_is_more_than_a_point_from_its_share(weights, budget):
    """Its share of what is left once each skill has its one point."""
    points, whole = apportioned(weights, budget), sum(weights.values())
    for slug, weight in weights.items():
        exact = (budget - len(weights)) * weight / whole
        assert exact - 1e-6 <= points[slug] <= exact + 2


def test_of_equal_remainders_the_first_from_a_to_z_gets_the_point():
    assert apportioned({"b": 1, "c": 1, "a": 1}, 10) == {"a": 4, "b": 3, "c": 3}


def test_too_small_a_budget_is_refused():
    with pytest.raises(ValueError, match="1 points are too few for 2 skills"):
        apportioned({"a": 1, "b": 1}, 1)


@given(WEIGHTS, WEIGHTS, ASKED)
def test_the_order_of_skills_does_not_matter(stated, usual, asked):
    turned = target(dict(reversed(stated.items())), dict(reversed(usual.items())), asked)
    assert target(stated, usual, asked) == turned


@pytest.mark.parametrize("named", range(ENOUGH_SKILLS))
def test_a_short_advert_keeps_its_share_and_its_role_gives_the_rest(named):
    """Of 6 skills it names 1: 8,000 // 6 = 1,333 points, and so on."""
    stated = {f"stated-{n}": 2 for n in range(named)}
    found = target(stated, {"usual-1": 90, "usual-2": 30}, 0)
    assert sum(found.points[slug] for slug in stated) == SKILL_POINTS * named // ENOUGH_SKILLS
    assert found.completed == {"usual-1", "usual-2"}


def test_an_advert_that_names_enough_is_left_alone():
    assert target({f"s{n}": 1 for n in range(ENOUGH_SKILLS)}, {"usual": 1}, 0).completed == frozenset()


def test_nothing_asked_for_is_no_target():
    assert target({}, {}, 24) is None


@pytest.mark.parametrize(
    ("used_by", "of_all", "tells"),
    [(120, 120, 4), (61, 120, 4), (60, 120, 5), (30, 120, 6), (8, 120, 7), (7, 120, 8), (0, 120, 8), (3, 0, 4)],
)
def test_what_a_skill_tells(used_by, of_all, tells):
    """4 + the whole part of log2(of_all / used_by), at most 8: 120/60 = 2, so 5; 120/8 is between 8 and 16, so 7."""
    assert information(used_by, of_all) == tells


# --- The score


@given(targets(), haves())
def test_the_columns_of_the_breakdown_sum_up(asked, has):
    found = breakdown(asked, has)
    assert found.score == score(asked, has.credits, has.counted_months)
    assert sum(line.earned for line in found.lines) + found.experience.earned == found.score
    assert sum(line.possible for line in found.lines) + found.experience.possible == FULL_SCORE
    assert all(0 <= line.earned <= line.possible for line in found.lines)
    assert 0 <= found.score <= FULL_SCORE
    assert len({*found.matched, *found.in_part, *found.missing}) == len(found.lines)


@given(targets(), OWN, NEAR, PARTS, MONTHS, SKILL, st.integers(0, 4))
def test_one_skill_more_never_lowers_it(asked, own, near, parts, months, slug, level):
    assume(slug not in own)
    fewer = have(facts(own, months), near, parts)
    more = have(facts({**own, slug: level}, months), near, parts)
    assert all(more.credits[each] >= credit for each, credit in fewer.credits.items())
    assert score(asked, more.credits, months) >= score(asked, fewer.credits, months)


@given(targets(), haves(), st.data())
def test_a_skill_that_is_asked_for_and_lacking_raises_it(asked, has, data):
    slug = data.draw(st.sampled_from(sorted(asked.points)))
    assume(has.credits.get(slug, 0) < FULL_CREDIT)
    with_it = has.with_skill(slug).credits
    assert score(asked, with_it, has.counted_months) > score(asked, has.credits, has.counted_months)


@given(targets(), OWN, MONTHS)
def test_a_skill_that_nobody_asks_for_changes_nothing(asked, own, months):
    more = {**own, "juggling": 4}
    with_it, without = (have(facts(levels, months), [], []).credits for levels in (more, own))
    assert score(asked, with_it, months) == score(asked, without, months)


@given(targets(), haves(), MONTHS, MONTHS)
def test_more_months_never_lower_it(asked, has, one, other):
    low, high = sorted((one, other))
    assert score(asked, has.credits, low) <= score(asked, has.credits, high)


@given(MONTHS, MONTHS)
def test_more_than_what_is_asked_for_is_neither_reward_nor_penalty(asked, more):
    full = EXPERIENCE_POINTS * FULL_CREDIT
    assert experience(asked + more, asked) == full
    assert experience(more, 0) == full
    assert experience(-1, asked) in (0, full)


@given(targets(), st.data())
def test_a_hundred_means_everything_and_only_that(asked, data):
    full = dict.fromkeys(asked.points, FULL_CREDIT)
    assert shown(score(asked, full, asked.months)) == 100
    slug = data.draw(st.sampled_from(sorted(asked.points)))
    assert shown(score(asked, {**full, slug: FULL_CREDIT - 1}, asked.months)) < 100
    if asked.months:
        assert shown(score(asked, full, asked.months - 1)) < 100


@given(targets(), haves())
def test_what_is_shown_is_rounded_down(asked, has):
    found = breakdown(asked, has)
    assert shown(found.score) * 10_000 <= found.score < (shown(found.score) + 1) * 10_000


@given(targets(), OWN, NEAR, PARTS, st.randoms(use_true_random=False))
def test_the_order_of_a_profile_does_not_matter(asked, own, near, parts, chance):
    mixed = [list(own.items()), list(near), list(parts)]
    for rows in mixed:
        chance.shuffle(rows)
    one, other = have(facts(own), near, parts), have(facts(dict(mixed[0])), mixed[1], mixed[2])
    assert one.credits == other.credits
    assert breakdown(asked, one).score == breakdown(asked, other).score


@given(targets(), haves())
def test_a_gain_is_what_one_gets(asked, has):
    found = breakdown(asked, has)
    for gain in found.gains:
        assert breakdown(asked, has.with_skill(gain.slug)).score == found.score + gain.points
    assert [gain.points for gain in found.gains] == sorted((gain.points for gain in found.gains), reverse=True)
    lacking = {slug for slug in asked.points if has.credits.get(slug, 0) < FULL_CREDIT}
    assert lacking <= {gain.slug for gain in found.gains}
    assert all(0 < gain.points <= found.lacking for gain in found.gains)


@given(targets(), targets())
def test_what_two_targets_have_in_common_is_the_same_from_either_side(one, other):
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= similarity(one, one) == 10_000


# --- Credits


def credit_of(slug: str, own: dict[str, int], near=(), parts=()) -> int:
    return have(facts(own), near, parts).credits.get(slug, 0)


def test_ways_to_a_skill_do_not_add_up():
    near = [Near("tableau", "looker", 60), Near("power-bi", "looker", 70)]
    assert credit_of("looker", {"tableau": 0, "power-bi": 0}, near) == 70


@given(OWN, NEAR, PARTS)
def test_no_credit_is_more_than_the_best_single_way(own, near, parts):
    has, steps = have(facts(own), near, parts), all_steps(near, parts)
    for slug, way in has.ways.items():
        single = [
            has.own[each] * step.per_cent // 100 for each in own for step in steps.get(each, ()) if step.to == slug
        ]
        assert way.credit == max([has.own.get(slug, 0), *single])
        assert 1 <= way.credit <= FULL_CREDIT


@pytest.mark.parametrize(("level", "credit"), [(0, 100), (1, 50), (2, 100), (3, 100), (4, 100)])
def test_who_has_only_tried_a_skill_has_half_of_it(level, credit):
    assert credit_of("sql", {"sql": level}) == credit


def test_what_is_near_to_a_tried_skill_is_a_part_of_the_half():
    assert credit_of("looker", {"tableau": 1}, [Near("looker", "tableau", 60)]) == 30


def test_a_bundle_gives_all_of_its_parts_and_a_part_half_of_the_bundle():
    parts = [Part("docker-kubernetes", "docker"), Part("docker-kubernetes", "kubernetes")]
    assert credit_of("docker", {"docker-kubernetes": 0}, parts=parts) == 100
    assert credit_of("docker-kubernetes", {"docker": 0, "kubernetes": 0}, parts=parts) == 50
    assert credit_of("kubernetes", {"docker": 0}, parts=parts) == 0  # not by way of the bundle


def test_parts_count_as_the_catalogue_says():
    assert having.PART_OF_BUNDLE == near_skills.CREDIT_OF_A_BUNDLE
    assert having.BUNDLE_OF_PART == near_skills.CREDIT_OF_A_PART


def test_a_skill_that_the_catalogue_does_not_know_counts_nothing():
    assert have(ProfileFacts(skills=(SkillFact("Juggling"),)), [], []).credits == {}


def test_the_same_skill_twice_counts_at_its_best():
    twice = (SkillFact("SQL", "sql", 1), SkillFact("Databases", "sql", 3), SkillFact("sql", "sql", 1))
    assert have(ProfileFacts(skills=twice), [], []).credits == {"sql": 100}


# --- Bands


@given(st.integers(0, FULL_SCORE))
def test_each_score_has_one_band_and_a_higher_one_never_a_lower_band(found):
    assert band(found) in BANDS
    assert band(max(0, found - 1)).least <= band(found).least <= shown(found)


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (1_000_000, "Strong"),
        (800_000, "Strong"),
        (799_999, "Good"),
        (599_999, "Partial"),
        (399_999, "Weak"),
        (0, "Far"),
    ],
)
def test_bands_begin_where_they_say(found, name):
    assert band(found).name == name
