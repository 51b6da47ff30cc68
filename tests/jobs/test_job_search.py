"""Which openings typed words find. What they are found by is kept by the database, whoever writes."""

import pytest
from django.db import connection, models
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from jobs.models import Job, JobPlace, JobSkill, OpenJob
from jobs.search import keeping
from jobs.search.terms import LONGEST, terms
from roles.models import Location, Skill
from roles.names import has_trigrams
from tests.factories import (
    CompanyFactory,
    JobFactory,
    JobPlaceFactory,
    JobSkillFactory,
    LocationFactory,
    RoleFactory,
    SkillFactory,
)

pytestmark = pytest.mark.django_db


def found(typed: str) -> set[str]:
    return {job.title for job in Job.objects.search(typed)}


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Data Analyst", ("data", "analyst")),
        ("  jobs in “Pune”, for the data analyst ", ("pune", "data", "analyst")),
        ("C++ C# F# .NET ASP.NET", ("cplusplus", "csharp", "fsharp", "dotnet", "asp")),
        ("node.js", ("node", "js")),
        ("IT support IT", ("it", "support")),
        ("c", ("c",)),
        ("jobs", ()),
        ("\0'\"*()-:^ AND", ()),
        ("x" * 300, ("x" * LONGEST,)),
    ],
)
def test_typed_words_are_taken_apart(typed, wanted):
    assert terms(typed) == wanted


JOBS = {
    "C++ Developer": {"asks": ["qt"]},
    "C# Developer": {"description": "<p>Our stack: .NET and <strong>Azure</strong>.</p>"},
    "C Programmer": {"description": "<ul><li>Firmware</li><li>R&amp;D</li></ul>"},
    "ASP.NET Engineer": {},
    "Data Analyst": {"at": ["pune"], "asks": ["power-bi"], "places_words": "Hinjawadi"},
    "IT Support Executive": {"company": "Acme Networks"},
    "बिक्री सहायक": {},
}


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("c++", {"C++ Developer"}),
        ("C#", {"C# Developer"}),
        ('"C#"', {"C# Developer"}),
        (".net", {"C# Developer", "ASP.NET Engineer"}),
        ("asp.net", {"ASP.NET Engineer"}),
        ("c", {"C Programmer"}),
        ("developers", {"C++ Developer", "C# Developer"}),
        ("developer azure", {"C# Developer"}),
        ("strong", set()),  # a tag of the description, no word of it
        ("li", set()),
        ("firmware", {"C Programmer"}),
        ("r&d", {"C Programmer"}),
        ("it", {"IT Support Executive"}),
        ("acme", {"IT Support Executive"}),
        ("power bi", {"Data Analyst"}),
        ("data analyst jobs in Pune", {"Data Analyst"}),
        ("hinjawadi", {"Data Analyst"}),
        ("data plumber", set()),
        ("बिक्री", {"बिक्री सहायक"}),
        ("jobs", set(JOBS)),
        ("", set(JOBS)),
        ("'; drop table --", set()),
        ("title:x NOT y NEAR(z)", set()),
    ],
)
def test_words_find(typed, titles):
    for title, more in JOBS.items():
        company = CompanyFactory(name=more.get("company", "Zenith"))
        JobFactory(title=title, slug="a-job", company=company, **{k: v for k, v in more.items() if k != "company"})
    assert found(typed) == titles


class AnythingTyped(TestCase):
    @given(st.text(max_size=120))
    def test_nothing_typed_is_an_error(self, typed):
        JobFactory()
        list(Job.objects.search(typed))
        list(OpenJob.objects.search(typed).titled_like(typed))


@pytest.mark.parametrize("status", ["draft", "held", "refused"])
def test_only_open_jobs_are_found(status):
    job = JobFactory()
    assert found("analyst")
    Job.objects.filter(pk=job.pk).update(status=status, held_because="Look.")
    assert found("analyst") == found("") == set()
    Job.objects.filter(pk=job.pk).update(status="open")
    assert found("analyst")


def test_titles_are_found_in_spite_of_slips():
    if not has_trigrams():
        assert not OpenJob.objects.titled_like("data analist").exists()
        pytest.skip("only PostgreSQL's pg_trgm compares so")
    JobFactory(title="Senior Data Analyst")
    JobFactory(title="Welder")
    like = OpenJob.objects.titled_like("data analist").values_list("job__title", flat=True)
    assert list(like) == ["Senior Data Analyst"]


def test_titles_weigh_more_than_the_company_and_skills_then_places_then_the_description():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite's words have no weights")
    company = CompanyFactory(name="Birch")
    JobFactory(title="Apple", company=company, asks=["cedar"], at=["delhi"], description="<p>Elder</p>")
    with connection.cursor() as cursor:
        cursor.execute("SELECT words::text FROM jobs_openjob")
        [[words]] = cursor.fetchall()
    weights = {part.partition(":")[0].strip("'"): part[-1] for part in words.split()}
    assert weights.pop("elder").isdigit()  # PostgreSQL writes the last weight, D, as none
    assert weights == {"appl": "A", "birch": "B", "cedar": "B", "delhi": "C"}


# --- Kept by the database


def rows() -> list[tuple]:
    columns = ("job_id", "posted_at", "pay", "years_from", "years_to", "marks")
    return list(OpenJob.objects.order_by("job_id").values_list(*columns))


def test_a_row_says_what_the_job_does():
    role = RoleFactory()
    job = JobFactory(role=role, mode="remote", employment="full_time", pay_min=500_000, pay_max=900_000)
    place, skill = JobPlaceFactory(job=job), JobSkillFactory(job=job)
    marks = [f"r{role.pk}", "mremote", "efull_time", f"p{place.location_id}", f"s{skill.skill_id}"]
    assert rows() == [(job.pk, job.posted_at, 900_000, 0, 99, marks)]
    Job.objects.update(role=None, mode="", employment="", pay_min=None, pay_max=None, years_min=2, years_max=4)
    JobPlace.objects.all().delete()
    JobSkill.objects.all().delete()
    assert rows() == [(job.pk, job.posted_at, 0, 2, 4, [])]
    Job.objects.update(is_sample=True)
    assert rows()[0][-1] == ["xsample"]


def renamed(model: type[models.Model]) -> None:
    model.objects.update(name="Renamed", **({"in_sentence": "renamed"} if model is Skill else {}))


CHANGES = {
    "another title": lambda job: Job.objects.update(title="Renamed"),
    "another description": lambda job: Job.objects.update(description="<p>Renamed</p>"),
    "another company": lambda job: Job.objects.update(company=CompanyFactory(name="Renamed")),
    "the company's name": lambda job: renamed(type(job.company)),
    "the place's name": lambda job: renamed(Location),
    "the skill's name": lambda job: renamed(Skill),
    "the place's words": lambda job: JobPlace.objects.update(words="Renamed"),
    "the skill's words": lambda job: JobSkill.objects.update(words="Renamed"),
    "another place": lambda job: JobPlace.objects.update(location=LocationFactory(slug="renamed")),
    "another skill": lambda job: JobSkill.objects.update(skill=SkillFactory(slug="renamed")),
    "one more skill": lambda job: JobSkill.objects.bulk_create([JobSkill(job=job, skill=SkillFactory(slug="renamed"))]),
}


@pytest.mark.parametrize("what", CHANGES)
def test_every_change_of_words_is_found(what):
    """A change that isn't: a migration made a table anew on SQLite and doesn't end with KeepOpenJobs."""
    job = JobFactory(at=["pune"], asks=["sql"])
    JobFactory(title="Another")
    CHANGES[what](job)
    assert job.pk in Job.objects.search("renamed").values_list("pk", flat=True)


def test_a_skill_that_moves_to_another_job_is_found_there_alone():
    job, other = JobFactory(asks=["welding"]), JobFactory(title="Other")
    JobSkill.objects.update(job=other)
    assert found("welding") == {"Other"}
    assert job.pk in Job.objects.search("").values_list("pk", flat=True)


def test_deleted_jobs_are_found_no_more():
    JobFactory(asks=["sql"], at=["pune"]).delete()
    job = JobFactory()
    Job._base_manager.filter(pk=job.pk)._raw_delete(using="default")
    assert rows() == []
    assert found("analyst") == set()


def test_rows_are_made_anew():
    JobFactory(asks=["sql"], at=["pune"])
    JobFactory(status="draft")
    before = rows()
    with connection.cursor() as cursor:
        for statement in keeping.leave(connection.vendor):
            cursor.execute(statement)
        assert rows() == []
        for statement in keeping.keep(connection.vendor):
            cursor.execute(statement)
    assert rows() == before
    assert found("sql") == {"Data Analyst"}
    JobFactory(title="Later")
    assert found("later") == {"Later"}
