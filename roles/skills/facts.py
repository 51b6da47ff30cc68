"""What a skill's page says that has to be worked out: its uses, its companions, its other names. Pure."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roles.money import thousands
from roles.pay import ENOUGH, MINIMUM_SAMPLE

# A category of skills as a heading over several.
HEADINGS = {
    "language": "Languages",
    "framework": "Frameworks and libraries",
    "tool": "Tools",
    "cloud": "Cloud",
    "method": "Methods",
    "domain": "Fields of knowledge",
    "soft": "Working with people",
}


def named_in(naming: int, read: int) -> str:
    """How many adverts name a skill: "43% of 2,868"; "1 of 2" below MINIMUM_SAMPLE, or where it would be 0%."""
    share = (200 * naming + read) // (2 * read)
    said = naming if read < MINIMUM_SAMPLE or not share else f"{share}%"
    return f"{said} of {thousands(read)}"


@dataclass(frozen=True)
class SkillUse:
    """A published role that uses the skill. importance: 1–100 within the role; adverts: of the role, None if not
    counted; evidence: all that names it, adverts and standards together, 0 for an editor's choice."""

    role: str
    plural: str
    href: str
    is_core: bool
    importance: int
    evidence: int = 0
    naming: int | None = None
    read: int | None = None

    @property
    def adverts(self) -> str:
        """ "43% of 2,868"; nothing when no advert names it."""
        return named_in(self.naming, self.read) if self.naming and self.read else ""

    @property
    def share(self) -> float:
        """Of the role's adverts those that name the skill, 0 to 1."""
        return self.naming / self.read if self.naming and self.read else 0.0


def in_order(uses: Iterable[SkillUse]) -> list[SkillUse]:
    """The role in which it weighs most first."""
    return sorted(uses, key=lambda use: (-use.importance, not use.is_core, -use.share, use.role))


def most_named(uses: Iterable[SkillUse]) -> SkillUse | None:
    """Where the largest share of adverts names it, of roles with ENOUGH adverts read."""
    known = [use for use in uses if use.naming and use.read and use.read >= ENOUGH]
    return max(known, key=lambda use: use.share, default=None)


@dataclass(frozen=True)
class Companion:
    """Another skill. shared: roles that use both; roles: that use this one; either: that use the one or the other."""

    name: str
    slug: str
    shared: int
    roles: int
    either: int

    @property
    def href(self) -> str:
        return f"/skills/{self.slug}/"

    @property
    def overlap(self) -> int:
        """Of the roles that use either, those that use both: whole per cent, to the nearest."""
        return (200 * self.shared + self.either) // (2 * self.either)


def least_shared(uses: int) -> int:
    """Roles. One shared role is chance, so it must be two, unless the skill has no more than one."""
    return min(2, uses)


def companions(rows: Iterable[tuple[str, str, int, int]], uses: int, most: int) -> list[Companion]:
    """The skills that go with one, largest overlap first; then those shared by more roles.

    rows: name, slug, roles shared, roles in all of each other skill; uses: roles of the skill itself.
    """
    least = least_shared(uses)
    found = [Companion(name, slug, shared, roles, uses + roles - shared) for name, slug, shared, roles in rows]
    found.sort(key=lambda other: (-other.shared / other.either, -other.shared, other.name))
    return [other for other in found if other.shared >= least][:most]


def other_names(name: str, others: Sequence[str]) -> list[str]:
    """Without those that say the name, or one before them, in other capitals, hyphens, plurals or spelling.

    From A to Z, first those that don't only add a word to the name.
    """
    seen = {_sound(name)}
    kept = []
    for other in sorted(others, key=lambda other: (name.casefold() in other.casefold(), other.casefold())):
        if _sound(other) not in seen:
            seen.add(_sound(other))
            kept.append(other)
    return kept


def _sound(name: str) -> str:
    """What a reader hears: "MS-Excel" and "ms excel", "REST APIs" and "rest api", "HTML & CSS" and "html/css"."""
    words = re.findall(r"[^\W_]+[+#]*", name.casefold())
    return "".join(_singular(word).replace("isation", "ization") for word in words if word != "and")


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 1 and word.endswith("s") and not word.endswith("ss") else word
