"""What openings are found by: a row of jobs_openjob for each open one, kept by the database's own triggers.

`terms.py` says what typed words ask for, `postgresql.py` and `sqlite.py` what the databases do, `keeping.py` is for
migrations, `lookups.py` for querysets.
"""
