"""Rows of a table of skills as HTML. Drawn here and not by a template: a page has fifty, two fifths of its work."""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

from comparisons.skills import ComparedSkill, Use

ROW = '<tr><th scope="row"><a href="{href}">{name}</a></th><td>{left}</td><td>{right}</td></tr>\n'
USED = (
    '<meter min="0" max="100" value="{importance}" aria-label="Importance of {name}">{importance}</meter> {importance}'
    '<br><span class="small">{evidence}</span>'
)
UNUSED = '–<span class="visually-hidden"> not asked for</span>'


def skill_rows(skills: Iterable[ComparedSkill]) -> SafeString:
    """A row each: the skill and what either role makes of it."""
    return mark_safe("".join(map(_row, skills)))  # noqa: S308 every value is escaped below


def use_cell(use: Use | None, name: str) -> SafeString:
    """What a role makes of the skill of this name."""
    return mark_safe(_use(use, escape(name)))  # noqa: S308 every value is escaped


def _row(skill: ComparedSkill) -> str:
    name = escape(skill.name)
    left, right = _use(skill.left, name), _use(skill.right, name)
    return ROW.format(href=escape(skill.href), name=name, left=left, right=right)


def _use(use: Use | None, name: str) -> str:
    """name: escaped."""
    if use is None:
        return UNUSED
    return USED.format(importance=use.importance, name=name, evidence=escape(use.evidence_text))
