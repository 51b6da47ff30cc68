"""Openings as employers publish them: a feed's bytes in, postings out. Nothing here knows the database."""
