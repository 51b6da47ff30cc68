"""All open jobs in the order in which they fit, with the filters of the list of all."""

import random

import pytest
from django.test import Client

from jobs.models import Job
from profiles.fit.person import person_of
from profiles.fit.weighing import weigh
from tests.factories import CompanyFactory, JobFactory
from tests.profiles.fitting import SKILLS, by_formula, market, with_skills
from tests.prose import faults

pytestmark = pytest.mark.django_db

FILTERS = {
    "": lambda jobs: jobs,
    "city=pune": lambda jobs: jobs.filter(places__slug="pune"),
    "mode=remote": lambda jobs: jobs.filter(mode="remote"),
    "city=mumbai&mode=office&years=2": lambda jobs: jobs.filter(places__slug="mumbai", mode="office").exclude(
        years_min__gt=2
    ),
    "skill=skill-3": lambda jobs: jobs.filter(skill_rows__skill__slug="skill-3"),
}


def listed(client: Client, query: str) -> list[int]:
    """Keys of the openings on all pages of the list."""
    found: list[int] = []
    for page in range(1, 20):
        response = client.get(f"/profile/jobs/?{query}{f'&page={page}' if page > 1 else ''}")
        if response.status_code == 404:
            break
        found += [row.job.key for row in response.context["rows"]]
    return found


@pytest.mark.parametrize("query", FILTERS)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_is_that_of_the_formula_with_every_filter(seed, query, profile, owner):
    chance = random.Random(seed)  # noqa: S311
    market(chance, 70)
    weigh(list)
    with_skills(profile, chance.sample(SKILLS, 4))
    has, _ = person_of(profile).have()
    chosen = set(FILTERS[query](Job.objects.open()).values_list("pk", flat=True))
    expected = [job for job in by_formula(has) if job in chosen]
    assert len(expected) > 5
    assert listed(owner, query) == expected


def test_a_row_says_its_score_in_words_and_numbers_what_lacks_and_what_blocks(profile, owner):
    JobFactory(asks=["sql", "git", "excel", "tableau", "scala"], title="Near", years_min=4)
    JobFactory(asks=["sql"], title="Full", description="<p>Immediate joiners</p>")
    JobFactory(asks=["git"], title="Nothing of it")
    weigh(list)
    with_skills(profile, ["sql"])
    page = owner.get("/profile/jobs/")
    full, near = page.context["rows"]
    assert (full.job.title, full.score, full.band.name, full.missing) == ("Full", 100, "Strong", ())
    assert full.blockers == (
        "The advert wants somebody within 15 days: “Immediate joiners”. Your profile doesn’t say when you can start.",
    )
    assert (near.score, near.band.name, near.missing) == (16, "Far", ("Excel", "Git", "Scala"))
    assert "Nothing of it" not in page.text
    assert "2 jobs" in page.text
    assert "jobs that ask for nothing of it are left out" in page.text
    assert f'href="/profile/fit/job/{near.job.key}/"' in page.text
    assert faults(page.text) == []


def test_a_row_says_the_same_as_the_page_of_the_job(profile, owner):
    chance = random.Random(8)  # noqa: S311
    market(chance, 25)
    weigh(list)
    with_skills(profile, SKILLS[:4])
    for row in owner.get("/profile/jobs/").context["rows"]:
        panel = owner.get(f"/profile/fit/job/{row.job.key}/").context["panel"]
        assert (panel.table.score, panel.blockers) == (row.score, row.blockers)


def test_links_of_the_page_stay_on_it_and_the_form_leads_back_to_all(profile, owner):
    JobFactory.create_batch(25, asks=["sql"], at=["pune"], mode="remote")
    weigh(list)
    with_skills(profile, ["sql"])
    text = owner.get("/profile/jobs/?city=pune").text
    assert 'href="/profile/jobs/?city=pune&amp;sort=fit&amp;page=2"' in text
    assert 'href="/profile/jobs/?city=pune&amp;mode=remote&amp;sort=fit"' in text
    assert '<a href="/profile/jobs/?sort=fit" rel="nofollow"><span class="visually-hidden">Without </span>Pune' in text
    assert '<a href="/jobs/?city=pune">All, newest first</a>' in text
    assert '<option value="fit" selected>' in text
    assert 'action="/jobs/"' in text
    assert owner.get("/profile/jobs/?city=pune&page=3").status_code == 404


def test_where_nothing_is_found_it_says_why(profile, owner):
    JobFactory(asks=["git"], at=["pune"])
    weigh(list)
    with_skills(profile, ["sql"])
    assert "No open job asks for a skill of your profile." in owner.get("/profile/jobs/").text
    filtered = owner.get("/profile/jobs/?city=pune").text
    assert "No open job with all of this asks for a skill of your profile." in filtered
    assert '<a href="/jobs/?city=pune">look without your profile</a>' in filtered


def test_what_cannot_be_understood_is_said_and_filters_nothing(profile, owner):
    JobFactory(asks=["sql"])
    weigh(list)
    with_skills(profile, ["sql"])
    page = owner.get("/profile/jobs/?years=abc&role=nobody")
    assert len(page.context["rows"]) == 1
    assert page.text.count('class="error"') == 2


def test_a_very_long_list_is_cut_and_says_so(profile, owner, monkeypatch):
    for place in ("profiles.fit.best_jobs.MOST", "jobs.listing.page.MOST"):
        monkeypatch.setattr(place, 20)
    monkeypatch.setattr("jobs.listing.page.LAST_PAGE", 1)
    JobFactory.create_batch(22, asks=["sql"], company=CompanyFactory())
    weigh(list)
    with_skills(profile, ["sql"])
    page = owner.get("/profile/jobs/")
    assert "20+ jobs" in page.text
    assert "You have looked through 20 jobs and there are more" in page.text
    assert owner.get("/profile/jobs/?page=2").status_code == 404


def test_a_job_that_closed_since_is_not_listed(profile, owner):
    job = JobFactory(asks=["sql"])
    weigh(list)
    with_skills(profile, ["sql"])
    job.delete()
    assert owner.get("/profile/jobs/").context["rows"] == []


def test_the_budget_does_not_grow_with_the_list(profile, owner, django_assert_max_num_queries):
    JobFactory.create_batch(30, asks=["sql", "git"], at=["pune", "mumbai"])
    weigh(list)
    with_skills(profile, ["sql", "excel", "git"])
    for query in ("", "?city=pune"):
        with django_assert_max_num_queries(22):
            assert len(owner.get(f"/profile/jobs/{query}").context["rows"]) == 20
