"""Filters over comparisons/addresses.py and comparisons/wording.py."""

from django import template

from comparisons import wording
from comparisons.addresses import comparison_path

register = template.Library()

register.filter("compared_with", comparison_path)
register.filter("switch_answer", wording.switch_answer)
register.filter("names", wording.names)
