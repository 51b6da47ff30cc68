"""Python, SQL and the posting lists come to the same, to the last digit. On SQLite and on PostgreSQL."""

import random

import pytest
from django.db.models import Q

from jobs.models import Job, JobStatus
from profiles.facts import ProfileFacts, SkillFact
from profiles.fit.formula import Target, score
from profiles.fit.having import have
from profiles.fit.models import JobPoint, PostingList, WeighedJob
from profiles.fit.posting_lists import write_posting_lists
from profiles.fit.ranking import Ranked, keyed, rank, rank_by_sql
from profiles.fit.targets import Weights
from profiles.fit.weighing import targets_of, weigh
from roles.models import Skill
from tests.factories import JobFactory, RoleFactory, SkillFactory

pytestmark = pytest.mark.django_db

SKILLS = [f"skill-{number}" for number in range(24)]
COUNT = 20


def weighed(lists_anew: bool = True) -> None:
    weigh(list, lists_anew)


def openings(chance: random.Random, count: int) -> None:
    """Of few kinds, so that many have the same score; some name no skill at all."""
    for slug in SKILLS:
        SkillFactory(slug=slug)
    roles = [RoleFactory(core={slug: chance.randint(20, 100) for slug in chance.sample(SKILLS, 12)}) for _ in range(4)]
    for _ in range(count):
        JobFactory(
            role=chance.choice([*roles, None]),
            years_min=chance.choice([None, 0, 1, 3, 8]),
            asks=chance.sample(SKILLS, chance.choice([0, 1, 1, 2, 7, 9])),
            status=chance.choice([JobStatus.OPEN] * 9 + [JobStatus.DRAFT]),
        )


def by_python(credits: dict[str, int], months: int) -> list[Ranked]:
    """All open jobs that ask for something of this, from what they ask for now."""
    jobs = list(Job.objects.open().values_list("pk", flat=True))
    targets: dict[int, Target] = {job: found for job, found in targets_of(jobs, Weights.read()).items() if found}
    asked = {job: found for job, found in targets.items() if any(slug in credits for slug in found.points)}
    found = [Ranked(job, score(target, credits, months)) for job, target in asked.items()]
    return sorted(found, key=lambda each: (-each.score, each.job))


def some_credits(chance: random.Random) -> dict[str, int]:
    return {slug: chance.choice([30, 50, 60, 100, 100]) for slug in chance.sample(SKILLS, chance.randint(1, 12))}


def by_key(credits: dict[str, int]) -> dict[int, int]:
    return {key: credits[slug] for key, slug in Skill.objects.filter(slug__in=credits).values_list("pk", "slug")}


@pytest.mark.parametrize("seed", range(4))
def test_all_ways_agree_to_the_last_digit(seed):
    chance = random.Random(seed)  # noqa: S311
    openings(chance, 90)
    weighed()
    ties = 0
    for _ in range(12):
        credits, months = some_credits(chance), chance.choice([0, 7, 12, 30, 95, 700])
        expected = by_python(credits, months)
        ties += len(expected) > COUNT and expected[COUNT - 1].score == expected[COUNT].score
        assert rank_by_sql(by_key(credits), months, 500) == expected
        assert rank_by_sql(by_key(credits), months, COUNT) == expected[:COUNT]
        assert rank(by_key(credits), months, COUNT) == expected[:COUNT]
        assert rank(by_key(credits), months, 500) == expected
    assert ties or seed  # of these profiles some have equal scores at ranks 20 and 21


def test_of_equal_jobs_at_the_end_of_the_list_the_older_ones_are_in_it():
    for _ in range(COUNT + 5):
        JobFactory(asks=["sql", "excel"])
    weighed()
    first = list(Job.objects.order_by("pk").values_list("pk", flat=True)[:COUNT])
    sql = by_key({"sql": 100})
    assert [each.job for each in rank(sql, 0)] == first
    assert [each.job for each in rank_by_sql(sql, 0)] == first
    assert len({each.score for each in rank(sql, 0)}) == 1


def test_what_changed_since_the_lists_were_written_counts_as_it_is_now(django_assert_num_queries):
    chance = random.Random(7)  # noqa: S311
    openings(chance, 60)
    weighed()
    jobs = list(Job.objects.open().order_by("pk"))
    JobFactory(asks=SKILLS[:3], years_min=2)  # new
    jobs[0].skill_rows.all().delete()  # asks for something else
    jobs[0].skill_rows.create(skill=Skill.objects.get(slug=SKILLS[1]))
    Job.objects.filter(pk=jobs[1].pk).update(years_min=9)
    weighed(lists_anew=False)
    assert set(WeighedJob.objects.filter(is_listed=False).values_list("job", flat=True)) >= {jobs[0].pk, jobs[1].pk}
    for _ in range(8):
        credits = some_credits(chance)
        assert rank(by_key(credits), 30, 500) == by_python(credits, 30) == rank_by_sql(by_key(credits), 30, 500)
    keys = by_key(credits)
    with django_assert_num_queries(5):
        rank(keys, 30)


def test_a_job_that_was_closed_is_not_found_and_one_more_takes_its_place():
    made = [JobFactory(asks=["sql"]) for _ in range(COUNT + 10)]
    weighed()
    Job.objects.filter(pk__in=[job.pk for job in made[:5]]).update(status=JobStatus.HELD, held_because="Fee.")
    wanted = [job.pk for job in made[5 : COUNT + 5]]
    sql = by_key({"sql": 100})
    assert [each.job for each in rank(sql, 0)] == [each.job for each in rank_by_sql(sql, 0)] == wanted
    weighed(lists_anew=False)
    Job.objects.filter(pk=made[0].pk).update(status=JobStatus.OPEN, held_because="")
    assert rank(sql, 0) == rank_by_sql(sql, 0)  # its points are gone until it is weighed
    weighed(lists_anew=False)
    assert rank(sql, 0)[0].job == rank_by_sql(sql, 0)[0].job == made[0].pk


def test_without_lists_the_database_ranks_alone():
    JobFactory(asks=["sql"])
    weighed()
    PostingList.objects.all().delete()
    assert len(rank(by_key({"sql": 100}), 0)) == 1


def test_while_very_many_changed_the_database_ranks_alone(monkeypatch):
    monkeypatch.setattr("profiles.fit.ranking.MOST_UNLISTED", 1)
    for _ in range(3):
        JobFactory(asks=["sql"])
    weighed()
    WeighedJob.objects.update(is_listed=False)
    JobPoint.objects.update(months=12)  # the lists don't know of it
    assert {each.score for each in rank(by_key({"sql": 100}), 0)} == {800_000}


def test_nothing_is_found_for_nobody():
    JobFactory(asks=["sql"])
    weighed()
    assert rank({}, 60) == rank_by_sql({}, 60) == []
    assert rank(by_key({"sql": 100}) and {999_999: 100}, 60) == []


def test_a_choice_of_jobs_is_ranked_among_itself():
    pune = JobFactory(asks=["sql"], at=["pune"])
    JobFactory(asks=["sql"], at=["mumbai"])
    weighed()
    among = Job.objects.filter(Q(places__slug="pune"))
    assert rank_by_sql(by_key({"sql": 100}), 0, among=among) == [Ranked(pune.pk, 1_000_000)]


def test_a_profile_is_found_by_what_it_has():
    JobFactory(asks=["sql"])
    weighed()
    has = have(ProfileFacts(skills=(SkillFact("SQL", "sql"),)), [], [])
    assert rank(keyed(has), has.counted_months)[0].score == 1_000_000


def test_lists_of_many_jobs_are_whole():
    chance = random.Random(3)  # noqa: S311
    openings(chance, 40)
    weighed()
    assert write_posting_lists() == JobPoint.objects.values("job").distinct().count()
    packed = PostingList.objects.exclude(skill=0).values_list("skill", "points")
    assert {key: len(points) // 2 for key, points in packed} == {
        key: JobPoint.objects.filter(skill=key).count() for key, _ in packed
    }
