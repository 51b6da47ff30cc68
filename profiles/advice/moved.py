"""What stands earlier in a variant of somebody's facts than in the facts themselves, and why. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from profiles.advice.case import LONGEST, slug_of
from profiles.facts import ProfileFacts, Project
from roles.matching.matcher import SkillMatcher
from roles.words import join_words

Part = TypeVar("Part", str, Project)


class Move(NamedTuple):
    """what: a skill, a line, a project; within: where it stands; shows: names of the wanted skills in it."""

    what: str
    within: str
    shows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Moves:
    """wanted: names of skills by slug, the most wanted first."""

    before: ProfileFacts
    after: ProfileFacts
    wanted: Mapping[str, str]
    matcher: SkillMatcher

    def all(self) -> tuple[Move, ...]:
        """Only what shows a wanted skill is moved up; the rest makes way."""
        found = (*self._skills(), *self._work(), *self._projects())
        return tuple(move for move in found if move.shows)

    def dropped(self) -> tuple[str, ...]:
        """Names of skills that are left out."""
        kept = {skill.name for skill in self.after.skills}
        return tuple(skill.name for skill in self.before.skills if skill.name not in kept)

    def _skills(self) -> Iterator[Move]:
        slugs = {skill.name: slug_of(skill, self.matcher) for skill in self.before.skills}
        was, now = ([skill.name for skill in facts.skills] for facts in (self.before, self.after))
        for name in _earlier(was, now):
            yield Move(name, "Skills", tuple(filter(None, [self.wanted.get(slugs[name])])))

    def _work(self) -> Iterator[Move]:
        for was, now in zip(self.before.positions, self.after.positions, strict=True):
            within = join_words(list(filter(None, (now.title, now.company))), "at")
            yield from (Move(line, within, self._shown(line)) for line in _earlier(was.lines, now.lines))

    def _projects(self) -> Iterator[Move]:
        for each in _earlier(self.before.projects, self.after.projects):
            yield Move(each.name, "Projects", self._shown(each.name, *each.lines))
        was = {project.name: project.lines for project in self.before.projects}
        for now in self.after.projects:
            yield from (Move(line, now.name, self._shown(line)) for line in _earlier(was[now.name], now.lines))

    def _shown(self, *texts: str) -> tuple[str, ...]:
        slugs = {hit.skill for text in texts for hit in self.matcher.find(text[:LONGEST]).hits}
        return tuple(name for slug, name in self.wanted.items() if slug in slugs)


def _earlier(was: Sequence[Part], now: Sequence[Part]) -> Iterator[Part]:
    """Those that passed one which stood before them."""
    place = {_key(part): at for at, part in reversed(list(enumerate(was)))}
    yield from (part for at, part in enumerate(now) if at < place.get(_key(part), 0))


def _key(part: Part) -> str:
    """Lines of a project are put in another order too, so it is known by its name."""
    return part if isinstance(part, str) else part.name
