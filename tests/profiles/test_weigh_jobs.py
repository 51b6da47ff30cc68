"""`manage.py weigh_jobs`: the points of open jobs follow what adverts and the catalogue say."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from jobs.models import Job, JobStatus
from jobs.sync.locks import only_reader
from profiles.fit import posting_lists
from profiles.fit.formula import MOST_MONTHS, SKILL_POINTS
from profiles.fit.models import MONTHS, JobPoint, PostingList, WeighedJob
from profiles.fit.weighing import LOCK
from roles.models import DataVersion, Role, RoleSkill, Skill
from tests.factories import JobFactory, JobSkillFactory, RoleFactory, SkillFactory

pytestmark = pytest.mark.django_db

SIX = ["sql", "excel", "python", "dax", "git", "r"]


def weigh(capsys, *words: str) -> str:
    call_command("weigh_jobs", *words)
    return capsys.readouterr().out


def points(job: Job) -> dict[str, int]:
    return dict(JobPoint.objects.filter(job=job).values_list("skill__slug", "points"))


def test_an_open_job_gets_its_points_and_months(capsys):
    job = JobFactory(asks=SIX, years_min=3)
    assert "1 open, 1 changed, 0 gone; posting lists written for 1 jobs" in weigh(capsys)
    # None of its skills is asked for by any role, so all tell as much: 8,000 / 6 = 1,333, and 2 points are left over.
    assert points(job) == {"dax": 1_334, "excel": 1_334, "git": 1_333, "python": 1_333, "r": 1_333, "sql": 1_333}
    assert set(JobPoint.objects.values_list("months", flat=True)) == {36}


def test_the_second_time_nothing_is_written(capsys):
    JobFactory(asks=SIX)
    weigh(capsys)
    with CaptureQueriesContext(connection) as queries:
        assert "1 open, 0 changed, 0 gone; posting lists kept" in weigh(capsys)
    assert not [query for query in queries if query["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]


def test_only_what_changed_is_written_anew(capsys):
    jobs = [JobFactory(asks=SIX) for _ in range(3)]
    weigh(capsys)
    jobs[1].skill_rows.filter(skill__slug="sql").delete()
    assert "3 open, 1 changed" in weigh(capsys)
    assert WeighedJob.objects.get(is_listed=False).job_id == jobs[1].pk
    assert sum(points(jobs[1]).values()) == SKILL_POINTS
    assert "sql" not in points(jobs[1])


def test_a_skill_in_the_title_weighs_double(capsys):
    job = JobFactory(title="C++ Developer", asks=[*SIX[:5]])
    JobSkillFactory(job=job, skill=SkillFactory(slug="cpp", name="C++"), words="C++")
    weigh(capsys)
    # Weights 4 and 5 × 2: (8,000 - 6) × 4 / 14 = 2,284, and its own point.
    assert points(job)["cpp"] == 2_285
    assert "r" not in points(job)


@pytest.mark.parametrize(
    ("title", "is_in_it"), [("Go Developer", True), ("Google Ads Manager", False), ("go-getter", True)]
)
def test_a_title_names_whole_words_only(capsys, title, is_in_it):
    job = JobFactory(title=title, asks=["go", "sql"])
    weigh(capsys)
    assert (points(job)["go"] > points(job)["sql"]) is is_in_it


def test_a_rare_skill_weighs_more_than_one_that_every_role_asks_for(capsys):
    for number in range(8):
        RoleFactory(core={"excel": 80} | ({"dax": 80} if number == 0 else {}))
    job = JobFactory(asks=["excel", "dax"])
    weigh(capsys)
    # 8 of 8 roles: 4; 1 of 8: 4 + log2(8) = 7. So (8,000 - 2) × 7 / 11 = 5,089.6, and its point and the one left over.
    assert points(job) == {"dax": 5_091, "excel": 2_909}


def test_a_short_advert_is_completed_from_its_role_but_not_by_ways_of_working_with_people(capsys):
    role = RoleFactory(core={"sql": 90, "excel": 60, "patience": 100})
    Skill.objects.filter(slug="patience").update(category="soft")
    job = JobFactory(role=role, asks=["sql", "patience"])
    weigh(capsys)
    assert points(job) == {"sql": 1_333, "excel": 6_667}
    assert JobPoint.objects.get(is_completed=True).skill.slug == "excel"


def test_a_role_that_no_reader_is_shown_completes_nothing(capsys):
    job = JobFactory(role=RoleFactory(core={"excel": 60}, status="draft"), asks=["sql"])
    weigh(capsys)
    assert points(job) == {"sql": SKILL_POINTS}


def test_the_catalogue_moves_the_points(capsys):
    role = RoleFactory(core={"sql": 90, "excel": 60})
    job = JobFactory(role=role, asks=["git"])
    weigh(capsys)
    before = points(job)
    RoleSkill.objects.filter(skill__slug="excel").update(importance=90)
    assert "1 changed" in weigh(capsys)
    assert points(job)["excel"] > before["excel"]


def test_what_asks_for_nothing_has_no_points(capsys):
    job = JobFactory(years_min=4)
    assert "1 open, 0 changed" in weigh(capsys)
    assert points(job) == {}
    JobSkillFactory(job=job)
    assert "1 changed" in weigh(capsys)
    job.skill_rows.all().delete()
    assert "1 changed" in weigh(capsys)
    assert points(job) == {}


@pytest.mark.parametrize("status", [JobStatus.DRAFT, JobStatus.REFUSED])
def test_what_is_open_no_more_loses_its_points(capsys, status):
    job = JobFactory(asks=SIX)
    weigh(capsys)
    Job.objects.update(status=status)
    assert "0 open, 0 changed, 1 gone" in weigh(capsys)
    assert points(job) == {}
    assert "0 gone; posting lists written for 0 jobs" in weigh(capsys, "--lists")
    assert not WeighedJob.objects.exists()


def test_many_batches_are_the_same_as_one(capsys, monkeypatch):
    jobs = [JobFactory(asks=SIX[: 1 + number % 6]) for number in range(7)]
    weigh(capsys)
    at_once = [points(job) for job in jobs]
    JobPoint.objects.all().delete()
    WeighedJob.objects.all().delete()
    monkeypatch.setattr("profiles.fit.weighing.BATCH", 2)
    assert "7 open, 7 changed" in weigh(capsys)
    assert [points(job) for job in jobs] == at_once


def test_few_changes_wait_and_many_write_the_lists_anew(capsys, monkeypatch):
    JobFactory(asks=SIX)
    weigh(capsys)
    monkeypatch.setattr("profiles.fit.weighing.MOST_UNLISTED", 2)
    JobFactory.create_batch(2, asks=SIX)
    assert "posting lists kept" in weigh(capsys)
    JobFactory(asks=SIX)
    assert "posting lists written for 4 jobs" in weigh(capsys)
    assert not WeighedJob.objects.filter(is_listed=False).exists()
    assert len(PostingList.objects.get(skill=MONTHS).jobs) == 4 * 4


def test_lists_are_written_all_or_none(capsys, monkeypatch):
    JobFactory(asks=SIX)
    weigh(capsys)
    before = sorted((each.skill, bytes(each.jobs)) for each in PostingList.objects.all())
    JobFactory(asks=SIX)
    monkeypatch.setattr(posting_lists, "BATCH", 2)
    monkeypatch.setattr(posting_lists, "_packed", _failing_at(3))
    with pytest.raises(OSError, match="full"):
        weigh(capsys, "--lists")
    assert sorted((each.skill, bytes(each.jobs)) for each in PostingList.objects.all()) == before


def _failing_at(number: int):
    calls, packed = [], posting_lists._packed

    def fail(*parts):
        calls.append(parts)
        if len(calls) == number:
            raise OSError("full")
        return packed(*parts)

    return fail


def test_two_at_once_do_not_meet(capsys):
    JobFactory(asks=SIX)
    with only_reader(LOCK) as is_ours:
        assert is_ours
        if connection.vendor != "postgresql":  # there a session gets its own lock again
            assert "are being weighed already" in weigh(capsys)


def test_weighing_leaves_the_version_of_what_pages_show_alone(capsys):
    JobFactory(asks=SIX)
    before = DataVersion.objects.get().number
    weigh(capsys)
    assert DataVersion.objects.get().number == before


def test_a_skill_or_role_or_job_can_go(capsys):
    role = RoleFactory(core={"sql": 90, "excel": 60})
    job = JobFactory(role=role)
    weigh(capsys)
    RoleSkill.objects.all().delete()
    Skill.objects.filter(slug="sql").delete()
    Role.objects.all().delete()
    assert "1 changed" in weigh(capsys)
    job.delete()
    weigh(capsys, "--lists")
    assert not JobPoint.objects.exists()


def test_what_is_core_in_a_role_weighs_double(capsys):
    role = RoleFactory(core={"sql": 60}, secondary={"excel": 60})
    job = JobFactory(role=role)
    weigh(capsys)
    # 120 to 60: two thirds and one of 7,998, and a point each.
    assert points(job) == {"sql": 5_333, "excel": 2_667}


# --- What the database refuses


@pytest.mark.parametrize("wrong", [{"points": 0}, {"points": SKILL_POINTS + 1}, {"months": MOST_MONTHS + 1}])
def test_impossible_points_are_refused(wrong):
    row = {"job": JobFactory(), "skill": SkillFactory(), "points": 1, "months": 0}
    with pytest.raises(IntegrityError), transaction.atomic():
        JobPoint.objects.bulk_create([JobPoint(**(row | wrong))])


def test_a_skill_has_points_once_in_a_job():
    row = {"job": JobFactory(), "skill": SkillFactory(), "points": 1, "months": 0}
    with pytest.raises(IntegrityError), transaction.atomic():
        JobPoint.objects.bulk_create([JobPoint(**row), JobPoint(**row)])
