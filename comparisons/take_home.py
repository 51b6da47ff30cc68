"""In-hand pay a month of two or three roles, from the figures that the page shows. Pure.

An estimate by the rules of a tax year; how it is made is roles/in_hand.py.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from roles.in_hand import InHand, PayrollRules, in_hand
from roles.pay import PayFigure

NO_CEILING = 10**9  # rupees a month that no wage reaches
WITHOUT_ALLOWANCES = "basic pay"  # how `includes` begins of a figure that holds too little to be read as CTC


class ProvidentFund(StrEnum):
    """What a reader's employer pays into: what the law asks for, a share of all wages, or nothing."""

    CEILING = ""
    FULL = "full"
    NONE = "none"


@dataclass(frozen=True)
class TakeHomeRow:
    """One end of the ranges, or the median: a role's in-hand pay each, None where the figure doesn't hold it."""

    label: str
    pays: tuple[InHand | None, ...]


def take_home(
    figures: Sequence[PayFigure | None], rules: PayrollRules, pf: ProvidentFund = ProvidentFund.CEILING
) -> tuple[TakeHomeRow, ...]:
    """figures: the roles', in their order. Nothing where no figure can be read as cost to company."""
    rules = _with_fund(rules, pf)
    rows = [
        TakeHomeRow(label, tuple(_in_hand(_amounts(figure).get(label), figure, rules) for figure in figures))
        for label in ("Low end", "Median", "Average", "High end")
    ]
    return tuple(row for row in rows if any(row.pays))


def _with_fund(rules: PayrollRules, pf: ProvidentFund) -> PayrollRules:
    if pf is ProvidentFund.NONE:
        return replace(rules, pf_per_cent=0)
    return replace(rules, pf_wage_ceiling=NO_CEILING) if pf is ProvidentFund.FULL else rules


def _amounts(figure: PayFigure | None) -> dict[str, int | None]:
    """Rupees a year by what they are."""
    if figure is None or figure.includes.startswith(WITHOUT_ALLOWANCES):
        return {}
    low, high = figure.ends or (None, None)
    average = figure.mean if figure.p50 is None and figure.ends is None else None
    return {"Low end": low, "Median": figure.p50, "Average": average, "High end": high}


def _in_hand(rupees: int | None, figure: PayFigure | None, rules: PayrollRules) -> InHand | None:
    return in_hand(rupees, rules, figure.professional_tax) if rupees and figure else None
