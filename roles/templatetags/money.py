"""Filters over roles/money.py and roles/words.py: no arithmetic here."""

from django import template

from roles import money, words

register = template.Library()

register.filter("lakh", money.lakh)
register.filter("short", money.short)
register.filter("thousands", money.thousands)
register.filter("capitalised", words.capitalised)


@register.filter
def counted(number: int, nouns: str) -> str:
    """{{ 3|counted:"skill" }}, {{ n|counted:"study,studies" }}."""
    return words.counted(number, *nouns.split(","))


@register.filter
def joined(texts: list[str], last: str = "and") -> str:
    return words.join_words(texts, last)
