"""A résumé for one job: the person's own words, in the order in which the job asks for them. Reads what the job asks
for, so it isn't pure as the modules beside it are."""

from collections.abc import Mapping
from dataclasses import dataclass

from jobs.models import Job
from profiles.advice.moved import Move, Moves
from profiles.advice.tailoring import tailored
from profiles.documents.files import ResumePdf, resume_pdf
from profiles.facts import ProfileFacts
from profiles.fit.targets import Wanted, wanted_by_job
from roles.matching.catalogue import skill_matcher


@dataclass(frozen=True, slots=True)
class Variant:
    """facts: as they go onto the pages; asked: names of the skills that the advert names, usual: of those that such
    jobs mostly ask for besides; dropped: of the person's skills that make way."""

    facts: ProfileFacts
    asked: tuple[str, ...]
    usual: tuple[str, ...]
    moves: tuple[Move, ...]
    dropped: tuple[str, ...]


def facts_for(facts: ProfileFacts, job: Job) -> ProfileFacts:
    """Order and choice alone, no word is new; as they are where nothing is known of what the job asks for. Two queries,
    or five."""
    return tailored(facts, _names(wanted_by_job(job)), skill_matcher())


def resume_for(facts: ProfileFacts, job: Job, pages: int = 2) -> ResumePdf:
    """The PDF of these facts for this job. NoFileError."""
    return resume_pdf(facts_for(facts, job), pages)


def variant_for(facts: ProfileFacts, job: Job) -> Variant:
    """With what was moved up, and why. Two queries, or five."""
    wanted, matcher = wanted_by_job(job), skill_matcher()
    names = _names(wanted)
    after = tailored(facts, names, matcher)
    moved = Moves(facts, after, names, matcher)
    usual = wanted.target.completed if wanted else frozenset()
    return Variant(
        after,
        tuple(name for slug, name in names.items() if slug not in usual),
        tuple(name for slug, name in names.items() if slug in usual),
        moved.all(),
        moved.dropped(),
    )


def _names(wanted: Wanted | None) -> Mapping[str, str]:
    """By slug, the most wanted first."""
    if wanted is None:
        return {}
    points = wanted.target.points
    return {slug: wanted.names[slug] for slug in sorted(points, key=lambda slug: (-points[slug], slug))}
