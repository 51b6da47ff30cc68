"""Filters over roles/salary_wording.py: no arithmetic here."""

from django import template

from roles import salary_wording

register = template.Library()

register.filter("confidence", salary_wording.confidence)
register.filter("in_lakh", salary_wording.in_lakh)
register.filter("ordinal", salary_wording.ordinal)
register.filter("percentile_cells", salary_wording.percentile_cells)
register.filter("counts", salary_wording.counts)
register.filter("terms", salary_wording.terms)
