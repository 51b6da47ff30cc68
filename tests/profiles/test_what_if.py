"""How many more open jobs would pass: the same as the formula says of every job, whatever happened to the jobs."""

import random

import pytest

from jobs.models import Job, JobStatus
from profiles.fit.breakdown import gains
from profiles.fit.formula import Target, score, shown
from profiles.fit.having import Have
from profiles.fit.models import PostingList
from profiles.fit.passing import passing
from profiles.fit.person import person_of
from profiles.fit.weighing import weigh
from profiles.fit.what_if import jobs_fit, ladders, with_all
from profiles.models import Profile
from tests.factories import CertificateFactory, EducationFactory, JobFactory, LocationFactory, ProfileFactory
from tests.profiles.fitting import SKILLS, market, open_targets, passing_by_formula, with_skills

pytestmark = pytest.mark.django_db


def somebody(chance: random.Random, profile: Profile) -> Have:
    with_skills(profile, chance.sample(SKILLS, chance.randint(1, 7)))
    profile.months = chance.choice([None, 0, 12, 40])
    profile.save()
    has, _ = person_of(profile).have(*SKILLS)
    return has


def agree(chance: random.Random, profile: Profile) -> set[int]:
    """Compares both ways for several people and skills; returns the counts that there were."""
    seen = set()
    for _ in range(6):
        has = somebody(chance, profile)
        haves = [has, *(has.with_skill(slug) for slug in SKILLS), with_all(has, SKILLS[:4])]
        counts = passing(haves)
        assert counts == [passing_by_formula(each) for each in haves]
        seen.update(counts)
    return seen


@pytest.mark.parametrize("seed", range(3))
def test_counts_are_those_of_the_formula(seed, profile):
    chance = random.Random(seed)  # noqa: S311
    market(chance, 60)
    weigh(list)
    assert len(agree(chance, profile)) > 3


def test_jobs_that_were_closed_changed_or_deleted_since_count_as_they_are(profile):
    chance = random.Random(11)  # noqa: S311
    market(chance, 60)
    weigh(list)
    jobs = list(Job.objects.open().order_by("pk"))
    for job in jobs[:5]:
        Job.objects.filter(pk=job.pk).update(status=JobStatus.HELD, held_because="Fee.")
    jobs[5].delete()
    agree(chance, profile)
    Job.objects.filter(pk=jobs[6].pk).update(years_min=9)
    jobs[7].skill_rows.all().delete()
    jobs[7].role = None
    jobs[7].save()
    JobFactory(asks=SKILLS[:2])
    weigh(list)  # known, but not in the posting lists yet
    Job.objects.filter(pk=jobs[8].pk).update(status=JobStatus.HELD, held_because="Fee.")
    agree(chance, profile)


@pytest.mark.parametrize("loss", ["no lists", "too many changes"])
def test_without_lists_the_database_counts(loss, profile, monkeypatch):
    chance = random.Random(5)  # noqa: S311
    market(chance, 40)
    weigh(list)
    if loss == "no lists":
        PostingList.objects.all().delete()
    else:
        monkeypatch.setattr("profiles.fit.passing.MOST_UNLISTED", 0)
        JobFactory(asks=SKILLS[:2])
        weigh(list)
    assert len(agree(chance, profile)) > 3


def test_a_ladder_takes_four_queries_however_many_steps(profile, django_assert_num_queries):
    chance = random.Random(2)  # noqa: S311
    market(chance, 30)
    weigh(list)
    has = somebody(chance, profile)
    [target, *_] = open_targets().values()
    names = {slug: slug for slug in SKILLS[:5]}
    with django_assert_num_queries(4):
        ladders(has, [(target, names), (target, names)])


def test_each_step_is_counted_by_itself(profile):
    for asks in (["sql", "git"], ["sql", "excel"], ["sql", "excel"]):
        JobFactory(asks=asks)
    weigh(list)
    with_skills(profile, ["sql"])
    has, _ = person_of(profile).have("git", "excel")
    target = Target({"sql": 4_000, "git": 2_000, "excel": 2_000})
    [found] = ladders(has, [(target, {"git": "Git", "excel": "Excel"})])
    assert [(step.name, step.before, step.after, step.more) for step in found.steps] == [
        ("Git", 60, 80, 1),
        ("Excel", 60, 80, 2),
    ]
    assert [step.jobs for step in found.steps] == ["1 more open job passes", "2 more open jobs pass"]
    assert (found.passing, found.passing_words) == (0, "no open job fits")
    assert (jobs_fit(1), jobs_fit(1234)) == ("1 open job fits", "1,234 open jobs fit")


def test_a_step_says_what_the_list_of_gains_says(profile):
    chance = random.Random(4)  # noqa: S311
    market(chance, 20)
    has = somebody(chance, profile)
    for target in open_targets().values():
        found = gains(target, has)
        [steps] = ladders(has, [(target, {gain.slug: gain.slug for gain in found})])
        before = score(target, has.credits, has.counted_months)
        assert [step.after for step in steps.steps] == [shown(before + gain.points) for gain in found]


# --- Who it is for


def test_a_person_is_what_counts_of_a_profile(profile, django_assert_max_num_queries):
    with_skills(profile, ["sql", "git"])
    CertificateFactory(profile=profile, name="PMP")
    EducationFactory(profile=profile, degree="B.Com.")
    profile.location = LocationFactory(slug="nagpur")
    profile.months, profile.notice_days = 30, 60
    profile.save()
    assert person_of(profile).wishes.places == frozenset()  # who chose no place may go anywhere
    profile.would_move_to.add(LocationFactory(slug="pune"))
    profile = Profile.objects.get()
    with django_assert_max_num_queries(5):
        person = person_of(profile)
    assert person.slugs == {"sql", "git"}
    assert person.wishes.places == {"pune", "nagpur"}
    assert person.facts.months == 30
    has, _ = person.have()
    assert (has.wishes.papers, has.wishes.notice_days) == (("PMP", "B.Com."), 60)


def test_skills_that_the_catalogue_lacks_count_nothing():
    profile = ProfileFactory()
    profile.profileskill_rows.create(name="Loom weaving")
    assert person_of(profile).slugs == set()
