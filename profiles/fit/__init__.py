"""How well a profile fits a role or an open job, exactly and with reasons.

`formula.py` says what a target's points are and what is earned of them, `having.py` what a profile has, `breakdown.py`
the lines, `blockers.py` what no number may hide, `wording.py` the sentences: all pure, in whole numbers. `targets.py`
reads roles and jobs, `weighing.py` stores the points of open jobs, `posting_lists.py` and `ranking.py` order all open
jobs for one profile, `panel.py` is what a page shows.
"""
