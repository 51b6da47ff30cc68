"""What is looked at: a person's facts, their own file, and what they want. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from profiles.facts import Position, ProfileFacts, Project, SkillFact, When
from roles.matching.matcher import Hit, SkillMatcher

MOST_LINES, MOST_SKILLS = 400, 200  # looked at
LONGEST = 600  # characters of a line that are looked at


class WantedSkill(NamedTuple):
    """A skill of the target; a list of them has the most important first. asked: how it is wanted, in words: "asked for
    in 62 % of adverts"; "" where the target is one job."""

    slug: str
    name: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class OwnFile:
    """The file that the person brought. pages: None where it has none (DOCX); read: what our importer read from it."""

    text: str = ""
    pages: int | None = None
    read: ProfileFacts | None = None


@dataclass(frozen=True)
class Case:
    """today: the month that it is; tools: slugs of skills whose names are always written with a capital: languages,
    frameworks, tools, clouds."""

    facts: ProfileFacts
    matcher: SkillMatcher
    today: When
    own: OwnFile | None = None
    wanted: tuple[WantedSkill, ...] = ()
    tools: frozenset[str] = frozenset()

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Of work and of projects, each once."""
        return tuple(dict.fromkeys(line[:LONGEST] for line in told(self.facts)))[:MOST_LINES]

    @property
    def skills(self) -> tuple[SkillFact, ...]:
        """As the person lists them."""
        return self.facts.skills[:MOST_SKILLS]

    @cached_property
    def hits(self) -> dict[str, tuple[Hit, ...]]:
        """Skills in each line."""
        return {line: self.matcher.find(line).hits for line in self.lines}

    @cached_property
    def listed(self) -> frozenset[str]:
        """Slugs of the skills that the person lists."""
        return frozenset(slug for skill in self.skills if (slug := slug_of(skill, self.matcher)))


def told(facts: ProfileFacts) -> Iterator[str]:
    for position in facts.positions:
        yield from position.lines
    for project in facts.projects:
        yield from project.lines


def slug_of(skill: SkillFact, matcher: SkillMatcher) -> str:
    """The catalogue's skill; "" where it has none of that name."""
    if skill.slug:
        return skill.slug
    hits = matcher.tags([skill.name]).hits
    return hits[0].skill if len(hits) == 1 else ""


def with_lines(facts: ProfileFacts, change: Callable[[str], str]) -> ProfileFacts:
    """Every line changed; one that comes out empty goes."""

    def changed(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(new for line in lines if (new := change(line)) or not line)

    def position(of: Position) -> Position:
        return replace(of, lines=changed(of.lines))

    def project(of: Project) -> Project:
        return replace(of, lines=changed(of.lines))

    return replace(facts, positions=tuple(map(position, facts.positions)), projects=tuple(map(project, facts.projects)))
