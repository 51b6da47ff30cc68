"""Tags that any page may need."""

import json
from typing import Any
from urllib.parse import urlencode

from django import template
from django.utils.safestring import SafeString, mark_safe

from comparisons.picker import Picked
from roles.names import NamedRole

register = template.Library()

ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def json_ld(graph: dict[str, Any]) -> SafeString:
    """Structured data as a script element, escaped so that no text of it can end the element. Any: JSON."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 escaped above


@register.simple_tag
def choose(picked: Picked, number: int, role: NamedRole) -> str:
    """The picker's query with the role of box `number` (1 or 2) settled."""
    typed = [choice.role.name if choice.role else choice.typed for choice in picked.choices]
    typed[number - 1] = role.name
    return "?" + urlencode([("role", text) for text in typed])
