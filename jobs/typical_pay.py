"""What a role typically pays, beside what an opening offers. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from jobs.offers import Range
from roles.pay import PayFigure


class Verdict(StrEnum):
    """Where the offer lies against the two ends of the figure."""

    BELOW = "below"
    FROM_BELOW = "from below"  # begins below, ends within
    WITHIN = "within"
    INTO_ABOVE = "into above"  # begins within, ends above
    ABOVE = "above"
    AROUND = "around"  # begins below, ends above


@dataclass(frozen=True)
class Typical:
    """ends: the figure's; verdict: None where the offer can't be compared."""

    figure: PayFigure
    ends: Range
    verdict: Verdict | None = None


def middle_year(low: int | None, high: int | None) -> float | None:
    """Of the experience that is asked for; None where none is stated."""
    if low is None:
        return None
    return low if high is None else (low + high) / 2


def typical(
    figures: Sequence[PayFigure], years: float | None, places: Sequence[str], offer: Range | None
) -> Typical | None:
    """The figure for these years and, if the opening is at one place, for that place, and how the offer lies to it.

    figures: presentable() ones, best first; years: middle_year(); offer: ₹ a year, None where it can't be compared.
    None where nothing comparable is known: editors' ranges are no evidence, and a figure for a part of the market is
    about something else. A band of years goes before all experience, which is all that an opening without years has.
    """
    place = places[0] if len(places) == 1 else ""
    order = {source: number for number, source in reversed(list(enumerate(f.source for f in figures)))}
    held = [figure for figure in _measured(figures) if _is_for(figure, years, place)]
    figure = min(held, key=lambda f: (f.experience_min is None, order[f.source], f.place != place), default=None)
    if figure is None or figure.ends is None:
        return None
    return Typical(figure, figure.ends, verdict(offer, figure.ends) if offer else None)


def _measured(figures: Iterable[PayFigure]) -> list[PayFigure]:
    return [figure for figure in figures if figure.ends and not figure.is_editorial and not figure.source.speaks_of]


def _is_for(figure: PayFigure, years: float | None, place: str) -> bool:
    fits = figure.experience_min is None if years is None else figure.holds(years)
    return fits and (figure.is_whole_country or figure.place == place)


def verdict(offer: Range, ends: Range) -> Verdict:
    (low, high), (least, most) = offer, ends
    if high < least:
        return Verdict.BELOW
    if low > most:
        return Verdict.ABOVE
    if low < least:
        return Verdict.AROUND if high > most else Verdict.FROM_BELOW
    return Verdict.INTO_ABOVE if high > most else Verdict.WITHIN
