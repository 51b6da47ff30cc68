"""Who a fit is worked out for: what of a profile counts, read from its rows."""

from dataclasses import dataclass

from profiles.facts import ProfileFacts
from profiles.fit.having import Have, Wishes, have
from profiles.fit.targets import Links, links_of
from profiles.models import Profile
from profiles.rows import fact_of


@dataclass(frozen=True)
class Person:
    """facts: only those that count: months, skills, degrees and certificates."""

    facts: ProfileFacts
    wishes: Wishes

    @property
    def slugs(self) -> set[str]:
        """Of their skills that the catalogue knows."""
        return {skill.slug for skill in self.facts.skills if skill.slug}

    def have(self, *more: str) -> tuple[Have, Links]:
        """What they have for any target, and for whatever these skills would add. One query."""
        links = links_of({*self.slugs, *more})
        return have(self.facts, links.near, links.parts, self.wishes), links


def person_of(profile: Profile) -> Person:
    """Four queries, five for who chose places and lives in one that we know."""
    facts = ProfileFacts(
        months=profile.months,
        skills=tuple(fact_of(row) for row in profile.profileskill_rows.select_related("skill")),
        studies=tuple(fact_of(row) for row in profile.education_rows.all()),
        certificates=tuple(fact_of(row) for row in profile.certificate_rows.all()),
    )
    return Person(facts, wishes_of(profile))


def wishes_of(profile: Profile) -> Wishes:
    """Two queries at most."""
    return Wishes(_places(profile), profile.notice_days)


def _places(profile: Profile) -> frozenset[str]:
    """Slugs: where they would work, and where they are; none for who chose none, as then any place may do."""
    chosen = list(profile.would_move_to.values_list("slug", flat=True))
    return frozenset([*chosen, *([profile.location.slug] if profile.location else [])]) if chosen else frozenset()
