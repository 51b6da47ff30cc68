"""Whom one of two roles suits better than the other, and whom not. Pure; the sentences are in the templates."""

from dataclasses import dataclass

from comparisons.skills import OwnSkills, Skills
from comparisons.work import Duties
from roles.facts import RoleFacts

DUTIES, SKILLS = 2, 4  # named on each side at most


@dataclass(frozen=True)
class Suitability:
    """What speaks for a role and against it, of what isn't true of the other one as well.

    likes, avoid: clauses that go on from "you"; duties: work that only this role does; skills: its own ones.
    """

    likes: tuple[str, ...] = ()
    duties: Duties = ()
    skills: Skills = ()
    avoid: tuple[str, ...] = ()

    @property
    def has_reason(self) -> bool:
        return bool(self.likes or self.duties or self.skills)


def suitability(role: RoleFacts, other: RoleFacts, duties: Duties, skills: OwnSkills) -> Suitability:
    """duties: those of kinds that the other role doesn't have."""
    return Suitability(
        likes=tuple(clause for clause in role.suits if clause not in other.suits),
        duties=duties[:DUTIES],
        skills=_pull(skills)[:SKILLS],
        avoid=tuple(clause for clause in role.avoid if clause not in other.avoid),
    )


def _pull(own: OwnSkills) -> Skills:
    """What draws somebody to a role: core skills only it has, else those only core here, else its others."""
    return own.core_only or own.core_used_by_other or own.only
