"""The FAQ engine: which questions apply, their answers, and the editor's words in their place.

The words of an answer are in a template, `<folder>/<key>.html`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.template.loader import render_to_string
from django.utils.html import linebreaks
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True)
class Topic:
    """A question that a page can answer when the facts are there. Any: the facts' type is the page's own."""

    key: str
    question: Callable[[Any], str]
    applies: Callable[[Any], bool]


@dataclass(frozen=True)
class FAQ:
    key: str
    question: str
    answer: SafeString


class Edited(NamedTuple):
    """An editor's answer, plain text: in place of a built one (same key), or an extra question (no key)."""

    key: str
    question: str
    answer: str


def build_faqs(topics: Sequence[Topic], facts: Any, folder: str, edited: Sequence[Edited] = ()) -> list[FAQ]:
    """The questions that apply, in the topics' order; an editor's answer takes its key's place, extras follow."""
    ours = {faq.key: faq for faq in edited if faq.key}
    built = [
        _edited(ours[topic.key]) if topic.key in ours else _built(topic, facts, folder)
        for topic in topics
        if topic.key in ours or topic.applies(facts)
    ]
    return built + [_edited(faq) for faq in edited if not faq.key]


def _built(topic: Topic, facts: Any, folder: str) -> FAQ:
    answer = render_to_string(f"{folder}/{topic.key}.html", {"facts": facts})
    return FAQ(topic.key, topic.question(facts), mark_safe(answer.strip()))  # noqa: S308 our own template's output


def _edited(faq: Edited) -> FAQ:
    answer = linebreaks(faq.answer, autoescape=True)
    return FAQ(faq.key, faq.question, mark_safe(answer))  # noqa: S308 escaped by linebreaks
