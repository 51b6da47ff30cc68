"""Filters over roles/salaries/wording.py: no arithmetic here."""

from django import template

from roles.salaries import wording

register = template.Library()

register.filter("confidence", wording.confidence)
register.filter("in_lakh", wording.in_lakh)
register.filter("ordinal", wording.ordinal)
register.filter("percentile_cells", wording.percentile_cells)
register.filter("counts", wording.counts)
register.filter("terms", wording.terms)
