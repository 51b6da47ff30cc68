"""What the page on the fit score states: every limit as the code has it, and the example as the code scores it."""

from typing import Any

from profiles.fit import blockers, demands, formula, having
from profiles.fit.bands import BANDS
from profiles.fit.example import MONTHS, MONTHS_ASKED, NAMES, ROLES, example
from profiles.fit.rows import table
from profiles.fit.targets import USUAL_SKILLS
from profiles.fit.wording import points_text, time
from roles.models.near_skills import LEAST, MOST

VERSIONS = {1: "The first one, of November 2026."}  # by number: what changed


def stated() -> dict[str, Any]:
    """Any: numbers, and rows of the example."""
    return {**_rules(), **_limits(), "bands": BANDS, "versions": VERSIONS, "example": _example()}


def _rules() -> dict[str, int]:
    """Points of 10,000, weights, and per cent."""
    return {
        "all_points": formula.SKILL_POINTS + formula.EXPERIENCE_POINTS,
        "skill_points": formula.SKILL_POINTS,
        "experience_points": formula.EXPERIENCE_POINTS,
        "in_title": int(formula.Naming.TITLE),
        "in_text": int(formula.Naming.TEXT),
        "core": int(formula.Need.CORE),
        "least_information": formula.LEAST_INFORMATION,
        "most_information": formula.MOST_INFORMATION,
        "enough_skills": formula.ENOUGH_SKILLS,
        "usual_skills": USUAL_SKILLS,
        "one_named": formula.SKILL_POINTS // formula.ENOUGH_SKILLS,
        "tried": having.TRIED_CREDIT,
        "near_least": LEAST,
        "near_most": MOST,
        "of_bundle": having.PART_OF_BUNDLE,
        "of_part": having.BUNDLE_OF_PART,
        "version": formula.FORMULA_VERSION,
    }


def _limits() -> dict[str, Any]:
    """Any: numbers and names."""
    return {
        "far_below": blockers.FAR_BELOW,
        "far_months": time(blockers.FAR_MONTHS),
        "immediate_days": demands.IMMEDIATE_DAYS,
        "licences": [name for name, _ in demands.known_licences()],
    }


def _example() -> dict[str, Any]:
    """Any: numbers and rows."""
    found = example()
    named = [{"skill": each, "points": found.target.points[each.slug]} for each in found.named]
    first = found.breakdown.gains[0]
    return {
        "named": named,
        "roles": ROLES,
        "weights": sum(each.weight for each in found.named),
        "asked": time(MONTHS_ASKED),
        "has": time(MONTHS),
        "table": table(found.breakdown, NAMES, NAMES),
        "gain": NAMES[first.slug],
        "gained": points_text(first.points),
    }
