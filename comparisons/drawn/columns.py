"""What stands side by side: a column for each of two roles."""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

from comparisons.comparison import Comparison, Side
from comparisons.drawn.lists import MARK, items, terms
from comparisons.drawn.pay import source_note
from comparisons.suitability import Suitability
from comparisons.switching import Switch
from comparisons.wording import names
from roles.pay import PayFigure
from roles.words import capitalised

NAMED = 4  # skills that draw somebody to a role


def pay_columns(comparison: Comparison) -> SafeString:
    """The figure of each at the top of the page."""
    for_these = " for this place and these years" if comparison.pay.is_asked else ""
    unknown = (
        '<dd class="figure is-unknown">Pay not known</dd>\n'
        f'<dd class="small">No figure that we would stand behind{for_these}.</dd>'
    )
    columns = (
        f'<div class="{side.place}">\n<dt>{MARK}{escape(side.role.name)}</dt>\n'
        f"{_figure(side.figure, comparison.path, side.pay_fact) if side.figure else unknown}\n</div>\n"
        for side in comparison.sides
    )
    return mark_safe("".join(columns))  # noqa: S308 escaped


def _figure(figure: PayFigure, page: str, fact: str) -> str:
    place = "" if figure.place == "India" else f", {figure.place}"
    terms_and_place, note = escape(figure.terms + place), source_note(figure, page, fact)
    return f'<dd class="figure">{escape(figure.text)}</dd>\n<dd class="small">{terms_and_place}{note}</dd>'


def switch_columns(switches: Iterable[Switch]) -> SafeString:
    """What comes along from the one role to the other, and what is new, both ways."""
    columns = (
        f'<div class="column {place}">\n{_switch(switch)}\n</div>\n'
        for place, switch in zip(("right", "left"), switches, strict=True)
        if switch.total
    )
    return mark_safe("".join(columns))  # noqa: S308 escaped below


def _switch(switch: Switch) -> str:
    in_part = "; ".join(
        f"{capitalised(part.skill.in_sentence)}, from {part.known.in_sentence} ({part.credit}%)"
        for part in switch.in_part
    )
    brings = (
        ("You use, and need deeper", capitalised(names(switch.deepen))),
        ("Carries over in part", in_part),
        ("New, most important first", capitalised(names(switch.missing))),
    )
    brought = terms((about, f"{words}.") for about, words in brings if words)
    grade = f'<strong class="grade is-{switch.distance}">{capitalised(switch.distance)}</strong>'
    return (
        f"<h3>{escape(switch.origin.name)} → {escape(switch.target.name)}</h3>\n"
        f'<div>{grade} <span class="small">{switch.carried} of 100 points brought</span></div>\n'
        f'<dl class="brings">{brought}</dl>'
    )


def suits_columns(sides: Iterable[Side]) -> SafeString:
    """Whom either role suits better than the other."""
    return mark_safe("".join(_suits(side, side.suits) for side in sides))  # noqa: S308 escaped below


def _suits(side: Side, suits: Suitability) -> str:
    if not suits.has_reason:
        return ""
    reasons = list(suits.likes)
    if suits.duties:
        reasons.append(f"would rather be {suits.duties[0].gerund}")
    if suits.skills:
        reasons.append(f"want {names(suits.skills, NAMED)} in your daily work")
    avoid = f"<h4>Avoid it if you</h4>\n<ul>{items(suits.avoid)}</ul>\n" if suits.avoid else ""
    heading = f"<h3>{MARK}Choose {escape(side.role.name)} if you</h3>"
    return f'<div class="column {side.place}">\n{heading}\n<ul>{items(reasons)}</ul>\n{avoid}</div>\n'


def guide_columns(sides: Iterable[Side]) -> SafeString:
    """Ways to the pages of each role."""
    return mark_safe("".join(map(_guides, sides)))  # noqa: S308 escaped below


def _guides(side: Side) -> str:
    role, name = side.role, escape(side.role.name)
    links = [f'<li><a href="{escape(role.href)}">The {name} guide</a></li>']
    if side.figure:
        pay = f"Pay of {escape(role.plural)}, by source and city"
        links.append(f'<li><a href="{escape(role.pay_href)}">{pay}</a></li>')
    listed = f'<ul class="plain-list">{"".join(links)}</ul>'
    return f'<div class="column {side.place}">\n<h3>{MARK}{name}</h3>\n{listed}\n</div>\n'
