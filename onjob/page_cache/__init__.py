"""Ready pages for readers and crawlers, as long as nothing that they show has changed.

Why nothing stale is served: the version is known before anything else, on each request, and names a page together with
its address. What changes moves the version in the same transaction (roles/change_triggers.py), so an older page has
another name from the moment on when the change can be seen. A page built while a change came in has the older name, and
nobody asks for that once the change is known.

SQLite is asked for the version on each request. PostgreSQL tells each worker of a change once it is committed, some
microseconds later, on a busy machine some milliseconds. What it doesn't contradict is believed, for a second at most:
so late a change is seen where LISTEN is taken but nothing is ever told. Where LISTEN is refused, or its connection is
cut, each request asks. So does each one of somebody who is signed in: an editor is sure to see what they saved.
"""
