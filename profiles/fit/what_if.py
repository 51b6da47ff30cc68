"""What one skill more would change: the scores that somebody looks at, and how many open jobs fit well enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from profiles.fit.formula import Target, score, shown
from profiles.fit.having import Have
from profiles.fit.passing import PASS, passing
from roles.money import thousands

Names = Mapping[str, str]  # of skills, by slug


@dataclass(frozen=True, slots=True)
class Step:
    """A skill more. before, after: of 100; more: open jobs that pass then and don't now."""

    slug: str
    name: str
    before: int
    after: int
    more: int

    @property
    def jobs(self) -> str:
        """ "34 more open jobs pass"; not said where none does."""
        return f"{thousands(self.more)} more open {'job passes' if self.more == 1 else 'jobs pass'}"


@dataclass(frozen=True, slots=True)
class Ladder:
    """steps: each by itself, not one upon the other; passing: open jobs that pass now."""

    steps: tuple[Step, ...]
    passing: int
    least: int = PASS

    @property
    def passing_words(self) -> str:
        """ "34 open jobs fit"."""
        return jobs_fit(self.passing)


def ladders(has: Have, wanted: Sequence[tuple[Target, Names]]) -> list[Ladder]:
    """Of several targets, each with the names of the skills that it is about, by slug, in their order. As many queries
    as passing() takes."""
    then = {slug: has.with_skill(slug) for _, names in wanted for slug in names}
    now, *counts = passing([has, *then.values()])
    more = {slug: count - now for slug, count in zip(then, counts, strict=True)}
    return [
        Ladder(
            tuple(
                Step(slug, name, _score(target, has), _score(target, then[slug]), more[slug])
                for slug, name in names.items()
            ),
            now,
        )
        for target, names in wanted
    ]


def with_all(has: Have, slugs: Sequence[str]) -> Have:
    """What they would have with all of these."""
    for slug in slugs:
        has = has.with_skill(slug)
    return has


def jobs_fit(count: int) -> str:
    """ "No open job fits", "1 open job fits", "1,034 open jobs fit"."""
    return f"{thousands(count) if count else 'no'} open {'job fits' if count < 2 else 'jobs fit'}"


def _score(target: Target, have: Have) -> int:
    """Of 100."""
    return shown(score(target, have.credits, have.counted_months))
