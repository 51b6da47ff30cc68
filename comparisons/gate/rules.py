"""What a pair must be to be shown to search engines. Pure; the limits are editorial choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from comparisons.gate.distinctness import Distinctness

# What a role's guide must hold. Pay isn't asked for: of some roles no figure is good enough, and their pages say so.
TEXTS = (
    *("overview", "question", "output", "measured_by", "works_with"),
    *("typical_day", "suits", "avoid", "entry", "education"),
)
DUTIES = 5  # fewer are no picture of the work
CORE_SKILLS = 5  # with fewer, one shared skill decides the overlap
STEPS = 3  # a start, a middle and a later step
FRESH_MONTHS = 18  # tools and pay move on; guides are looked through once a year, and editors are on leave too

OVERLAP_LEAST = 20  # per cent; below it the two share what any office job asks for, and nobody weighs them up
OVERLAP_MOST = 90  # per cent; above it they are one job under two names
SHARED_CORE = 1  # a skill at the heart of both; without one even a large overlap is Excel and e-mail

BOILERPLATE_MOST = 60  # per cent of the page; above it most of what one reads stands on every other page
NEAREST_MOST = 70  # per cent; above it a reader of the one has read the other
OWN_WORDS = 150  # about half a minute's reading that no other page offers


class Reason(StrEnum):
    """What stands against a pair. The codes are stored; none is a part of another, so that they can be searched for."""

    INCOMPLETE = "incomplete"
    STALE = "stale"
    FAR = "far"
    CORELESS = "coreless"
    TWINS = "twins"
    UNMEASURED = "unmeasured"
    BOILERPLATE = "boilerplate"
    LOOKALIKE = "lookalike"
    THIN = "thin"

    @property
    def sentence(self) -> str:
        """In an editor's words."""
        return sentences()[self]


def sentences() -> Mapping[Reason, str]:
    return {
        Reason.INCOMPLETE: "A role's guide has a gap.",
        Reason.STALE: f"A role wasn't reviewed for {FRESH_MONTHS} months.",
        Reason.FAR: f"Overlap below {OVERLAP_LEAST}%.",
        Reason.CORELESS: "No core skill in common.",
        Reason.TWINS: f"Overlap above {OVERLAP_MOST}%: one job under two names.",
        Reason.UNMEASURED: "Its page wasn't measured.",
        Reason.BOILERPLATE: f"More than {BOILERPLATE_MOST}% of its page stands on most other pages.",
        Reason.LOOKALIKE: f"More than {NEAREST_MOST}% like another comparison.",
        Reason.THIN: f"Fewer than {OWN_WORDS} words of its own.",
    }


@dataclass(frozen=True)
class RoleState:
    """What the gate wants to know of a role."""

    is_complete: bool
    reviewed_on: date | None


@dataclass(frozen=True)
class PairFacts:
    """overlap: whole per cent; shared_core: skills that are core for both."""

    left: RoleState
    right: RoleState
    overlap: int
    shared_core: int


@dataclass(frozen=True)
class Judgement:
    reasons: tuple[Reason, ...]

    @property
    def is_indexable(self) -> bool:
        """By the rules; an editor's word goes over it."""
        return not self.reasons


def is_complete(texts: Mapping[str, str], duties: int, core_skills: int, steps: int) -> bool:
    """texts: a role's, by the names in TEXTS; the others are counts."""
    counted = duties >= DUTIES and core_skills >= CORE_SKILLS and steps >= STEPS
    return counted and all(texts[name].strip() for name in TEXTS)


def oldest_fresh(today: date) -> date:
    """The earliest day of a review that still counts; a month is a twelfth of a year."""
    return today - timedelta(days=round(FRESH_MONTHS * 365.25 / 12))


def hurdles(pair: PairFacts, today: date) -> tuple[Reason, ...]:
    """What stands against a pair before its page is looked at."""
    roles = (pair.left, pair.right)
    fallen = {
        Reason.INCOMPLETE: not all(role.is_complete for role in roles),
        Reason.STALE: not all(role.reviewed_on and role.reviewed_on >= oldest_fresh(today) for role in roles),
        Reason.FAR: pair.overlap < OVERLAP_LEAST,
        Reason.CORELESS: pair.shared_core < SHARED_CORE,
        Reason.TWINS: pair.overlap > OVERLAP_MOST,
    }
    return _those(fallen)


def judge(pair: PairFacts, text: Distinctness | None, today: date) -> Judgement:
    """All that stands against a pair. text: None when its page wasn't measured."""
    before = hurdles(pair, today)
    if text is None:
        return Judgement(before or (Reason.UNMEASURED,))
    fallen = {
        Reason.BOILERPLATE: text.boilerplate > BOILERPLATE_MOST,
        Reason.LOOKALIKE: text.nearest > NEAREST_MOST,
        Reason.THIN: text.own_words < OWN_WORDS,
    }
    return Judgement(before + _those(fallen))


def _those(fallen: Mapping[Reason, bool]) -> tuple[Reason, ...]:
    return tuple(reason for reason, is_so in fallen.items() if is_so)
