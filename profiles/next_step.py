"""What is next for a person, which their profile says first: pure."""

from dataclasses import dataclass

from profiles.completeness import Completeness
from profiles.facts import ProfileFacts

WEIGHTY = 10  # points of completeness; what counts less waits in the list of the meter


@dataclass(frozen=True, slots=True)
class Step:
    """words: what to do, as an imperative; why: a sentence; href: the page where it is done."""

    words: str
    why: str
    href: str


CONFIRM = Step(
    "Look at what we understood",
    "You brought something, and nothing of it is in your profile before you say so.",
    "/profile/import/confirm/",
)
BRING = Step(
    "Bring a résumé",
    "We read it, and you say what is added. Or write it all yourself, below.",
    "/profile/import/",
)
FIND = Step("See which jobs fit you", "Your profile says enough to compare it with every open job.", "/profile/jobs/")


def next_step(facts: ProfileFacts, complete: Completeness, has_reading: bool) -> Step:
    """has_reading: something that was read waits for their word."""
    if has_reading:
        return CONFIRM
    if not (facts.skills or facts.positions or facts.projects or facts.studies):
        return BRING
    rule = max(complete.missing, key=lambda rule: rule.points, default=None)
    if rule is None or rule.points < WEIGHTY:
        return FIND
    return Step(rule.words, f"It makes your profile {rule.points} points more complete.", f"/profile/{rule.place}/")
