"""One person's facts for one job: what it asks for first. Order and choice only; no word is new. Pure."""

from collections.abc import Collection
from dataclasses import replace

from profiles.advice.case import LONGEST, slug_of
from profiles.facts import ProfileFacts, Project
from roles.matching.matcher import SkillMatcher

MOST_SKILLS = 24


def tailored(facts: ProfileFacts, wanted: Collection[str], matcher: SkillMatcher) -> ProfileFacts:
    """wanted: slugs of skills. Jobs keep their order, as employers read them by date; within each, lines that show what
    is wanted come first, and so among projects and skills. Of many skills the last go, never one that is wanted."""
    slugs = frozenset(wanted)

    def shows(line: str) -> int:
        return len({hit.skill for hit in matcher.find(line[:LONGEST]).hits} & slugs)

    def ordered(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(lines, key=shows, reverse=True))

    def of_project(project: Project) -> int:
        return max(map(shows, (project.name, *project.lines)))

    positions = tuple(replace(position, lines=ordered(position.lines)) for position in facts.positions)
    projects = tuple(replace(project, lines=ordered(project.lines)) for project in facts.projects)
    first = sorted(facts.skills, key=lambda skill: slug_of(skill, matcher) not in slugs)
    count = sum(slug_of(skill, matcher) in slugs for skill in first)
    return replace(
        facts,
        skills=tuple(first[: max(count, MOST_SKILLS)]),
        positions=positions,
        projects=tuple(sorted(projects, key=of_project, reverse=True)),
    )
