"""What a finding is: what to look at, how much it matters, what is known about it, and a change where one click can
make it. Pure."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from profiles.facts import ProfileFacts


class Severity(IntEnum):
    """MEND: it costs interviews, or gives away what is nobody's business; KNOW: neither right nor wrong."""

    MEND = 1
    BETTER = 2
    KNOW = 3

    @property
    def words(self) -> str:
        """Over a list of such findings."""
        return {Severity.MEND: "Mend this", Severity.BETTER: "Could be better", Severity.KNOW: "Good to know"}[self]


class Kind(StrEnum):
    """How something is known."""

    EXPERIMENT = "an experiment"
    VENDOR = "a maker's documentation"
    COUNT = "our own counts"
    CONVENTION = "a convention"


@dataclass(frozen=True, slots=True)
class Evidence:
    """source: its address or where it was published, "" for a convention."""

    kind: Kind
    says: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """label: of the button; change: from facts to facts, the same when made twice, and never a claim that wasn't there;
    shows: each text that changes, before and after ("" where it goes)."""

    label: str
    change: Callable[[ProfileFacts], ProfileFacts]
    shows: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """code: of the rule, "weak_opener"; about: what it is about within its rule, a skill's slug or the like; lines: the
    person's own words that it speaks of; of "missing", the skills."""

    code: str
    severity: Severity
    reason: str
    evidence: Evidence
    about: str = ""
    lines: tuple[str, ...] = ()
    fix: Fix | None = None

    @property
    def key(self) -> str:
        """The same for the same finding: what a form sends back to have it mended."""
        words = "\x1f".join((self.code, self.about, *self.lines))
        return f"{self.code}-{hashlib.sha256(words.encode()).hexdigest()[:12]}"
