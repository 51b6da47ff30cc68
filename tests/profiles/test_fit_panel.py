"""What a page says of how a profile fits a role or a job."""

import pytest
from django.template.loader import render_to_string

from profiles.facts import Contact, Language, Position, ProfileFacts, SkillFact, Study, When
from profiles.fit.having import Wishes
from profiles.fit.panel import panel
from profiles.fit.ranking import rank
from profiles.fit.weighing import weigh
from roles.models import Skill
from tests.factories import JobFactory, NearSkillFactory, RoleFactory, SkillFactory, SkillPartFactory
from tests.prose import faults

pytestmark = pytest.mark.django_db


def facts(*slugs: str, months: int | None = 24) -> ProfileFacts:
    return ProfileFacts(months=months, skills=tuple(SkillFact(slug, slug) for slug in slugs))


def page(found) -> str:
    return render_to_string("profiles/_fit.html", {"panel": found})


@pytest.fixture
def near():
    NearSkillFactory(first=SkillFactory(slug="power-bi"), second=SkillFactory(slug="tableau"), credit=70)
    SkillPartFactory(whole=SkillFactory(slug="docker-kubernetes"), part=SkillFactory(slug="docker"))


@pytest.fixture
def role(near):
    return RoleFactory(slug="data-analyst", core={"sql": 90, "power-bi": 80, "docker-kubernetes": 50, "excel": 60})


def test_a_role_in_three_queries(role, django_assert_num_queries):
    with django_assert_num_queries(3):
        found = panel(facts("sql", "tableau", "docker"), role)
    # One role asks for each skill, so all tell the same. Weights 90, 80, 50, 60. Of 7,996, 90 / 280 are 2,570.1: 2,571
    # points, then 2,285.6 (the remainder is second: 1 + 2,284 and the point left over), 1,428.9 and 1,713.4.
    rows = {row.slug: (row.earned, row.possible) for row in found.table.rows}
    assert rows["sql"] == ("25.7", "25.7")
    assert rows["excel"] == ("0.0", "17.1")
    assert rows[""] == ("20.0", "20.0")
    assert found.table.score == 68  # 25.71 + 70% of 22.86 + 50% of 14.29 + 20 = 68.86
    assert [gain.slug for gain in found.table.gains] == ["excel", "docker-kubernetes", "power-bi"]


@pytest.mark.parametrize("is_weighed", [True, False])
def test_a_job_in_six_queries_at_most(role, is_weighed, django_assert_max_num_queries):
    job = JobFactory(role=role, asks=["sql", "git"], at=["pune"], years_min=3, description="<p>Immediate joiners</p>")
    if is_weighed:
        weigh(list)
    with django_assert_max_num_queries(4 if is_weighed else 6):
        found = panel(facts("sql", "tableau"), job, Wishes(places=frozenset({"mumbai"}), notice_days=30))
    assert found.completed == 3
    assert len(found.blockers) == 2
    assert found.table.rows[-1].why == "3 years of work are asked for. You have 2 years."


def test_a_page_says_the_same_of_a_job_before_and_after_it_is_weighed(role):
    job = JobFactory(role=role, asks=["sql", "git"], years_min=3)
    before = panel(facts("sql", "tableau"), job)
    weigh(list)
    assert panel(facts("sql", "tableau"), job) == before


def test_a_page_and_the_list_say_the_same_of_a_job(role):
    job = JobFactory(role=role, asks=["sql", "power-bi"], years_min=3)
    weigh(list)
    credits = {Skill.objects.get(slug="sql").pk: 100, Skill.objects.get(slug="power-bi").pk: 70}
    [ranked] = rank(credits | {Skill.objects.get(slug="tableau").pk: 100}, 24)
    assert panel(facts("sql", "tableau"), job).table.score == ranked.score // 10_000


def test_nothing_is_said_of_what_asks_for_nothing():
    assert panel(facts("sql"), JobFactory()) is None
    assert panel(facts("sql"), RoleFactory()) is None


def test_nothing_that_says_who_somebody_is_moves_the_number(role):
    plain = facts("sql", "tableau")
    personal = ProfileFacts(
        contact=Contact(name="A B", email="a@example.org", phone="98", city="Pune"),
        headline="Married, 52",
        summary="Religion, caste and passport",
        months=24,
        skills=tuple(reversed(plain.skills)),
        positions=(Position("Head", "Acme", start=When(1990), end=When(1991)),),
        studies=(Study("B.Sc.", "A famous school", grade="9.9"),),
        languages=(Language("Hindi", "native"),),
    )
    assert panel(personal, role).table == panel(plain, role).table


def test_remote_work_has_no_place_that_blocks(near):
    wishes = Wishes(places=frozenset({"mumbai"}))
    office, remote = (JobFactory(asks=["sql"], at=["pune"], mode=mode) for mode in ("office", "remote"))
    assert panel(facts("sql"), office, wishes).blockers
    assert panel(facts("sql"), remote, wishes).blockers == ()
    assert panel(facts("sql"), JobFactory(asks=["sql"], at=["pune", "india"]), wishes).blockers == ()


def test_blockers_come_before_the_number_and_the_number_has_its_words(role):
    html = page(panel(facts("sql", "tableau", months=0), JobFactory(role=role, asks=["sql"], years_min=8)))
    assert html.index("Look at this first") < html.index("fit-score")
    assert "8 years of work are asked for. You have none yet, which is far below." in html
    assert "The score doesn’t count this." in html
    assert "advice to you, not a verdict" in html
    assert 'href="/fit/"' in html
    assert "3 lines were added from what this role usually asks for" in html


def test_a_full_fit_has_no_list_of_what_is_missing():
    html = page(panel(facts("sql"), RoleFactory(core={"sql": 90})))
    assert "100</strong> of 100: <strong>Strong" in html
    assert "What would raise it most" not in html
    assert "Look at this first" not in html


@pytest.mark.parametrize("months", [None, 0, 30])
def test_it_reads_well(role, months):
    wishes = Wishes(places=frozenset({"mumbai"}), notice_days=90)
    text = "<p>Immediate joiner with a valid driving licence.</p>"
    job = JobFactory(role=role, asks=["sql", "git"], years_min=8, at=["pune"], description=text)
    for found in (panel(facts("sql", "tableau", months=months), of, wishes) for of in (role, job)):
        assert faults(f"<!doctype html><title>Fit</title><main><h1>Fit</h1>{page(found)}</main>") == []


def test_what_an_advert_says_is_escaped(role):
    job = JobFactory(role=role, asks=["sql"], description="<p>Notice period: &lt;b&gt; max 5 days</p>")
    job.places.clear()
    html = page(panel(facts("sql"), job))
    assert "<b>" not in html.replace("<br>", "")
