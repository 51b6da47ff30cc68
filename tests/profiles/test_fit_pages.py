"""Pages that say how something fits: what each says, in how many queries, and what a public page gets of it."""

import re
from collections.abc import Callable
from functools import partial
from urllib.parse import quote

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jobs.models import Job
from profiles.fit.weighing import weigh
from profiles.models import Profile
from roles import lists
from roles.models import Role
from tests.factories import (
    SEEN,
    JobFactory,
    LocationFactory,
    MemberFactory,
    NearSkillFactory,
    ProfileFactory,
    RoleAliasFactory,
    RoleFactory,
    SkillFactory,
    SourceFactory,
)
from tests.profiles.fitting import with_skills
from tests.prose import faults
from tests.site.test_budgets import faults as budget_faults

pytestmark = pytest.mark.django_db

WHO = 8  # queries: session, user, profile; skills, degrees, certificates, places, the person's own place
TARGET, PANEL, LADDER = 1, 6, 5


@pytest.fixture
def roles() -> dict[str, Role]:
    NearSkillFactory(first=SkillFactory(slug="power-bi"), second=SkillFactory(slug="tableau"), credit=70)
    core = {
        "data-analyst": {"sql": 90, "power-bi": 80, "excel": 60},
        "data-scientist": {"sql": 60, "python": 90, "git": 50},
        "nurse": {"first-aid": 90, "excel": 20},
        "plain": {},
    }
    return {slug: RoleFactory(slug=slug, core=skills) for slug, skills in core.items()}


@pytest.fixture
def job(roles) -> Job:
    for _ in range(3):
        JobFactory(asks=["sql", "excel"], at=["pune", "mumbai"])
    advert = "<p>Immediate joiners with a driving licence</p>"
    job = JobFactory(role=roles["data-analyst"], asks=["sql", "excel"], at=["pune"], years_min=9, description=advert)
    weigh(list)
    return job


@pytest.fixture
def profile(profile: Profile, roles) -> Profile:
    """Who has some of it and chose where they would work, which is the most that is read."""
    with_skills(profile, ["sql", "tableau", "scala"])
    profile.location, profile.months = LocationFactory(slug="nagpur"), 24
    profile.save()
    profile.would_move_to.add(LocationFactory(slug="delhi-ncr"), LocationFactory(slug="chennai"))
    return profile


# --- One role, one job


def test_a_role_says_the_score_the_ladder_and_every_line(roles, job, owner, profile):
    page = owner.get("/profile/fit/role/data-analyst/")
    assert re.search(r">71</strong> of 100: <strong>Good<", page.text)
    assert re.search(r">Excel</a>: 71 to 90; 3 more open jobs pass 70\.", page.text)
    assert "Now no open job fits you 70 of 100 or more." in page.text
    assert 'href="/profile/skills/?skill=excel#add"' in page.text
    assert "You have Tableau, which is near to it" in page.text
    assert 'href="/roles/data-analyst/"' in page.text
    assert faults(page.text) == []
    assert list(budget_faults("role", page.content)) == []


def test_a_job_says_what_blocks_apart(job, owner, profile):
    page = owner.get(f"/profile/fit/job/{job.pk}/")
    panel = page.context["panel"]
    assert len(panel.blockers) == 4
    assert page.text.index("Look at this first") < page.text.index("fit-score")
    assert f"{job.title}, {job.company.name}" in page.text
    assert faults(page.text) == []


@pytest.mark.parametrize("is_open", [True, False])
def test_from_an_open_job_one_goes_on_to_it_and_to_a_resume_for_it(job, owner, profile, is_open):
    if not is_open:
        job.close("gone", SEEN)
        job.save()
    text = owner.get(f"/profile/fit/job/{job.pk}/").text
    assert f'href="{job.get_absolute_url()}"' in text
    assert (f'href="/profile/resume/job/{job.pk}/"' in text) == is_open


def test_roles_stand_beside_each_other(roles, job, owner, profile):
    page = owner.get("/profile/fit/compare/data-analyst-vs-data-scientist/")
    assert [name for name, *_ in page.context["panels"]] == ["Data Analyst", "Data Scientist"]
    assert page.text.count("What would raise it most") == 2
    assert len(set(re.findall(r' id="([^"]+)"', page.text))) == len(re.findall(r' id="([^"]+)"', page.text))
    assert 'href="/compare-roles/data-analyst-vs-data-scientist/"' in page.text
    assert faults(page.text) == []
    three = owner.get("/profile/fit/compare/data-analyst-vs-data-scientist-vs-nurse/")
    assert len(three.context["panels"]) == 3


def test_other_forms_of_an_address_lead_to_the_one(roles, owner, profile):
    RoleAliasFactory(slug="mis-analyst", role=roles["data-analyst"])
    assert owner.get("/profile/fit/role/mis-analyst/")["Location"] == "/profile/fit/role/data-analyst/"
    for pair in ("nurse-vs-data-analyst", "mis-analyst-vs-nurse", "Data-Analyst-vs-nurse"):
        assert owner.get(f"/profile/fit/compare/{pair}/")["Location"] == "/profile/fit/compare/data-analyst-vs-nurse/"


@pytest.mark.parametrize(
    "path",
    [
        "role/nobody/",
        "job/999999/",
        "job/99999999999999999/",
        "compare/nurse-vs-nurse/",
        "compare/nurse-vs-nobody/",
        "compare/nurse/",
        "compare/a-vs-b-vs-c-vs-d/",
        "?page=9",
    ],
)
def test_what_is_not_there_is_not_found(roles, owner, profile, path):
    assert owner.get(f"/profile/fit/{path}").status_code == 404


def test_only_openings_that_are_public_have_a_page(job, owner, profile):
    for status, answer in (("draft", 404), ("held", 404)):
        Job.objects.filter(pk=job.pk).update(status=status, held_because="Fee.")
        assert owner.get(f"/profile/fit/job/{job.pk}/").status_code == answer


def test_of_what_asks_for_nothing_it_says_so(roles, owner, profile):
    assert "so we can’t say how well it fits you" in owner.get("/profile/fit/role/plain/").text
    page = owner.get("/profile/fit/compare/nurse-vs-plain/")
    assert [name for name, *_ in page.context["panels"]] == ["Nurse"]
    assert "Of the other we don’t know which skills are asked for." in page.text


# --- What a public page gets


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("role/data-analyst/", "71 of 100: good."),
        ("compare/data-analyst-vs-data-scientist/", "71 and 41 of 100."),
    ],
)
def test_a_public_page_gets_one_line_and_the_panel_behind_it(roles, owner, profile, path, line):
    part = owner.get(f"/profile/fit/{path}?part=1")
    assert f"<summary>{line} <span>Why?</span></summary>" in part.text
    assert '<details class="fit-part" data-style="/static/css/fit' in part.text
    assert "<html" not in part.text
    assert part["Cache-Control"] == "no-store, private"
    assert "Every line of the score" in part.text


def test_the_line_of_a_job_never_hides_that_something_blocks(job, owner, profile):
    assert "of 100: partial, 4 blockers. <span>Why?" in owner.get(f"/profile/fit/job/{job.pk}/?part=1").text


@pytest.mark.parametrize("path", ["role/plain/", "compare/nurse-vs-plain/"])
def test_where_there_is_nothing_to_say_nothing_is_sent(roles, owner, profile, path):
    answer = owner.get(f"/profile/fit/{path}?part=1")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("has_profile", [True, False])
def test_who_has_no_skill_yet_is_told_where_to_begin(roles, job, has_profile):
    client = Client()
    client.force_login(ProfileFactory().user if has_profile else MemberFactory())
    for path in ("fit/", "fit/role/nurse/", f"fit/job/{job.pk}/", "fit/what-if/", "jobs/"):
        text = client.get(f"/profile/{path}").text
        begin = "Bring a résumé" if has_profile else f'href="/profile/?next=%2Fprofile%2F{quote(path, safe="")}"'
        assert begin in text
        assert ("Add a skill" if has_profile else "Start a profile") in text
        assert faults(text) == []
    assert client.get("/profile/fit/role/nurse/?part=1").status_code == 204


@pytest.mark.parametrize("path", ["fit/", "fit/role/nurse/", "fit/role/nurse/?part=1", "jobs/?city=pune&sort=fit"])
def test_who_is_not_signed_in_comes_back_after_signing_in(client, roles, path):
    answer = client.get(f"/profile/{path}")
    assert answer.status_code == 302
    [back] = re.findall(r"next=(.*)", answer["Location"])
    assert back.replace("%3F", "?").replace("%3D", "=").replace("%26", "&") == f"/profile/{path}"


# --- Budgets


def queries(ask: Callable[[], object]) -> int:
    with CaptureQueriesContext(connection) as found:
        ask()
    return len(found)


def test_a_panel_takes_six_queries_at_most(job, roles, owner, profile):
    """Beside those that say who it is and what they have, which are the same for whatever they look at."""
    unweighed = JobFactory(role=roles["data-analyst"], asks=["sql", "git"], at=["pune", "mumbai"])
    for path in ("role/data-analyst/", f"job/{job.pk}/", f"job/{unweighed.pk}/", "compare/data-analyst-vs-nurse/"):
        part = partial(owner.get, f"/profile/fit/{path}?part=1")
        whole = partial(owner.get, f"/profile/fit/{path}")
        assert queries(part) <= WHO + TARGET + PANEL
        assert queries(whole) <= WHO + TARGET + PANEL + LADDER


def test_the_matrix_takes_as_many_for_many_roles(roles, owner, profile):
    few = queries(lambda: owner.get("/profile/fit/"))
    for number in range(20):
        RoleFactory(slug=f"role-{number}", core={"sql": 50, f"skill-{number}": 90})
    assert queries(lambda: owner.get("/profile/fit/")) == few <= WHO + 5


# --- All roles


def test_the_matrix_has_every_role_the_aims_first_then_the_best(roles, owner, profile):
    profile.target_roles.add(roles["nurse"])
    page = owner.get("/profile/fit/")
    rows = page.context["page"].rows
    assert [row.slug for row in rows] == ["nurse", "data-analyst", "data-scientist"]
    assert [row.is_wanted for row in rows] == [True, False, False]
    assert rows[1].missing == ("Excel", "Power BI")
    assert "you aim for it" in page.text
    assert 'href="/profile/fit/role/data-analyst/"' in page.text
    assert "Choose the roles that you aim for" not in page.text
    assert faults(page.text) == []


def test_a_row_says_what_the_page_of_the_role_says(roles, owner, profile):
    RoleFactory(
        slug="surgeon",
        core={"first-aid": 90, "sql": 40},
        experience_min=9,
        experience_max=12,
        experience_source=SourceFactory(),
    )
    for row in owner.get("/profile/fit/").context["page"].rows:
        panel = owner.get(f"/profile/fit/role/{row.slug}/").context["panel"]
        assert (panel.table.score, panel.table.band, panel.blockers) == (row.score, row.band, row.blockers)
        assert bool(row.blockers) == (row.slug == "surgeon")


def test_the_matrix_is_filtered_and_sorted(roles, owner, profile):
    Role.objects.filter(slug="nurse").update(family="health")
    page = owner.get("/profile/fit/?field=healthcare&sort=name").context["page"]
    field = next(choice for choice in page.fields if choice.is_chosen)
    assert [row.slug for row in page.rows] == ["nurse"] or field.name == "All fields"
    by_name = owner.get("/profile/fit/?sort=name").context["page"]
    assert [row.name for row in by_name.rows] == sorted(row.name for row in by_name.rows)
    assert [choice.is_chosen for choice in by_name.orders] == [False, True]
    everything = owner.get("/profile/fit/?field=nothing&sort=nothing&page=x").context["page"]
    assert everything.count == 3


def test_a_long_matrix_goes_over_pages(roles, owner, profile, monkeypatch):
    monkeypatch.setattr(lists, "ROLES_TOGETHER", 2)
    monkeypatch.setattr(lists, "ROLES_A_PAGE", 2)
    monkeypatch.setattr(lists, "ROLES_A_PAGE", 1)
    first, second = (owner.get(f"/profile/fit/?sort=name&page={page}") for page in (1, 2))
    assert 'href="/profile/fit/?sort=name&amp;page=2"' in first.text
    assert {row.slug for row in first.context["page"].rows}.isdisjoint(row.slug for row in second.context["page"].rows)


# --- What if


def test_what_if_counts_the_roles_and_the_jobs(roles, job, owner, profile):
    profile.target_roles.add(roles["data-analyst"])
    page = owner.get("/profile/fit/what-if/?skill=excel&skill=sql&skill=nothing&skill=excel")
    found = page.context["imagined"]
    assert [skill.slug for skill in found.skills] == ["excel"]  # sql is there already
    assert [(role.name, role.before, role.after) for role in found.roles] == [("Data Analyst", 71, 90)]
    assert (found.before, found.after, found.more) == (0, 3, 3)
    assert "What if you had Excel?" in page.text
    assert "No open job fits you 70 of 100 or more now; then it would be 3, which is 3 more." in page.text
    assert 'href="/profile/skills/?skill=excel#add"' in page.text
    assert faults(page.text) == []


def test_who_aims_for_no_role_sees_the_nearest(roles, job, owner, profile):
    page = owner.get("/profile/fit/what-if/")
    found = page.context["imagined"]
    assert found.is_nearest
    assert [role.slug for role in found.roles] == ["data-analyst", "data-scientist", "nurse"]
    assert {tick.slug: tick.jobs for tick in found.ticks if tick.more} == {
        "excel": "3 more jobs",
        "power-bi": "1 more job",
    }
    assert "Tick what you think of learning." in page.text
    assert faults(page.text) == []


@pytest.mark.parametrize("query", ["skill=%00", "skill=", f"skill={'a' * 300}", "&".join(["skill=excel"] * 40)])
def test_what_if_of_nonsense_is_no_error(roles, owner, profile, query):
    assert owner.get(f"/profile/fit/what-if/?{query}").status_code in (200, 400)


def test_i_have_this_leads_to_the_form_with_its_name_in_it(roles, owner, profile):
    assert 'value="Excel"' in owner.get("/profile/skills/?skill=excel").text
    assert 'value="nothing"' not in owner.get("/profile/skills/?skill=nothing").text
    owner.post("/profile/skills/?skill=excel", {"name": "Excel"})
    assert profile.profileskill_rows.filter(skill__slug="excel").exists()


def test_looking_stores_nothing(roles, job, owner, profile):
    owner.get("/profile/")
    with CaptureQueriesContext(connection) as found:
        for path in ("fit/", "fit/role/nurse/", f"fit/job/{job.pk}/?part=1", "fit/what-if/?skill=excel", "jobs/"):
            owner.get(f"/profile/{path}")
    assert not [each["sql"] for each in found if re.match(r"\s*(INSERT|UPDATE|DELETE)", each["sql"])]
