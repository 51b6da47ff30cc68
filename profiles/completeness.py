"""How complete a profile is, by rules that everybody can read: pure. Points add up to 100, and adding something to a
profile never takes a point away. It measures what is written, not the person."""

from collections.abc import Callable
from dataclasses import dataclass

from profiles.facts import Position, ProfileFacts, Project

SKILLS = 5
WITH_LEVEL = 3
LINES = 2


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody looks for. roles: how many target roles are chosen."""

    roles: int = 0
    notice_days: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """words: what to do, as an imperative; place: the page where it is done, by the end of its address."""

    words: str
    points: int
    place: str
    holds: Callable[[ProfileFacts, Wishes], bool]


@dataclass(frozen=True, slots=True)
class Completeness:
    score: int
    met: tuple[Rule, ...]
    missing: tuple[Rule, ...]


def _says_what_was_done(facts: ProfileFacts, _: Wishes) -> bool:
    work: tuple[Position | Project, ...] = (*facts.positions, *facts.projects)
    return any(len(done.lines) >= LINES for done in work)


RULES = (
    Rule("Write your name", 5, "about", lambda facts, _: bool(facts.contact.name)),
    Rule("Say in one line what you are", 10, "about", lambda facts, _: bool(facts.headline)),
    Rule("Write a summary", 5, "about", lambda facts, _: bool(facts.summary)),
    Rule("Say where you live", 5, "about", lambda facts, _: bool(facts.contact.city)),
    Rule(f"Name {SKILLS} skills", 20, "skills", lambda facts, _: len(facts.skills) >= SKILLS),
    Rule(
        f"Say of {WITH_LEVEL} skills how well you know them",
        5,
        "skills",
        lambda facts, _: sum(skill.level > 0 for skill in facts.skills) >= WITH_LEVEL,
    ),
    Rule("Add a job or a project", 15, "experience", lambda facts, _: bool(facts.positions or facts.projects)),
    Rule(f"Say of a job or a project in {LINES} lines what you did", 10, "experience", _says_what_was_done),
    Rule("Add a degree or a class", 10, "education", lambda facts, _: bool(facts.studies)),
    Rule("Choose a role that you aim for", 10, "roles", lambda _, wishes: wishes.roles > 0),
    Rule("Say how long your notice period is", 5, "wishes", lambda _, wishes: wishes.notice_days is not None),
)


def completeness(facts: ProfileFacts, wishes: Wishes) -> Completeness:
    met = tuple(rule for rule in RULES if rule.holds(facts, wishes))
    missing = tuple(rule for rule in RULES if rule not in met)
    return Completeness(sum(rule.points for rule in met), met, missing)
