"""Filters over comparisons/addresses.py and comparisons/wording.py."""

from django import template

from comparisons import wording
from comparisons.addresses import comparison_path

register = template.Library()

register.filter("compared_with", comparison_path)
register.filter("fit_answer", wording.fit_answer)
register.filter("gaps", wording.gaps)
register.filter("match_fact", wording.match_fact)
register.filter("names", wording.names)
register.filter("near_reason", wording.near_reason)
register.filter("overlap_answer", wording.overlap_answer)
register.filter("switch_answer", wording.switch_answer)
register.filter("work_answer", wording.work_answer)
