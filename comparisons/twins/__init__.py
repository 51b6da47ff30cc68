"""The page that compares two roles, without its dress: as Markdown for people, as JSON for programs.

facts, figures: pure, the page as one dict; schema.json: what each of its keys means; answers: from the HTML of an
answer to text; markdown: what Markdown would misread; files: the two files, and how they are served.
"""
