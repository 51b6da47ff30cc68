"""The tables of skills."""

from collections.abc import Collection, Iterable
from html import escape

from django.utils.safestring import SafeString, mark_safe

from comparisons.skills import ComparedSkill, NearPair, Use
from comparisons.wording import near_reason

GROUP = '<tbody>\n<tr class="group"><th colspan="3" scope="rowgroup">{heading}</th></tr>\n{rows}</tbody>\n'
ROW = '<tr><th scope="row"><a href="{href}">{name}</a></th><td>{left}</td><td>{right}</td></tr>\n'
NEAR_ROW = (
    '<tr><th scope="row">{ours} ~ {theirs}<br><span class="small">{reason}</span></th>'
    "<td>{left}</td><td>{right}</td></tr>\n"
)
USED = (
    '<meter min="0" max="100" value="{importance}" aria-label="Importance of {name}">{importance}</meter> {importance}'
    '<br><span class="small">{evidence}</span>'
)
UNUSED = '–<span class="visually-hidden"> not asked for</span>'


def skill_group(skills: Collection[ComparedSkill], *heading: str) -> SafeString:
    """The words of its heading, then a row each: the skill and what either role makes of it. Nothing for no skills."""
    return _group(map(_row, skills), heading) if skills else SafeString()


def near_group(pairs: Collection[NearPair], *heading: str) -> SafeString:
    """The same for skills of which one stands in for another."""
    return _group(map(_near_row, pairs), heading) if pairs else SafeString()


def use_cell(use: Use | None, name: str) -> SafeString:
    """What a role makes of the skill of this name."""
    return mark_safe(_use(use, escape(name)))  # noqa: S308 every value is escaped


def _group(rows: Iterable[str], heading: Iterable[str]) -> SafeString:
    """rows: escaped."""
    return mark_safe(GROUP.format(heading=escape(" ".join(heading)), rows="".join(rows)))  # noqa: S308 escaped


def _row(skill: ComparedSkill) -> str:
    name = escape(skill.name)
    left, right = _use(skill.left, name), _use(skill.right, name)
    return ROW.format(href=escape(skill.href), name=name, left=left, right=right)


def _near_row(pair: NearPair) -> str:
    ours, theirs = pair.skills
    left, right = _use(ours.left, escape(ours.name)), _use(theirs.right, escape(theirs.name))
    reason = escape(near_reason(pair))
    return NEAR_ROW.format(ours=_link(ours), theirs=_link(theirs), reason=reason, left=left, right=right)


def _link(skill: ComparedSkill) -> str:
    return f'<a href="{escape(skill.href)}">{escape(skill.name)}</a>'


def _use(use: Use | None, name: str) -> str:
    """name: escaped."""
    if use is None:
        return UNUSED
    return USED.format(importance=use.importance, name=name, evidence=escape(use.evidence_text))
