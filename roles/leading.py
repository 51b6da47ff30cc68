"""Why one pay figure goes first: which of PayFigure.rank()'s criteria set it before the next one. Pure."""

from collections.abc import Sequence

from roles.pay import PayFigure, Years

# A word for each criterion, in the order of rank().
CRITERIA = ("country", "market", "editorial", "range", "enough", "recent", "years", "sample")
ALONE, EQUAL = "alone", "equal"
ALL_YEARS, USUAL_YEARS, FIRST_YEARS = "all-years", "usual-years", "first-years"  # what "years" can mean


def why_it_leads(figures: Sequence[PayFigure], usual: Years | None = None) -> str:
    """Why headline() is what it is: one of CRITERIA, for years one of the three above; ALONE when no other figure could
    speak for the role, EQUAL when the order alone decided; nothing when there is no headline.

    figures: presentable() ones, in their order.
    """
    speaking = [figure for figure in figures if figure.is_whole_country and not figure.source.speaks_of]
    if len(speaking) < 2:
        return ALONE if speaking else ""
    newest = max((figure.period_end for figure in figures if figure.period_end), default=None)
    first, second = (figure.rank(usual, newest) for figure in speaking[:2])
    pairs = zip(CRITERIA, first, second, strict=True)
    reason = next((name for name, ours, theirs in pairs if ours != theirs), EQUAL)
    return _which_years(speaking[0], usual) if reason == "years" else reason


def _which_years(figure: PayFigure, usual: Years | None) -> str:
    if figure.experience_min is None:
        return ALL_YEARS
    return USUAL_YEARS if usual and figure.holds(sum(usual) / 2) else FIRST_YEARS
