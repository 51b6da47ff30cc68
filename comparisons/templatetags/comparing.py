"""Filters over the pure modules of addresses, changes and wording, and over twins/markdown.py; rows of skills."""

from django import template

from comparisons import wording
from comparisons.addresses import comparison_path
from comparisons.changes import changes
from comparisons.skill_rows import skill_rows, use_cell
from comparisons.trio import wording as trio_wording
from comparisons.twins import markdown

register = template.Library()

register.filter("blocks", markdown.as_markdown)
register.filter("compared_with", comparison_path)
register.filter("fit_answer", wording.fit_answer)
register.filter("gaps", wording.gaps)
register.filter("match_fact", wording.match_fact)
register.filter("md", markdown.escaped)
register.filter("names", wording.names)
register.filter("near_reason", wording.near_reason)
register.filter("overlap_answer", wording.overlap_answer)
register.filter("switch_answer", wording.switch_answer)
register.filter("work_answer", wording.work_answer)
register.filter("changes", changes)
register.filter("group_name", trio_wording.group_name)
register.filter("useful_for", trio_wording.useful_for)

register.simple_tag(skill_rows)
register.simple_tag(use_cell)
