"""About 200 openings from the catalogue's own roles: what they do, the skills they ask for, the steps of their ladder.

The same every time for one day: nothing is left to chance, so that loading it twice changes nothing.
"""

import datetime
import random
from collections.abc import Iterable, Iterator
from decimal import Decimal
from html import escape

from jobs.demo.companies import DESK, INVENTED, TECH, Invented
from jobs.feeds.posting import Posting, StatedPay
from roles.models import CareerStep, Role

MOST = 200
A_ROLE = 2  # openings of each
OPEN_FOR = 45  # days
FIRST_YEAR = 300_000  # rupees: what the invented companies pay a beginner; more with each year
A_YEAR = 110_000
UNSTATED = 0.25  # of openings say no pay
MODES = ("In office", "Hybrid", "Remote")
SENIOR_FROM, LEAD_FROM = 4, 8  # years


def openings(today: datetime.datetime) -> list[Posting]:
    """Three queries. today: aware; every date is counted from its day."""
    roles = Role.objects.published().prefetch_related("responsibilities", "role_skills__skill", "career_steps")
    made = (each for role in roles.order_by("slug") for each in _of_role(role, today))
    return sorted(made, key=lambda posting: posting.key)[:MOST]


def _of_role(role: Role, today: datetime.datetime) -> Iterator[Posting]:
    # Not for secrets: the same word gives the same opening.
    chance = random.Random(role.slug)  # noqa: S311
    steps = list(role.career_steps.all())
    for number, step in enumerate(chance.sample(steps, k=min(A_ROLE, len(steps)))):
        yield _opening(role, step, f"{number}-{role.slug}", chance, today)


def _opening(role: Role, step: CareerStep, key: str, chance: random.Random, today: datetime.datetime) -> Posting:
    company = chance.choice([each for each in INVENTED if role.family in each.fields])
    posted = today - datetime.timedelta(days=chance.randint(0, 28), hours=chance.randint(0, 20))
    mode = _mode(role, company, chance)
    skills = [row.skill.name for row in role.role_skills.all() if row.kind == "core"]
    return Posting(
        key=key,
        url=f"https://{company.name.split(' (')[0].lower().replace(' ', '-').replace('&', 'and')}.example/jobs/{key}",
        title=_title(role, step),
        company=company.name,
        description="".join(_description(role, step, company, skills)),
        places=(chance.choice(company.cities),) if company.cities else (),
        is_remote=mode == "Remote",
        mode=mode,
        employment="Full time",
        experience=_years(step),
        pay=_pay(step, chance),
        skills=tuple(skills),
        posted_at=posted,
        closes_at=posted + datetime.timedelta(days=OPEN_FOR),
    )


def _title(role: Role, step: CareerStep) -> str:
    grade = "Lead " if step.years_min >= LEAD_FROM else "Senior " if step.years_min >= SENIOR_FROM else ""
    return f"{grade}{role.name}"


def _mode(role: Role, company: Invented, chance: random.Random) -> str:
    """Nobody nurses or cooks from home."""
    if not company.cities:
        return "Remote"
    return chance.choice(MODES) if role.family in (*TECH, *DESK) else MODES[0]


def _description(role: Role, step: CareerStep, company: Invented, skills: Iterable[str]) -> Iterator[str]:
    yield f"<p>{escape(company.name)} {escape(company.about)}. This opening is invented, to show the site.</p>"
    yield f"<p>{escape(step.does)}</p><h3>What you will do</h3><ul>"
    yield from (f"<li>{escape(duty.text)}</li>" for duty in list(role.responsibilities.all())[:5])
    yield "</ul><h3>What we ask for</h3><ul>"
    yield from (f"<li>{escape(skill)}</li>" for skill in skills)
    yield f"</ul><p>{_years(step)} of experience.</p>"


def _years(step: CareerStep) -> str:
    return f"{step.years_min}–{step.years_max} years" if step.years_max else f"{step.years_min}+ years"


def _pay(step: CareerStep, chance: random.Random) -> StatedPay | None:
    """None where it isn’t said."""
    if chance.random() < UNSTATED:
        return None
    low = FIRST_YEAR + A_YEAR * step.years_min
    high = low + A_YEAR * chance.randint(1, 4)
    words = f"₹{low / 100_000:.1f}–{high / 100_000:.1f} lakh a year"
    return StatedPay(Decimal(low), Decimal(high), "INR", "year", words)
