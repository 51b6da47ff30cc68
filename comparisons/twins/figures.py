"""Pay as dicts: each figure with its terms, source and sample. Pure."""

from datetime import date
from typing import Any

from comparisons import wording
from comparisons.comparison import Comparison
from comparisons.pay import PayMatch
from roles.pay import PayFigure, SourceFacts

Facts = dict[str, Any]  # Any: JSON

UNIT = "rupees a year, before tax"
AMOUNTS = ("p10", "p25", "p50", "p75", "p90", "mean", "low", "high")
LEADS = {-1: "left", 0: None, 1: "right"}


def pay(comparison: Comparison, site: str) -> Facts:
    """site: what stands before every path."""
    known = comparison.pay
    return {
        "unit": UNIT,
        "verdict": _verdict(comparison),
        "sources_disagree": known.sources_disagree,
        "matches": [_match(match, site) for match in known.everywhere],
    }


def _verdict(comparison: Comparison) -> Facts:
    match = comparison.pay.headline
    return {
        "code": match.verdict.name.lower() if match else None,
        "leads": LEADS[match.lead] if match else None,
        "sentence": wording.pay_answer(comparison),
    }


def _match(match: PayMatch, site: str) -> Facts:
    return {
        "left": figure(match.left, site),
        "right": figure(match.right, site),
        "gap_per_cent": match.gap,
        "leads": LEADS[match.lead],
        "overlap_share_per_cent": match.overlap_share,
        "verdict": match.verdict.name.lower(),
    }


def figure(shown: PayFigure, site: str) -> Facts:
    return {
        "source": _source(shown.source, site),
        "basis": shown.basis,
        "place": shown.place,
        "experience_min_years": shown.experience_min,
        "experience_max_years": shown.experience_max,
        **{name: getattr(shown, name) for name in AMOUNTS},
        "includes": shown.includes or None,
        "covers": shown.covers or None,
        "sample_size": shown.sample_size,
        "sample_of": shown.sample_noun or None,
        "period_start": day(shown.period_start),
        "period_end": day(shown.period_end),
        "confidence": shown.confidence or None,
    }


def _source(source: SourceFacts, site: str) -> Facts:
    return {"name": source.name, "page": site + source.href, "caveat": source.caveat or None}


def day(moment: date | None) -> str | None:
    return moment.isoformat() if moment else None


def sources(comparison: Comparison) -> list[SourceFacts]:
    """The sources of all pay figures that are told, by name."""
    figures = [figure for match in comparison.pay.everywhere for figure in match.figures]
    figures += [figure for figure in (comparison.pay.left, comparison.pay.right) if figure]
    return sorted({figure.source for figure in figures}, key=lambda source: source.name)
