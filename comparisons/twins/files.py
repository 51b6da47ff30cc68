"""The two files of a comparison, and the schema of the one for programs. The same data gives the same bytes."""

import json
from pathlib import Path

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone

from comparisons import wording
from comparisons.glance import glance
from comparisons.queries import get_comparison, published_note
from comparisons.surroundings import routes_of, surroundings
from comparisons.take_home import take_home
from comparisons.topics import COMPARISON_TOPICS
from comparisons.twins.answers import answers
from comparisons.twins.facts import SCHEMA_PATH, Facts, Told, facts
from comparisons.twins.figures import sources
from comparisons.twins.markdown import tidied
from roles.faqs import build_faqs
from roles.models import Role, rules_on

SCHEMA = Path(__file__).with_name("schema.json")
MARKDOWN, JSON, SCHEMA_JSON = "text/markdown; charset=utf-8", "application/json", "application/schema+json"


def told(left: Role, right: Role) -> Told:
    """Eight queries: the comparison's four, the editor's note, the tax year, two for what is around. The roles come by
    find_roles()."""
    comparison = get_comparison(left, right)
    note = published_note(left, right)
    payroll = rules_on(timezone.localdate())
    faqs = build_faqs(COMPARISON_TOPICS, comparison, "comparisons/faqs", edited=note.faqs)
    return Told(
        comparison,
        note.verdict,
        answers((faq.question, faq.answer) for faq in faqs),
        routes_of(comparison, surroundings(left, right, is_far=comparison.is_far_apart)),
        payroll.year if payroll else "",
        take_home(comparison.pay.glance, payroll) if payroll else (),
    )


def as_markdown(page: Told) -> str:
    comparison = page.comparison
    context = {
        "site": settings.SITE_URL,
        "site_name": settings.SITE_NAME,
        "comparison": comparison,
        "verdict": page.verdict,
        "answers": page.answers,
        "rows": glance(comparison.roles, comparison.pay.glance),
        "pay_answer": wording.pay_answer(comparison),
        "asked_for": wording.asked_for(comparison.pay.asked),
        "sources": sources(comparison),
        "routes": page.routes,
        "tax_year": page.tax_year,
        "take_home": page.take_home,
    }
    return tidied(render_to_string("comparisons/twin.md", context))


def as_json(page: Told) -> str:
    """Keys in the page's order; null is what isn't known."""
    return _text(facts(page, settings.SITE_URL))


def schema() -> Facts:
    """JSON Schema, draft 2020-12: what each key of as_json() means. Its name is its address."""
    described = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return {"$schema": described.pop("$schema"), "$id": settings.SITE_URL + SCHEMA_PATH, **described}


def markdown_response(page: Told) -> HttpResponse:
    return _beside(page, HttpResponse(as_markdown(page), content_type=MARKDOWN))


def json_response(page: Told) -> HttpResponse:
    return _beside(page, HttpResponse(as_json(page), content_type=JSON))


def schema_response() -> HttpResponse:
    return HttpResponse(_text(schema()), content_type=SCHEMA_JSON, headers={"X-Robots-Tag": "noindex"})


def read_anywhere(response: HttpResponse) -> HttpResponse:
    """Lets scripts of other sites read it: it is open data, the same for everyone, and no cookie goes with it."""
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _beside(page: Told, response: HttpResponse) -> HttpResponse:
    """Search engines are sent to the page itself."""
    response["X-Robots-Tag"] = "noindex"
    response["Link"] = f'<{settings.SITE_URL}{page.comparison.path}>; rel="canonical"'
    return response


def _text(content: Facts) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
