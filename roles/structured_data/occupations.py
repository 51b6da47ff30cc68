"""Roles as occupations: duties, skills, experience, and what a source says of pay."""

from collections.abc import Iterable, Sequence
from typing import Any

from roles.facts import RoleFacts
from roles.money import as_said
from roles.pay import PayFigure
from roles.structured_data.nodes import INDIA, Node, Step, address, known

PERCENTILES = {
    "percentile10": "p10",
    "percentile25": "p25",
    "median": "p50",
    "percentile75": "p75",
    "percentile90": "p90",
}
QUARTILES = ("percentile25", "median", "percentile75")


def occupation(role: RoleFacts, **more: Any) -> Node:
    """A role by its name; more: what the page says of it, empty where that isn't known (Any: JSON)."""
    url = address(role.href)
    return known({"@type": "Occupation", "@id": f"{url}#occupation", "name": role.name, "url": url, **more})


def described(role: RoleFacts, skills: Iterable[Step], **more: Any) -> Node:
    """With what its people do. skills: those at its core, most important first."""
    return occupation(
        role,
        description=role.summary,
        responsibilities=[duty.text for duty in role.duties],
        skills=[term(name, path) for name, path in skills],
        **more,
    )


def term(name: str, path: str) -> Node:
    """A skill."""
    url = address(path)
    return {"@type": "DefinedTerm", "@id": f"{url}#term", "name": name, "url": url}


def experience(role: RoleFacts) -> Node | None:
    if role.experience_min is None:
        return None
    return {
        "@type": "OccupationalExperienceRequirements",
        "monthsOfExperience": 12 * role.experience_min,
        "description": role.experience,
    }


def paid(*salaries: Node | None) -> Node:
    """Where an occupation is paid how much; nothing when no pay can be told so."""
    told = [salary for salary in salaries if salary]
    return {"occupationLocation": INDIA, "estimatedSalary": told} if told else {}


def salary(figure: PayFigure, points: Sequence[str]) -> Node | None:
    """What one source says of a role's pay in India. points: the percentiles of it that the page shows.

    None for what gives none of them or isn't about the whole country and market: a range with two ends is no
    percentiles, and an editor's range is no measurement.
    """
    if figure.is_editorial or not figure.is_whole_country or figure.source.speaks_of:
        return None
    rupees = {point: getattr(figure, PERCENTILES[point]) for point in points}
    given = {point: as_said(amount) for point, amount in rupees.items() if amount is not None}
    if not given:
        return None
    return {
        "@type": "MonetaryAmountDistribution",
        "name": figure.source.name,
        "url": address(figure.source.href),
        "description": _terms(figure),
        "currency": "INR",
        "duration": "P1Y",
        **given,
    }


def _terms(figure: PayFigure) -> str:
    """ "0–2 years; Jul 2025 – Aug 2026; 1,070 adverts"."""
    sample = f"{figure.sample_text} {figure.sample_noun}".strip() if figure.sample_size else ""
    return "; ".join(part for part in (figure.experience, figure.covers, figure.period, sample) if part)


def shown(figure: PayFigure, has_median: bool) -> list[str]:
    """The percentiles that a page shows with the figure's text. has_median: whether it shows the median by itself."""
    has_quartiles = figure.p25 is not None and figure.p75 is not None
    return [point for point in QUARTILES if (has_median or not figure.ends if point == "median" else has_quartiles)]
