"""The forms and links by which a reader changes what is compared."""

from collections.abc import Iterable, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from comparisons.changes import Change
from roles.facts import RoleFacts

BOX = 'name="role" required maxlength="80" autocomplete="off" placeholder="any role"'
FORM = (
    '<form action="/compare-roles/" method="get">{kept}\n<label for="{box}">{label}</label>\n'
    '<input id="{box}" {attributes}>\n'
    '<button type="submit">{verb}<span class="visually-hidden"> {meant}</span></button></form>\n'
)


def change_forms(changes: Sequence[Change]) -> SafeString:
    """Another role for one of them, a form a role; of two, a third beside them."""
    forms = [
        _form(change.others, f"instead-{number}", f"Instead of {change.role.name}", "Replace", change.role.name)
        for number, change in enumerate(changes, start=1)
    ]
    if len(changes) == 2:
        both = [change.role for change in changes]
        forms.append(_form(both, "a-third", "A third beside them", "Add", "a third role"))
    return mark_safe("".join(forms))  # noqa: S308 escaped below


def _form(kept: Iterable[RoleFacts], box: str, label: str, verb: str, meant: str) -> str:
    """kept: the roles that stay; meant: what the verb is about, for who hears the button."""
    hidden = "".join(f'<input type="hidden" name="role" value="{escape(role.name)}">' for role in kept)
    words = {"label": escape(label), "verb": verb, "meant": escape(meant)}
    return FORM.format(kept=hidden, box=box, attributes=BOX, **words)


def change_links(changes: Sequence[Change]) -> SafeString:
    """One role less, another order of the columns."""
    less = [
        f'<li><a href="{escape(change.without_path)}">Remove {escape(change.role.name)}</a></li>\n'
        for change in changes
        if change.without_path
    ]
    first = [
        f'<li><a href="{escape(change.first_path)}" rel="nofollow">{_moved(change, len(changes))}</a></li>\n'
        for change in changes[1:]
    ]
    return mark_safe("".join([*less, *first]))  # noqa: S308 escaped


def _moved(change: Change, columns: int) -> str:
    return "Swap the columns" if columns == 2 else f"Put {escape(change.role.name)} first"
