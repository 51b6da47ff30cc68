"""What roles and jobs ask for, read from their rows."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Self

from django.db.models import CharField, Count, IntegerField, Q, QuerySet, Value

from jobs.models import Job, JobSkill
from profiles.fit.formula import Naming, Need, Target, information, target
from profiles.fit.having import Near, Part
from profiles.fit.models import JobPoint
from roles.models import NearSkill, Role, RoleSkill, SkillCategory, SkillKind, SkillPart, Status

OF_ALL = 0  # no skill has this key
USUAL_SKILLS = 10  # that a short advert is completed from: those that its role needs most
NEEDS = {SkillKind.CORE: Need.CORE, SkillKind.SECONDARY: Need.SECONDARY}


class Named(NamedTuple):
    """A skill that an advert names. key: the skill's; words: the advert's for it."""

    key: int
    slug: str
    name: str
    words: str


class Asked(NamedTuple):
    """A skill that a role asks for. need: its importance, 1 to 100, twice where it is core."""

    key: int
    slug: str
    name: str
    need: int


class Advert(NamedTuple):
    """What of a job's row counts. role: its key; years: the least that is asked for."""

    title: str
    role: int | None
    years: int | None


@dataclass(frozen=True)
class Weights:
    """By what skills are weighed. used_by: how many published roles ask for each skill, by its key; of_all: how many
    there are; asked: what roles ask for, by the role's key, the most needed first."""

    used_by: Mapping[int, int]
    of_all: int
    asked: Mapping[int, list[Asked]]

    @classmethod
    def read(cls, roles: Collection[int] | None = None, skills: Iterable[int] | None = None) -> Self:
        """Two queries. roles: keys; None for all published ones. skills: keys of more than the roles ask for; None
        for all."""
        asked = asked_by(roles)
        more = None if skills is None else {*skills, *(each.key for rows in asked.values() for each in rows)}
        used_by = _used_by(more)
        return cls(used_by, used_by.pop(OF_ALL, 0), asked)

    def of_role(self, role: int) -> dict[str, int]:
        """A weight for each skill, by its slug."""
        return self._weighed(self.asked.get(role, ()))

    def of_advert(self, title: str, named: Iterable[Named]) -> dict[str, int]:
        """An advert doesn't say how much it wants each skill, but for those in its title."""
        return {each.slug: _naming(each, title) * self._tells(each.key) for each in named}

    def target_of_role(self, role: Role) -> Target | None:
        return target(self.of_role(role.pk), {}, 12 * (role.experience_min or 0))

    def target_of(self, advert: Advert, named: Iterable[Named]) -> Target | None:
        usual = self.asked.get(advert.role, [])[:USUAL_SKILLS] if advert.role else []
        return target(self.of_advert(advert.title, named), self._weighed(usual), 12 * (advert.years or 0))

    def _weighed(self, asked: Iterable[Asked]) -> dict[str, int]:
        return {each.slug: each.need * self._tells(each.key) for each in asked}

    def _tells(self, skill: int) -> int:
        return information(self.used_by.get(skill, 0), self.of_all)


def asked_by(roles: Collection[int] | None = None) -> dict[int, list[Asked]]:
    """By the role's key; of published roles only, without what can't be shown on paper. One query."""
    rows = RoleSkill.objects.filter(role__status=Status.PUBLISHED).exclude(skill__category=SkillCategory.SOFT)
    rows = rows if roles is None else rows.filter(role__in=roles)
    found: dict[int, list[Asked]] = {}
    columns = ("role", "skill", "skill__slug", "skill__name", "kind", "importance")
    for role, key, slug, name, kind, importance in rows.order_by().values_list(*columns):
        found.setdefault(role, []).append(Asked(key, slug, name, importance * NEEDS[kind]))
    return {role: sorted(asked, key=lambda each: (-each.need, each.slug)) for role, asked in found.items()}


def _used_by(skills: Collection[int] | None) -> dict[int, int]:
    """How many published roles ask for each of these skills, or for any, and under OF_ALL how many there are. One
    query."""
    uses = RoleSkill.objects.filter(role__status=Status.PUBLISHED).order_by()
    uses = uses if skills is None else uses.filter(skill__in=skills)
    roles = Role.objects.published().order_by().annotate(nothing=Value(OF_ALL, IntegerField()))
    by_skill = uses.values_list("skill").annotate(Count("pk"))
    return dict(by_skill.union(roles.values_list("nothing").annotate(Count("pk")), all=True))


def named_by(jobs: Iterable[int] | QuerySet) -> dict[int, list[Named]]:
    """By the job's key, without what can't be shown on paper. One query."""
    rows = JobSkill.objects.filter(job__in=jobs).exclude(skill__category=SkillCategory.SOFT).order_by()
    found: dict[int, list[Named]] = {}
    for job, *named in rows.values_list("job", "skill", "skill__slug", "skill__name", "words"):
        found.setdefault(job, []).append(Named(*named))
    return found


def _naming(skill: Named, title: str) -> Naming:
    """By the advert's words for it or by its name. Most titles are settled without a pattern, which takes longer."""
    for words in (skill.words, skill.name):
        is_near = words and words.lower() in title.lower()
        if is_near and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", title, re.I):
            return Naming.TITLE
    return Naming.TEXT


@dataclass(frozen=True)
class Wanted:
    """A target, with the names of its skills by slug."""

    target: Target
    names: Mapping[str, str]


def wanted_by_role(role: Role) -> Wanted | None:
    """None where it asks for nothing, or isn't published. Two queries."""
    return wanted_by_roles([role]).get(role.pk)


def wanted_by_roles(roles: Collection[Role]) -> dict[int, Wanted]:
    """By the role's key, without those that ask for nothing. Two queries."""
    weights = Weights.read([role.pk for role in roles], [])
    targets = {role.pk: weights.target_of_role(role) for role in roles}
    names = {role: {each.slug: each.name for each in asked} for role, asked in weights.asked.items()}
    return {role: Wanted(target, names[role]) for role, target in targets.items() if target}


def wanted_by_job(job: Job) -> Wanted | None:
    """As it was weighed, so that its page says the same as lists do; else as it is now. One query, or four."""
    return wanted_by_jobs([job.pk]).get(job.pk) or _unweighed(job)


def wanted_by_jobs(jobs: Collection[int] | QuerySet) -> dict[int, Wanted]:
    """By the job's key; as they were weighed, without those that weren't. One query."""
    columns = ("job_id", "skill__slug", "points", "months", "is_completed", "skill__name")
    found: dict[int, list[tuple]] = {}
    for job, *row in JobPoint.objects.filter(job__in=jobs).values_list(*columns):
        found.setdefault(job, []).append(tuple(row))
    return {job: _weighed(rows) for job, rows in found.items()}


def _weighed(rows: Sequence[tuple]) -> Wanted:
    """rows: slug, points, months, whether the advert doesn't name it, name."""
    completed = frozenset(slug for slug, _, _, is_completed, _ in rows if is_completed)
    target = Target({row[0]: row[1] for row in rows}, rows[0][2], completed)
    return Wanted(target, {row[0]: row[4] for row in rows})


def _unweighed(job: Job) -> Wanted | None:
    named = named_by([job.pk]).get(job.pk, [])
    weights = Weights.read([job.role_id] if job.role_id else [], [each.key for each in named])
    target = weights.target_of(Advert(job.title, job.role_id, job.years_min), named)
    known = (*named, *(weights.asked.get(job.role_id, ()) if job.role_id else ()))
    return Wanted(target, {each.slug: each.name for each in known}) if target else None


@dataclass(frozen=True)
class Links:
    """What leads from one skill to another. names: of those skills as they stand inside a sentence, by slug."""

    near: tuple[Near, ...]
    parts: tuple[Part, ...]
    names: Mapping[str, str]


def links_of(slugs: Collection[str]) -> Links:
    """With these skills at either end. One query."""
    near = NearSkill.objects.filter(Q(first__slug__in=slugs) | Q(second__slug__in=slugs))
    parts = SkillPart.objects.filter(Q(whole__slug__in=slugs) | Q(part__slug__in=slugs))
    # A bundle has no credit of its own, and a pair of near skills always has a reason.
    no_credit, no_reason = Value(0, IntegerField()), Value("", CharField())
    rows = list(
        _ends(near, "first", "second", "credit", "reason").union(
            _ends(parts, "whole", "part", no_credit, no_reason), all=True
        )
    )
    names = {
        slug: name
        for one, its_name, other, other_name, *_ in rows
        for slug, name in ((one, its_name), (other, other_name))
    }
    return Links(
        tuple(Near(one, other, credit, reason) for one, _, other, _, credit, reason in rows if reason),
        tuple(Part(one, other) for one, _, other, _, _, reason in rows if not reason),
        names,
    )


def _ends(pairs: QuerySet, one: str, other: str, *more: str | Value) -> QuerySet:
    ends = [f"{side}__{what}" for side in (one, other) for what in ("slug", "in_sentence")]
    return pairs.order_by().values_list(*ends, *more)
