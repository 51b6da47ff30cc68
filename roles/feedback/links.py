"""“Is something wrong here?”: the link to the form."""

from functools import cache
from html import escape
from urllib.parse import quote

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

MOST_OF_A_FACT = 200  # characters that go along


def wrong_link(page: str, fact: str = "") -> SafeString:
    """page: the path that is meant; fact: what on it, in words."""
    about, named = f"?page={quote(page)}", ""
    if fact:
        about += f"&amp;fact={quote(fact[:MOST_OF_A_FACT])}"
        named = f'<span class="visually-hidden">: {escape(fact)}</span>'
    link = f'<a class="wrong" href="{_form()}{about}" rel="nofollow">Is something wrong here{named}?</a>'
    return mark_safe(link)  # noqa: S308 every value is quoted or escaped


@cache
def _form() -> str:
    return reverse("feedback:form")
