"""Rows, lists and pictures that functions draw: escaped, and as valid as what a template draws."""

from dataclasses import replace

import pytest

from comparisons.changes import changes
from comparisons.charts import pay_chart
from comparisons.comparison import Comparison, compare
from comparisons.drawn import changes as drawn_changes
from comparisons.drawn import charts, columns, glance, lists, pay, skills
from comparisons.glance import Row
from comparisons.links import PairLink
from comparisons.pay import compare_pay
from comparisons.skills import ComparedSkill, NearPair, Use
from roles.facts import Duty, RoleFacts
from roles.feedback.links import wrong_link
from roles.pay import ADVERTISED, PayFigure, SourceFacts
from tests.prose import parse

EVIL = "<b>“A” & 'B'"
USE = Use(90, True, 10, 4, 9)
SKILL = ComparedSkill(EVIL, EVIL, "evil", USE, replace(USE, importance=40))
FIGURE = PayFigure(
    SourceFacts(EVIL, "evil"),
    ADVERTISED,
    EVIL,
    EVIL,
    True,
    1,
    8,
    p25=600_000,
    p50=900_000,
    p75=3_000_000,
    includes=EVIL,
)


def role(slug: str) -> RoleFacts:
    duties = (Duty(EVIL, EVIL, slug, EVIL),)
    return RoleFacts(
        EVIL, EVIL, "a", slug, f"/roles/{slug}/", EVIL, EVIL, suits=(EVIL + slug,), avoid=(slug,), duties=duties
    )


def pair() -> Comparison:
    pay_of_both = compare_pay([FIGURE], [replace(FIGURE, p50=1_000_000)])
    facts = compare(role("a"), role("b"), [], pay_of_both)
    return replace(facts, left=replace(facts.left, duties=role("a").duties))


DRAWN = {
    "heads of columns": (lambda: f"<table><tr>{lists.column_heads(pair().sides)}</tr></table>", 2),
    "items": (lambda: f"<ul>{lists.items([EVIL])}</ul>", 1),
    "duties": (lambda: f"<ul>{lists.duty_items(role('a').duties)}</ul>", 1),
    "duties in a cell": (lambda: f"<p>{lists.duty_lines(role('a').duties * 2)}</p>", 2),
    "terms": (lambda: f"<dl>{lists.terms([(EVIL, EVIL)])}</dl>", 2),
    "links": (lambda: f"<ul>{lists.pair_links([PairLink(EVIL, EVIL, '/x/', EVIL)])}</ul>", 3),
    "glance": (lambda: f"<table>{glance.glance_rows([Row('pay', EVIL, (EVIL, 'x'), (EVIL, ''))], 2)}</table>", 3),
    "glance, the same": (lambda: f"<table>{glance.glance_rows([Row('pay', EVIL, (EVIL, EVIL))], 2)}</table>", 2),
    "glance, long": (lambda: f"<table>{glance.glance_rows([Row('day', EVIL, (EVIL, 'x'))], 2)}</table>", 4),
    "skills": (lambda: f"<table>{skills.skill_group([SKILL], 'Core only for', EVIL)}</table>", 4),
    "near skills": (lambda: f"<table>{skills.near_group([NearPair(SKILL, SKILL, 60, 50, EVIL)], 'x')}</table>", 5),
    "pay": (lambda: f"<table>{pay.pay_rows(pair().pay.matches, '/x/')}</table>", 3),
    "columns of pay": (lambda: f"<dl>{columns.pay_columns(pair())}</dl>", 4),
    "columns of suits": (lambda: f"<div>{columns.suits_columns(pair().sides)}</div>", 4),
    "columns of guides": (lambda: f"<div>{columns.guide_columns(pair().sides)}</div>", 6),
    "changes": (lambda: f"<div>{drawn_changes.change_forms(changes(pair().sides))}</div>", 8),
    "chart": (lambda: f"<svg>{charts.pay_shapes(pay_chart(pair()))}</svg>", 3),
    "link beside a fact": (lambda: f"<p>{wrong_link('/x/', EVIL)}</p>", 1),
}


@pytest.mark.parametrize("what", DRAWN)
def test_every_text_is_escaped(what):
    draw, times = DRAWN[what]
    html = draw()
    assert "<b>" not in html
    assert html.count("&lt;b&gt;“A” &amp; &#x27;B&#x27;") >= times
    assert parse(f"<!doctype html><title>x</title>{html}") is not None


def test_nothing_is_drawn_for_no_skills():
    assert skills.skill_group([], "Core for both") == ""
    assert skills.near_group([], "Near") == ""


def test_a_switch_that_needs_nothing_has_no_column():
    """Neither role has a skill."""
    assert columns.switch_columns(pair().switches) == ""


def test_a_fact_goes_along_up_to_its_limit():
    assert wrong_link("/x/", "–" * 300).count("%E2%80%93") == 200
