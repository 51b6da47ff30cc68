"""What the matcher is told: names of skills, and what to be careful with. Pure."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from roles.matching.spellings import Key, key


class Trusted(StrEnum):
    """Where a name may be taken for its skill; the values are those of roles.models.Trust."""

    TEXT = "text"
    CASE = "case"
    LIST = "list"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class SkillName:
    """is_tool: a language, framework, tool or cloud. Such a name beside a doubtful one speaks for it, and it may have a
    slip of typing in it."""

    skill: str
    name: str
    trust: Trusted = Trusted.TEXT
    is_tool: bool = False


@dataclass(frozen=True, slots=True)
class Cautions:
    """not_skills: phrases that hold a name and don't mean it; wary: names that are everyday words too, with the words
    beside which they are meant; said_before, said_after: words that say of whatever stands beside them that it is a
    skill ("knowledge of R", "R programming"); cased: names that mean nothing else in exactly these capitals ("SAP")."""

    not_skills: Sequence[Key] = ()
    wary: Mapping[str, frozenset[str]] = field(default_factory=dict)
    said_before: frozenset[str] = frozenset()
    said_after: frozenset[str] = frozenset()
    cased: frozenset[str] = frozenset()


@cache
def cautions() -> Cautions:
    """Ours, from cautions.json."""
    said = json.loads((Path(__file__).parent / "cautions.json").read_text())
    wary = {name: frozenset(beside) for name, beside in said["wary"].items()}
    phrases = tuple(key(phrase) for phrase in said["not_skills"])
    return Cautions(
        phrases, wary, frozenset(said["said_before"]), frozenset(said["said_after"]), frozenset(said["cased"])
    )
