"""The tables, lists and pictures of a comparison as HTML: what is many rows, a function each.

A template takes ten times as long for a row, and a comparison has two hundred of them: they were half of its page.
Every text is escaped here; sentences stay in the templates. Pure.
"""
