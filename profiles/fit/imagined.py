"""What somebody would have with skills that they only think of: the roles they aim for, and the open jobs that pass."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from profiles.fit.breakdown import gains
from profiles.fit.formula import Target, score, shown
from profiles.fit.having import Have
from profiles.fit.matrix import MatrixRow, matrix
from profiles.fit.passing import PASS, passing
from profiles.fit.person import Person
from profiles.fit.targets import Wanted, wanted_by_roles
from profiles.fit.what_if import jobs_fit, with_all
from roles.models import Role, Skill, SkillCategory
from roles.money import thousands
from roles.words import capitalised, join_words

MOST_SKILLS = 10  # that are thought of at once
MOST_OFFERED = 12  # skills to tick
NEAREST = 3  # roles, for who aims for none


@dataclass(frozen=True, slots=True)
class Moved:
    """A role's score as it is and as it would be, of 100."""

    slug: str
    name: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A skill to think of. more: open jobs that would pass with it beside those that are ticked."""

    slug: str
    name: str
    is_ticked: bool
    more: int = 0

    @property
    def jobs(self) -> str:
        """ "34 more jobs"; nothing for none."""
        return f"{thousands(self.more)} more {'job' if self.more == 1 else 'jobs'}" if self.more else ""


@dataclass(frozen=True, slots=True)
class Imagined:
    """roles: those the person aims for, else (is_nearest) those that fit best; before, after: open jobs that pass."""

    skills: tuple[Tick, ...]
    ticks: tuple[Tick, ...]
    roles: tuple[Moved, ...]
    is_nearest: bool
    before: int
    after: int
    least: int = PASS

    @property
    def names(self) -> str:
        return join_words(skill.name for skill in self.skills)

    @property
    def now(self) -> str:
        """ "34 open jobs fit"."""
        return capitalised(jobs_fit(self.before))

    @property
    def more(self) -> int:
        return self.after - self.before


def imagined(person: Person, aims: Sequence[Role], slugs: Iterable[str]) -> Imagined:
    """aims: the roles that the person aims for; slugs: of skills, unknown ones are left out."""
    thought_of = _skills(list(dict.fromkeys(slugs))[:MOST_SKILLS], person.slugs)
    roles = list(aims) or _nearest(person)
    wanted = wanted_by_roles(roles)
    has, _ = person.have(*thought_of, *(slug for each in wanted.values() for slug in each.target.points))
    then = with_all(has, list(thought_of))
    offered = _offered(wanted.values(), then)
    before, after, *further = passing([has, then, *(then.with_skill(slug) for slug in offered)])
    ticked = tuple(Tick(slug, name, is_ticked=True) for slug, name in thought_of.items())
    others = (
        Tick(slug, name, is_ticked=False, more=count - after)
        for (slug, name), count in zip(offered.items(), further, strict=True)
    )
    moved = (_moved(role, wanted[role.pk].target, has, then) for role in roles if role.pk in wanted)
    return Imagined(ticked, (*ticked, *others), tuple(moved), not aims, before, after)


def _skills(slugs: Collection[str], own: Collection[str]) -> dict[str, str]:
    """Names by slug, without those that they have. One query, none for none."""
    wanted = [slug for slug in slugs if slug not in own and "\0" not in slug]
    rows = (
        Skill.objects.filter(slug__in=wanted).exclude(category=SkillCategory.SOFT) if wanted else Skill.objects.none()
    )
    return dict(rows.order_by("name").values_list("slug", "name"))


def _nearest(person: Person) -> list[Role]:
    """Those that fit best. Four queries."""
    roles = {role.slug: role for role in Role.objects.published().only("pk", "slug", "name", "experience_min")}
    has, _ = person.have()
    rows: list[MatrixRow] = matrix(has, roles.values(), ())
    return [roles[row.slug] for row in rows[:NEAREST]]


def _offered(wanted: Iterable[Wanted], has: Have) -> dict[str, str]:
    """Names by slug of what would raise these roles' scores most, all of them together."""
    points: dict[str, int] = {}
    names: dict[str, str] = {}
    for each in wanted:
        names |= each.names
        for gain in gains(each.target, has):
            points[gain.slug] = points.get(gain.slug, 0) + gain.points
    best = sorted(points, key=lambda slug: (-points[slug], slug))[:MOST_OFFERED]
    return {slug: names[slug] for slug in best}


def _moved(role: Role, target: Target, has: Have, then: Have) -> Moved:
    before, after = (shown(score(target, each.credits, each.counted_months)) for each in (has, then))
    return Moved(role.slug, role.name, before, after)
