"""Filters over roles/money.py and roles/words.py: no arithmetic here."""

from django import template

from roles import money, words

register = template.Library()

register.filter("lakh", money.lakh)
register.filter("short", money.short)
register.filter("rupees", money.rupees)
register.filter("thousands", money.thousands)
register.filter("capitalised", words.capitalised)
register.filter("counted", words.counted)
register.filter("joined", words.join_words)
