"""What tests of the fit share: a market of jobs, and the answers that the formula alone gives for each of them."""

import random
from collections.abc import Iterable

from jobs.models import Job, JobStatus
from profiles.fit.formula import Target, score
from profiles.fit.having import Have
from profiles.fit.passing import LEAST
from profiles.fit.targets import Weights
from profiles.fit.weighing import targets_of
from profiles.models import Profile
from roles.models import Skill
from tests.factories import JobFactory, NearSkillFactory, ProfileSkillFactory, RoleFactory, SkillFactory

SKILLS = [f"skill-{number}" for number in range(12)]


def market(chance: random.Random, count: int) -> None:
    """Jobs of which many fit well who has some of these skills; near skills between some."""
    for slug in SKILLS:
        SkillFactory(slug=slug)
    for one, other in ((0, 1), (2, 3), (4, 5)):
        first, second = (Skill.objects.get(slug=SKILLS[each]) for each in (one, other))
        NearSkillFactory(first=first, second=second, credit=chance.choice([30, 50, 70]))
    roles = [RoleFactory(core={slug: chance.randint(20, 100) for slug in chance.sample(SKILLS, 8)}) for _ in range(3)]
    for _ in range(count):
        JobFactory(
            role=chance.choice([*roles, None]),
            years_min=chance.choice([None, 0, 1, 3]),
            asks=chance.sample(SKILLS, chance.choice([0, 1, 2, 3, 6])),
            at=[chance.choice(["pune", "mumbai"])],
            mode=chance.choice(["remote", "office"]),
            status=chance.choice([JobStatus.OPEN] * 9 + [JobStatus.DRAFT]),
        )


def with_skills(profile: Profile, slugs: Iterable[str]) -> None:
    profile.profileskill_rows.all().delete()
    for slug in slugs:
        skill = Skill.objects.filter(slug=slug).first() or SkillFactory(slug=slug)
        ProfileSkillFactory(profile=profile, name=skill.name, skill=skill)


def open_targets() -> dict[int, Target]:
    """What every open job asks for now, by its key, without those that ask for nothing."""
    jobs = list(Job.objects.open().values_list("pk", flat=True))
    return {job: found for job, found in targets_of(jobs, Weights.read()).items() if found}


def by_formula(has: Have) -> dict[int, int]:
    """The score of every open job that asks for something of this, by its key, the best first, of equal ones the
    older."""
    credits = has.credits
    asked = {job: target for job, target in open_targets().items() if any(slug in credits for slug in target.points)}
    scores = {job: score(target, credits, has.counted_months) for job, target in asked.items()}
    return dict(sorted(scores.items(), key=lambda item: (-item[1], item[0])))


def passing_by_formula(has: Have) -> int:
    return sum(points >= LEAST for points in by_formula(has).values())
