"""Openings as employers publish them: a feed's bytes in, postings out. Nothing here knows the database.

A kind of feed is a module (`adapters.py` lists them), pure from bytes to postings; `entries.py` cleans and refuses for
all of them; `fetching.py` gets a document from the internet; `walking.py` reads a whole feed.
"""
