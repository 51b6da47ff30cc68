"""Why one pay figure goes first: which of PayFigure.rank()'s criteria set it before the next one. Pure."""

from collections.abc import Sequence

from roles.pay import PayFigure, Years, newest_day, speaking

# A word for each criterion, in the order of rank().
CRITERIA = ("country", "market", "editorial", "range", "enough", "recent", "years", "sample")
ALONE, EQUAL = "alone", "equal"
ALL_YEARS, USUAL_YEARS, FIRST_YEARS = "all-years", "usual-years", "first-years"  # what "years" can mean


def why_it_leads(figures: Sequence[PayFigure], usual: Years | None = None) -> str:
    """Why headline() is what it is: one of CRITERIA, for years one of the three above; ALONE when no other figure could
    speak for the role, EQUAL when the order alone decided; nothing when there is no headline.

    figures: presentable() ones, in their order.
    """
    rivals = speaking(figures)
    if len(rivals) < 2:
        return ALONE if rivals else ""
    newest = newest_day(figures)
    first, second = (figure.rank(usual, newest) for figure in rivals[:2])
    pairs = zip(CRITERIA, first, second, strict=True)
    reason = next((name for name, ours, theirs in pairs if ours != theirs), EQUAL)
    return _which_years(rivals[0], usual) if reason == "years" else reason


def _which_years(figure: PayFigure, usual: Years | None) -> str:
    if figure.experience_min is None:
        return ALL_YEARS
    return USUAL_YEARS if usual and figure.holds(sum(usual) / 2) else FIRST_YEARS
