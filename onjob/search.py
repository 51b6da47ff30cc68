"""What somebody means who types into the search box: a comparison, roles, skills."""

import re
from dataclasses import dataclass

from comparisons.addresses import comparison_path
from roles.models import Role, RoleSkill
from roles.names import Kind, Named, RoleNames, search

LONGEST = 200  # characters looked at: two names and the words between them
MOST = 10  # of each kind
_BETWEEN = re.compile(r"\s(?:vs\.?|v/s|versus|against|compared\s+(?:to|with)|or)\s", re.IGNORECASE)
_ASKED = re.compile(r"^(?:what\s+is\s+)?(?:the\s+)?differences?\s+between\s+|^compare\s+", re.IGNORECASE)
_ASKED_AFTER = re.compile(r"\s+(?:differences?|comparison)$", re.IGNORECASE)
_JOINED = re.compile(r"\s(?:and|with|to|&)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Pair:
    """A comparison by its name and address."""

    name: str
    href: str


@dataclass(frozen=True)
class Side:
    """One of the two roles of an asked comparison: the role that is meant, or those that could be."""

    typed: str
    role: Named | None
    choices: tuple[Named, ...]


@dataclass(frozen=True)
class Found:
    typed: str
    sides: tuple[Side, ...] = ()
    roles: tuple[Named, ...] = ()
    skills: tuple[Named, ...] = ()
    near: tuple[Pair, ...] = ()  # comparisons of the role that stands first

    @property
    def pair(self) -> Pair | None:
        """The comparison that was asked for, when both its roles are certain and two."""
        roles = [side.role for side in self.sides if side.role]
        return _pair(*roles) if len(roles) == 2 and roles[0] != roles[1] else None

    @property
    def unsure(self) -> tuple[Side, ...]:
        return tuple(side for side in self.sides if side.role is None)

    @property
    def is_empty(self) -> bool:
        return not (self.pair or self.roles or self.skills or any(side.choices for side in self.sides))


def find(typed: str) -> Found:
    """Everything for the page of results. At most six queries, on PostgreSQL a few more to set what counts as alike."""
    typed = _readable(typed)
    sides = asked_pair(typed)
    if sides:
        names = RoleNames()
        found = tuple(_side(names, side) for side in sides)
        return Found(typed, found, roles=tuple(side.role for side in found if side.role))
    hits = search(typed, Kind.ROLE, Kind.SKILL, most=4 * MOST)
    roles = tuple(hit for hit in hits if hit.kind is Kind.ROLE)[:MOST]
    skills = tuple(hit for hit in hits if hit.kind is Kind.SKILL)[:MOST]
    return Found(typed, (), roles, skills, _near(roles[0]) if roles else ())


def suggest(typed: str, most: int = 8) -> list[tuple[str, str, str]]:
    """Label, kind and address of what could be meant, best first."""
    typed = _readable(typed)
    sides = asked_pair(typed)
    if sides:
        pair = find(typed).pair
        return [(pair.name, "comparison", pair.href)] if pair else []
    hits = search(typed, Kind.ROLE, Kind.SKILL, most=most)
    return [(hit.name, str(hit.kind), hit.href) for hit in hits]


def suggest_roles(typed: str, most: int = 8) -> list[tuple[str, str, str]]:
    """The same of roles alone, whatever else was typed could mean."""
    return [(hit.name, str(hit.kind), hit.href) for hit in search(_readable(typed), Kind.ROLE, most=most)]


def suggest_skills(typed: str, most: int = 8) -> list[tuple[str, str, str]]:
    return [(hit.name, str(hit.kind), hit.href) for hit in search(_readable(typed), Kind.SKILL, most=most)]


def asked_pair(typed: str) -> tuple[str, str] | None:
    """The two texts that are to be compared: "ds vs mle", "difference between a ds and an mle"."""
    text = _ASKED_AFTER.sub("", _ASKED.sub("", typed))
    parts = _BETWEEN.split(text)
    if len(parts) < 2 and text != typed:
        parts = _JOINED.split(text)
    parts = [re.sub(r"^(?:an?|the)\s+", "", part.strip(" ?."), flags=re.IGNORECASE) for part in parts]
    return (parts[0], parts[1]) if len(parts) > 1 and parts[0] and parts[1] else None


def _readable(typed: str) -> str:
    return " ".join(typed[:LONGEST].replace("\0", " ").split())


def _side(names: RoleNames, typed: str) -> Side:
    role = names.find(typed)
    return Side(typed, role, () if role else tuple(names.nearest(typed)))


def _pair(one: Named, other: Named) -> Pair:
    first, second = sorted((one, other), key=lambda role: role.slug)
    return Pair(f"{first.name} vs {second.name}", comparison_path(first.slug, second.slug))


def _near(role: Named, most: int = 4) -> tuple[Pair, ...]:
    others = RoleSkill.objects.neighbours(Role.objects.get(slug=role.slug))[:most]
    return tuple(_pair(role, Named(Kind.ROLE, other.slug, other.name)) for other in others)
