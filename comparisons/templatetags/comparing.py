"""Filters over the pure modules of addresses, changes and wording, and over twins/markdown.py; rows of skills."""

from django import template

from comparisons import wording
from comparisons.addresses import comparison_path
from comparisons.changes import changes
from comparisons.drawn import changes as drawn_changes
from comparisons.drawn import charts, columns, glance, lists, pay, skills
from comparisons.trio import wording as trio_wording
from comparisons.twins import markdown

register = template.Library()

register.filter("blocks", markdown.as_markdown)
register.filter("changes", changes)
register.filter("compared_with", comparison_path)
register.filter("fit_answer", wording.fit_answer)
register.filter("gaps", wording.gaps)
register.filter("group_name", trio_wording.group_name)
register.filter("md", markdown.escaped)
register.filter("names", wording.names)
register.filter("near_reason", wording.near_reason)
register.filter("overlap_answer", wording.overlap_answer)
register.filter("switch_answer", wording.switch_answer)
register.filter("useful_for", trio_wording.useful_for)
register.filter("work_answer", wording.work_answer)

register.simple_tag(charts.overlap_shapes)
register.simple_tag(charts.pay_shapes)
register.simple_tag(columns.guide_columns)
register.simple_tag(columns.pay_columns)
register.simple_tag(columns.suits_columns)
register.simple_tag(columns.switch_columns)
register.simple_tag(drawn_changes.change_forms)
register.simple_tag(drawn_changes.change_links)
register.simple_tag(glance.glance_rows)
register.simple_tag(lists.column_heads)
register.simple_tag(lists.duty_items)
register.simple_tag(lists.duty_lines)
register.simple_tag(lists.pair_links)
register.simple_tag(lists.terms)
register.simple_tag(pay.pay_rows)
register.simple_tag(pay.take_home_rows)
register.simple_tag(skills.near_group)
register.simple_tag(skills.skill_group)
register.simple_tag(skills.use_cell)
