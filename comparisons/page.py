"""What the page of two roles says: all that its template takes, and the page as text."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from comparisons import charts, structured_data, wording
from comparisons.forms import pay_fields, pay_question, provident_fund
from comparisons.glance import glance
from comparisons.queries import bundle_parts, get_comparison, get_trio, published_note
from comparisons.questionnaire import answer, skill_options, work_options
from comparisons.sharing import comparison_image
from comparisons.surroundings import Surroundings, routes_of, surroundings
from comparisons.take_home import take_home
from comparisons.topics import COMPARISON_TOPICS
from comparisons.trio import wording as trio_wording
from roles.faqs import build_faqs
from roles.models import Role, rules_on

TEMPLATE = "comparisons/detail.html"
ALONE = Surroundings()
NOTHING: Mapping[str, str] = MappingProxyType({})


def pair_page(
    left: Role, right: Role, typed: Mapping[str, str] = NOTHING, related: Surroundings | None = None
) -> dict[str, Any]:
    """The template's words (Any: of every kind). Left and right by find_roles(); typed: what a reader asks of pay.

    related: read where it isn't given. Nine queries.
    """
    comparison = get_comparison(left, right, pay_question(typed))
    note = published_note(left, right)
    rows = glance(comparison.roles, comparison.pay.glance)
    payroll = rules_on(timezone.localdate())
    fund = provident_fund(typed)
    related = related or surroundings(left, right, is_far=comparison.is_far_apart)
    title, image = wording.title(comparison), comparison_image(comparison)
    return {
        "comparison": comparison,
        "title": title,
        "description": wording.description(comparison),
        "takeaways": wording.takeaways(comparison),
        "note": note,
        "rows": rows,
        "same_count": sum(row.is_same for row in rows),
        "skill_chart": charts.skill_chart(comparison),
        "pay_chart": charts.pay_chart(comparison),
        "pay_fields": pay_fields(comparison.pay.places, typed),
        "asked_for": wording.asked_for(comparison.pay.asked),
        "payroll": payroll,
        "take_home": take_home(comparison.pay.glance, payroll, fund) if payroll else (),
        "faqs": build_faqs(COMPARISON_TOPICS, comparison, "comparisons/faqs", edited=note.faqs),
        "related": related,
        "indexable": related.is_indexable and not typed,
        "routes": routes_of(comparison, related),
        "shared_image": image,
        "json_ld": structured_data.comparison(comparison, title, image),
    }


def render_pair(left: Role, right: Role) -> str:
    """The page as the gate measures it: the same for everyone, and without the pairs around it, which hang on what
    the gate finds."""
    return render_to_string(TEMPLATE, pair_page(left, right, related=ALONE))


def suits_page(left: Role, right: Role, have: Collection[str], like: Collection[str]) -> dict[str, Any]:
    """What the page of questions says. have, like: what was ticked, slugs of skills and of kinds of work."""
    comparison = get_comparison(left, right)
    parts = bundle_parts(left, right)
    skills, work = skill_options(comparison, parts, have), work_options(comparison, like)
    is_answered = any(option.is_ticked for option in (*skills, *work))
    return {
        "comparison": comparison,
        "title": wording.suits_title(comparison),
        "skills": skills,
        "work": work,
        "answer": answer(comparison, parts, have, like) if is_answered else None,
    }


def trio_page(*roles: Role) -> dict[str, Any]:
    """What the page of three roles says. The roles by find_roles(), in the columns' order."""
    three = get_trio(*roles)
    rows = glance(three.roles, three.pay.figures)
    heading, title = trio_wording.heading(three), trio_wording.title(three)
    return {
        "trio": three,
        "title": title,
        "description": trio_wording.description(three),
        "heading": heading,
        "pay_terms": trio_wording.pay_terms(three),
        "takeaways": trio_wording.takeaways(three),
        "rows": rows,
        "same_count": sum(row.is_same for row in rows),
        "json_ld": structured_data.trio(three, heading, title),
    }
