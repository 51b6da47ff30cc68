"""`manage.py judge_pairs`: which pairs get a row, and what it says."""

import datetime
import itertools
import random
import threading
from concurrent.futures import ThreadPoolExecutor
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from comparisons.gate import candidates, judging, rules
from comparisons.gate.digest import digest
from comparisons.gate.judging import Outcome, judge_all
from comparisons.gate.rules import TEXTS
from comparisons.models import Judging, NearRoles, Pair
from roles.models import Role
from tests.factories import CareerStepFactory, ComparisonNoteFactory, PairFactory, RoleFactory, SkillFactory

pytestmark = pytest.mark.django_db

COMMON = {"sql": 90, "excel": 80, "python": 70, "charts": 60}
DUTIES = ["Clean {} tables", "Ask {} questions", "Build {} charts", "Explain {} trends", "Answer {} managers"]


def complete(slug: str, **changes) -> Role:
    """A role that lacks nothing, with words and one core skill of its own."""
    fields = {name: f"What {slug} has to say of {name}" for name in TEXTS} | {"reviewed_on": timezone.localdate()}
    core = COMMON | {f"{slug}-craft": 50}
    duties = [duty.format(slug) for duty in DUTIES]
    role = RoleFactory(slug=slug, core=core, duties=duties, **fields | changes)
    for start in (0, 2, 5):
        CareerStepFactory(role=role, years_min=start, years_max=start + 1)
    return role


@pytest.fixture
def three(monkeypatch) -> list[Role]:
    """Three pairs, all of which pass: small pages have few words, so the limit is lower."""
    monkeypatch.setattr(rules, "OWN_WORDS", 1)
    monkeypatch.setattr(rules, "NEAREST_MOST", 99)
    monkeypatch.setattr(rules, "BOILERPLATE_MOST", 99)
    return [complete(slug) for slug in ("analyst", "modeller", "planner")]


def judge(*arguments: str) -> str:
    out = StringIO()
    call_command("judge_pairs", *arguments, stdout=out)
    return out.getvalue()


def verdicts() -> dict[str, str]:
    pairs = Pair.objects.select_related("first", "second")
    return {f"{pair.first.slug}-vs-{pair.second.slug}": pair.reasons for pair in pairs}


def stored() -> list[tuple]:
    return list(Pair.objects.order_by("pk").values_list())


def test_every_pair_of_published_roles_gets_a_row(three):
    RoleFactory(slug="baker")
    RoleFactory(slug="draft", status="draft", core=COMMON)
    out = judge()
    assert verdicts() == {
        "analyst-vs-modeller": "",
        "analyst-vs-planner": "",
        "modeller-vs-planner": "",
        "analyst-vs-baker": "incomplete,far,coreless",
        "baker-vs-modeller": "incomplete,far,coreless",
        "baker-vs-planner": "incomplete,far,coreless",
    }
    assert [" ".join(line.split()) for line in out.splitlines()[:-1]] == [
        "6 pairs of roles",
        "3 indexable",
        "3 A role's guide has a gap.",
        "3 Overlap below 20%.",
        "3 No core skill in common.",
    ]
    assert out.splitlines()[-1].startswith("Pairs judged: 6 added, 0 changed, 0 unchanged, 0 gone in ")


def test_a_row_holds_what_was_found(three):
    judge()
    pair = Pair.objects.of(three[0].pk, three[1].pk).get()
    # Of 2 × 350 importance 2 × 300 lie on the four common skills: 600 / 700 is 85.7 %.
    assert (pair.overlap, pair.shared_core, pair.is_indexable, pair.indexing) == (86, 4, True, "auto")
    assert pair.words > 200
    assert 0 < pair.own_words < pair.words
    assert 0 < pair.boilerplate <= 100
    assert pair.nearest_pair in ("analyst-vs-planner", "modeller-vs-planner")


def test_a_pair_that_fell_before_is_not_measured(three):
    Role.objects.filter(slug="planner").update(typical_day="")
    judge()
    fallen = Pair.objects.of(three[0].pk, three[2].pk).get()
    assert (fallen.reasons, fallen.words, fallen.nearest_pair) == ("incomplete", None, "")
    assert Pair.objects.of(three[0].pk, three[1].pk).get().words


def test_a_page_with_too_few_words_of_its_own_is_kept_out(three, monkeypatch):
    monkeypatch.setattr(rules, "OWN_WORDS", 10_000)
    judge()
    assert set(verdicts().values()) == {"thin"}
    assert not Pair.objects.indexable().exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"entry": ""}, "incomplete"),
        ({"reviewed_on": datetime.date(2020, 1, 1)}, "stale"),
    ],
)
def test_a_role_that_falls_behind_takes_its_pairs_out(three, change, reason):
    judge()
    Role.objects.filter(slug="analyst").update(**change)
    judge()
    assert verdicts() == {"analyst-vs-modeller": reason, "analyst-vs-planner": reason, "modeller-vs-planner": ""}


def test_second_run_changes_nothing(three):
    judge()
    before = stored()
    assert "Pairs judged: 0 added, 0 changed, 3 unchanged, 0 gone in " in judge()
    assert stored() == before


def test_rows_that_stay_the_same_keep_their_time(three):
    judge()
    long_ago = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    Pair.objects.update(judged_at=long_ago)
    Pair.objects.of(three[0].pk, three[1].pk).update(overlap=12)
    assert "0 added, 1 changed, 2 unchanged" in judge()
    assert {pair.judged_at == long_ago for pair in Pair.objects.filter(second=three[2])} == {True}
    changed = Pair.objects.of(three[0].pk, three[1].pk).get()
    assert (changed.overlap, changed.judged_at > long_ago) == (86, True)


def test_dry_run_says_everything_and_leaves_nothing(three):
    out = judge("--dry-run")
    assert "Dry run, nothing was written: 3 added, 0 changed, 0 unchanged, 0 gone in " in out
    assert "3  indexable" in out
    assert not Pair.objects.exists()
    assert not NearRoles.objects.exists()
    assert not Judging.objects.exists()


def test_pairs_of_a_withdrawn_role_go(three):
    judge()
    Role.objects.filter(slug="planner").update(status="draft")
    assert ", 2 gone in " in judge()
    assert list(verdicts()) == ["analyst-vs-modeller"]


def test_a_renamed_role_turns_its_pairs_round(three):
    judge()
    Role.objects.filter(slug="analyst").update(slug="zoologist")
    judge()
    assert set(verdicts()) == {"modeller-vs-planner", "modeller-vs-zoologist", "planner-vs-zoologist"}


# --- What is near a role


def near() -> dict[str, dict[str, int]]:
    """Near roles and per cent in common, by role: by slugs."""
    slugs = dict(Role.objects.values_list("pk", "slug"))
    rows = NearRoles.objects.values_list("role__slug", "shares")
    return {role: {slugs[key]: share for key, share in zip(*shares, strict=True)} for role, shares in rows}


def test_what_is_near_a_role_follows_its_pairs(three):
    judge()
    assert near() == {
        "analyst": {"modeller": 86, "planner": 86},
        "modeller": {"analyst": 86, "planner": 86},
        "planner": {"analyst": 86, "modeller": 86},
    }
    for skill in COMMON:
        three[2].role_skills.filter(skill__slug=skill).delete()
    judge("--only", "planner")
    assert near() == {"analyst": {"modeller": 86}, "modeller": {"analyst": 86}, "planner": {}}


def test_nothing_is_near_a_withdrawn_role(three):
    judge()
    Role.objects.filter(slug="planner").update(status="draft")
    judge()
    assert near() == {"analyst": {"modeller": 86}, "modeller": {"analyst": 86}, "planner": {}}


# --- The editors' word


def test_an_approved_pair_is_measured_and_indexable_whatever_stands_against_it(three):
    bare = RoleFactory(slug="baker")
    ComparisonNoteFactory(first=three[0], second=bare, indexing="always", is_published=False)
    judge()
    pair = Pair.objects.of(three[0].pk, bare.pk).get()
    assert (pair.is_indexable, pair.indexing, pair.reasons) == (True, "always", "incomplete,far,coreless")
    assert pair.words


def test_a_refused_pair_is_kept_out_though_nothing_stands_against_it(three):
    ComparisonNoteFactory(first=three[1], second=three[0], indexing="never")
    judge()
    pair = Pair.objects.of(three[0].pk, three[1].pk).get()
    assert (pair.is_indexable, pair.indexing, pair.reasons) == (False, "never", "")


# --- Large catalogues


def test_past_the_limit_only_near_pairs_and_noted_ones_have_a_row(three, monkeypatch):
    monkeypatch.setattr(candidates, "ALL_UP_TO", 3)
    baker = RoleFactory(slug="baker", core={"bread": 90})
    RoleFactory(slug="cook", core={"soup": 90})
    ComparisonNoteFactory(first=three[0], second=baker, is_published=False)
    judge()
    assert set(verdicts()) == {
        "analyst-vs-modeller",
        "analyst-vs-planner",
        "modeller-vs-planner",
        "analyst-vs-baker",
    }


@pytest.mark.parametrize("seed", range(5))
def test_in_a_large_catalogue_no_near_pair_is_overlooked(monkeypatch, seed):
    """Only those that share a skill are looked at; comparing all finds the same."""
    chance = random.Random(seed)  # noqa: S311 nothing secret
    monkeypatch.setattr(candidates, "ALL_UP_TO", 0)
    for number in range(12):
        skills = chance.sample([f"skill-{one}" for one in range(30)], chance.randint(0, 9))
        RoleFactory(slug=f"role-{number:02}", core={skill: chance.randint(1, 100) for skill in skills})
    asked, roles = candidates.Asked(), Role.objects.order_by("slug")
    near = [pair for pair in itertools.combinations(roles, 2) if asked.overlap(*pair) >= candidates.FLOOR]
    assert [(pair.left, pair.right) for pair in candidates.Candidates()] == near
    assert 5 < len(near) < 60
    some = [pair for pair in near if {"role-03", "role-07"} & {role.slug for role in pair}]
    assert [(pair.left, pair.right) for pair in candidates.Candidates(["role-03", "role-07"])] == some


def test_pairs_are_made_one_by_one_and_anew_each_time(three):
    pairs = candidates.Candidates()
    first = iter(pairs)
    assert next(first).slug == "analyst-vs-modeller"
    assert [pair.slug for pair in first] == ["analyst-vs-planner", "modeller-vs-planner"]
    assert [role.slug for role, _ in pairs.by_left()] == ["analyst", "modeller", "planner"]
    assert len(list(pairs)) == 3


def test_past_a_number_of_pages_those_that_overlap_most_are_measured_and_approved_ones_first(three, monkeypatch):
    """The planner shares three of five skills with the others, which share four."""
    monkeypatch.setattr(judging, "MOST_PAGES", 1)
    three[2].role_skills.filter(skill__slug="charts").delete()
    three[2].role_skills.create(skill=SkillFactory(slug="plans"), kind="core", importance=60)
    judge()
    assert verdicts() == {
        "analyst-vs-modeller": "",
        "analyst-vs-planner": "unmeasured",
        "modeller-vs-planner": "unmeasured",
    }
    ComparisonNoteFactory(first=three[0], second=three[2], indexing="always")
    judge()
    assert verdicts() == {
        "analyst-vs-modeller": "unmeasured",
        "analyst-vs-planner": "",
        "modeller-vs-planner": "unmeasured",
    }


def test_queries_of_what_is_known_beforehand_do_not_grow_with_the_roles(three, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert len(list(candidates.Candidates())) == 3
    complete("tester")
    with django_assert_num_queries(3):
        assert len(list(candidates.Candidates())) == 6


# --- Only some


def test_only_judges_the_pairs_of_these_roles_and_reads_no_page(three, monkeypatch):
    judge()
    Role.objects.update(entry="")
    monkeypatch.setattr("comparisons.gate.judging.render_pair", None)  # a call would fail
    out = judge("--only", "analyst")
    assert verdicts() == {
        "analyst-vs-modeller": "incomplete",
        "analyst-vs-planner": "incomplete",
        "modeller-vs-planner": "",
    }
    assert "0 added, 2 changed, 0 unchanged, 0 gone" in out


def test_only_keeps_the_texts_that_were_measured(three):
    judge()
    before = stored()
    judge("--only", "analyst", "planner")
    assert stored() == before


def test_only_lets_no_page_through_that_was_never_measured(three):
    judge("--only", "analyst")
    assert verdicts() == {"analyst-vs-modeller": "unmeasured", "analyst-vs-planner": "unmeasured"}
    judge()
    assert set(verdicts().values()) == {""}


def test_only_of_an_unknown_role_is_refused():
    with pytest.raises(CommandError, match="There is no role “nobody”"):
        judge("--only", "nobody")


# --- Only when something changed


def test_nothing_changed_nothing_done(three, monkeypatch):
    judge("--if-changed")
    assert len(verdicts()) == 3
    monkeypatch.setattr("comparisons.gate.judging.render_pair", None)  # a call would fail
    assert judge("--if-changed") == "Pairs: as last judged, 3 indexable\n"


@pytest.mark.parametrize(
    "change",
    [
        lambda role: Role.objects.filter(pk=role.pk).update(summary="Other words."),
        lambda role: role.role_skills.update(importance=1),
        lambda role: role.responsibilities.first().delete(),
        lambda role: ComparisonNoteFactory(first=role, indexing="never"),
    ],
)
def test_a_changed_row_is_noticed(three, change):
    before = digest(timezone.localdate())
    change(three[0])
    assert digest(timezone.localdate()) != before


def test_what_judging_writes_is_no_change(three):
    today = timezone.localdate()
    before = digest(today)
    PairFactory(first=three[0], second=three[1])
    Judging.objects.create(digest="0" * 64)
    assert digest(today) == before


def test_a_review_that_grows_too_old_is_a_change(three):
    """The day itself isn't: else every day would be judged anew."""
    today = timezone.localdate()
    assert digest(today + datetime.timedelta(days=1)) == digest(today)
    assert digest(today + datetime.timedelta(days=600)) != digest(today)


def test_a_changed_template_is_noticed(three, settings, tmp_path):
    settings.BASE_DIR = tmp_path
    piece = tmp_path / "templates" / "comparisons" / "detail.html"
    piece.parent.mkdir(parents=True)
    piece.write_text("one")
    before = digest(timezone.localdate())
    piece.write_text("two")
    assert digest(timezone.localdate()) != before


# --- Side by side


@pytest.mark.django_db(transaction=True)
def test_two_judgings_at_once_do_not_hurt_each_other(three):
    start = threading.Barrier(2)

    def judge_beside(_: int) -> Outcome:
        try:
            start.wait()
            return judge_all()
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        outcomes = list(threads.map(judge_beside, range(2)))
    assert sorted((outcome.added, outcome.unchanged) for outcome in outcomes) == [(0, 3), (3, 0)]
    assert set(verdicts().values()) == {""}
    assert Judging.objects.get().digest == digest(timezone.localdate())
