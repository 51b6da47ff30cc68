"""All published roles and how well each fits: a row each, the best first."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from profiles.fit.bands import Band, band
from profiles.fit.blockers import blockers
from profiles.fit.demands import Demands
from profiles.fit.formula import FULL_CREDIT, Credits, Target, score, shown
from profiles.fit.having import Have
from profiles.fit.targets import Asked, Weights
from profiles.fit.wording import blocker_sentence
from roles.models import Role

MOST_MISSING = 3  # skills that a row names


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """exact: of FULL_SCORE; missing: names of what lacks most points, the most first; blockers: a sentence each;
    is_wanted: the person aims for it."""

    slug: str
    name: str
    exact: int
    missing: tuple[str, ...]
    blockers: tuple[str, ...]
    is_wanted: bool

    @property
    def score(self) -> int:
        """Of 100."""
        return shown(self.exact)

    @property
    def band(self) -> Band:
        return band(self.exact)


def matrix(has: Have, roles: Iterable[Role], wanted: Collection[int]) -> list[MatrixRow]:
    """Those that ask for something; what the person aims for first. wanted: keys of roles. Two queries."""
    roles = list(roles)
    weights, credits = Weights.read([role.pk for role in roles]), has.credits
    targets = ((role, weights.target_of_role(role)) for role in roles)
    rows = [
        _row(role, target, has, credits, weights.asked[role.pk], role.pk in wanted)
        for role, target in targets
        if target
    ]
    return sorted(rows, key=lambda row: (not row.is_wanted, -row.exact, row.name))


def _row(role: Role, target: Target, has: Have, credits: Credits, asked: Iterable[Asked], is_wanted: bool) -> MatrixRow:
    names = {each.slug: each.name for each in asked}
    return MatrixRow(
        role.slug,
        role.name,
        score(target, credits, has.counted_months),
        tuple(names[slug] for slug in missing(target, credits)[:MOST_MISSING]),
        tuple(blocker_sentence(each) for each in blockers(Demands(months=target.months), has)),
        is_wanted,
    )


def missing(target: Target, credits: Credits) -> list[str]:
    """Slugs of the skills that aren't there in full, by the points that they lack; of equal ones from A to Z."""
    lacking = {slug: points * (FULL_CREDIT - credits.get(slug, 0)) for slug, points in target.points.items()}
    return sorted((slug for slug, points in lacking.items() if points), key=lambda slug: (-lacking[slug], slug))
