"""Tags that any page may need."""

import json
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template import Context
from django.template.base import Parser, TextNode, Token
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from comparisons.picker import Picked
from onjob.middleware import is_personal
from onjob.search import Found, Side
from roles.feedback.links import wrong_link
from roles.names import Named

register = template.Library()
register.simple_tag(wrong_link)

LINKED = (
    "/",
    "/jobs/",
    "/compare-roles/",
    "/roles/",
    "/salaries/",
    "/skills/",
    "/profile/",
)  # from the header of every page
ESCAPES = {">": "\\u003E", "<": "\\u003C", "&": "\\u0026"}


@register.simple_block_tag
def keep(content: str) -> str:
    """What a block says, for more than one place: `{% keep as page_title %}{% block title %}…{% endkeep %}`."""
    return content


@register.tag
def address(parser: Parser, token: Token) -> TextNode:
    """The address of a page that is always the same: `{% address "method" %}`, `{% address "pages:feed" "pay" %}`.

    Looked up when the template is read and not anew for each page: with `{% url %}`, twenty-four of them took a tenth
    of a page's time.
    """
    name, *parameters = (word.strip('"') for word in token.split_contents()[1:])
    return TextNode(reverse(name, args=parameters))


@register.tag
def asset(parser: Parser, token: Token) -> TextNode:
    """The address of a static file, looked up once like the above: `{% asset "css/site.css" %}`."""
    _, name = token.split_contents()
    return TextNode(static(name.strip('"')))


@register.simple_tag(takes_context=True)
def site_header(context: Context) -> SafeString:
    """The same on all pages but those that it links to, which it marks, and those of one person, who need no word on
    signing in: drawn once in a process for each of these. What somebody typed into its box is drawn anew."""
    request = context.get("request")
    path = getattr(request, "path", "")
    words = {
        "site_name": context.get("site_name", ""),
        "here": path if path in LINKED else "",
        "is_signed_in": is_personal(path) and hasattr(request, "user") and request.user.is_authenticated,
    }
    if typed := context.get("typed"):
        return render_to_string("includes/_header.html", words | {"typed": typed})
    return _drawn("includes/_header.html", **words)


@register.simple_tag(takes_context=True)
def site_footer(context: Context) -> SafeString:
    """It says of cookies what holds for the page: drawn once in a process for each of the three."""
    words = {
        "site_name": context.get("site_name", ""),
        "sets_a_cookie": bool(context.get("sets_a_cookie")),
        "is_personal": is_personal(getattr(context.get("request"), "path", "")) and not context.get("is_cookieless"),
    }
    return _drawn("includes/_footer.html", **words)


def _drawn(template: str, **words: str | bool) -> SafeString:
    """With DEBUG on, templates change while the server runs."""
    return render_to_string(template, words) if settings.DEBUG else _drawn_once(template, **words)


@lru_cache(maxsize=16)
def _drawn_once(template: str, **words: str | bool) -> SafeString:
    return render_to_string(template, words)


@register.simple_tag
def json_ld(graph: dict[str, Any]) -> SafeString:
    """Structured data as a script element, escaped so that no text of it can end the element. Any: JSON."""
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 escaped above


@register.simple_tag
def choose(picked: Picked, number: int, role: Named) -> str:
    """The picker's query with the role of box `number` (from 1 on) settled; the other boxes keep what they hold."""
    typed = [choice.role.name if choice.role else choice.typed for choice in picked.choices]
    typed[number - 1] = role.name
    return "?" + urlencode([("role", text) for text in typed if text])


@register.simple_tag
def side_settled(found: Found, side: Side, role: Named) -> str:
    """The search for the same comparison with one of its roles settled."""
    names = [role.name if each is side else each.role.name if each.role else each.typed for each in found.sides]
    return "?" + urlencode({"q": " vs ".join(names)})
