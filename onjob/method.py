"""How the figures are made. The rules' numbers are the ones that the code goes by, so the page can't fall behind."""

import math
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from comparisons import pay as pairs
from comparisons import questionnaire, switching
from comparisons.gate import rules as gate
from roles import pay
from roles.in_hand import READ_AS, bands, in_hand
from roles.models import Confidence, Location, PayrollYear, RoleSkill, Status
from roles.salaries import standing
from roles.skills import facts as skills
from roles.structured_data import pages

EXAMPLE_CTC = 1_500_000  # rupees a year


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """Three queries: for the example, the tax year and the places."""
    context = {
        **pay_rules(),
        **pair_rules(),
        "gate": gate_rules(),
        "fewest": standing.FEWEST,
        "certainty": round(100 * math.erf(standing.Z / math.sqrt(2))),
        "confidence": dict(Confidence.choices),
        "example": _example(),
        "payroll": _payroll(),
        "json_ld": pages.of_words("Method", reverse("method")),
    }
    return render(request, "method.html", context)


def pay_rules() -> dict[str, int | str]:
    """minimum_sample, enough: adverts or answers; recent: years; disagree: times the lower."""
    return {
        "minimum_sample": pay.MINIMUM_SAMPLE,
        "enough": pay.ENOUGH,
        "recent": pay.RECENT.days // 365,
        "disagree": f"{pay.DISAGREE:g}",
    }


def pair_rules() -> dict[str, int]:
    """firm_from: adverts or answers on each side; near_from, moderate_from, level_within: points; the rest per cent."""
    return {
        "neither_from": pairs.NEITHER_FROM,
        "level_below": pairs.LEVEL_BELOW,
        "leans_from": pairs.LEANS_FROM,
        "firm_from": pairs.FIRM_FROM,
        "without_depth": switching.WITHOUT_DEPTH,
        "near_from": switching.NEAR_FROM,
        "moderate_from": switching.MODERATE_FROM,
        "part_of_it": questionnaire.PART_OF_IT,
        "level_within": questionnaire.LEVEL_WITHIN,
    }


def gate_rules() -> dict[str, int]:
    """Per cent, but for duties, core skills, steps, months and words."""
    return {
        "duties": gate.DUTIES,
        "core_skills": gate.CORE_SKILLS,
        "steps": gate.STEPS,
        "fresh_months": gate.FRESH_MONTHS,
        "overlap_least": gate.OVERLAP_LEAST,
        "overlap_most": gate.OVERLAP_MOST,
        "shared_core": gate.SHARED_CORE,
        "boilerplate_most": gate.BOILERPLATE_MOST,
        "nearest_most": gate.NEAREST_MOST,
        "own_words": gate.OWN_WORDS,
    }


def _example() -> dict[str, str | int] | None:
    """The row that most adverts name, of the role with most adverts read."""
    named = RoleSkill.objects.filter(role__status=Status.PUBLISHED, adverts_naming__gt=0)
    row = named.select_related("role", "skill").order_by("-adverts_read", "-adverts_naming").first()
    if row is None:
        return None
    return {
        "role": row.role,
        "skill": row.skill,
        "text": skills.named_in(row.adverts_naming, row.adverts_read),
        "naming": row.adverts_naming,
        "read": row.adverts_read,
    }


def _payroll() -> dict[str, Any] | None:
    """The rules of in-hand pay as they stand today; None without a tax year that has begun. Any: rows and values."""
    today = timezone.localdate()
    year = PayrollYear.objects.current(today)
    if year is None:
        return None
    rules = year.rules()
    return {
        "year": year,
        "has_ended": year.ends_on < today,
        "rules": rules,
        "read_as": READ_AS,
        "slabs": bands(rules.slabs),
        "surcharges": bands(rules.surcharges),
        "places": Location.objects.filter(professional_tax__isnull=False),
        "sources": list(dict.fromkeys([year.tax_source, year.pf_source, year.professional_tax_source])),
        "example": in_hand(EXAMPLE_CTC, rules, None),
    }
