"""Words for a score: pure. The limits are a convention: no study says where a good fit begins."""

from dataclasses import dataclass

from profiles.fit.formula import shown


@dataclass(frozen=True, slots=True)
class Band:
    """least: points of 100 from where it holds."""

    least: int
    name: str
    meaning: str


BANDS = (
    Band(80, "Strong", "You have most of what is asked for."),
    Band(60, "Good", "You have more than half of it, and can name what is missing."),
    Band(40, "Partial", "You have about half of it. Read the list of what is missing first."),
    Band(20, "Weak", "Most of what is asked for isn’t in your profile."),
    Band(0, "Far", "Little of what is asked for is in your profile."),
)


def band(score: int) -> Band:
    """score: of FULL_SCORE."""
    return next(each for each in BANDS if shown(score) >= each.least)
