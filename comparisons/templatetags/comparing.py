"""Filters over comparisons/addresses.py, comparisons/wording.py and comparisons/twins/markdown.py."""

from django import template

from comparisons import wording
from comparisons.addresses import comparison_path
from comparisons.twins import markdown

register = template.Library()

register.filter("blocks", markdown.as_markdown)
register.filter("compared_with", comparison_path)
register.filter("gaps", wording.gaps)
register.filter("md", markdown.escaped)
register.filter("names", wording.names)
register.filter("near_reason", wording.near_reason)
register.filter("overlap_answer", wording.overlap_answer)
register.filter("switch_answer", wording.switch_answer)
register.filter("work_answer", wording.work_answer)
