"""Ready pages for readers and crawlers, as long as nothing that they show has changed.

Why nothing stale is served: the version is read before anything else, on each request, and names a page together with
its address. What changes moves the version in the same transaction (roles/change_triggers.py), so an older page has
another name from the moment on when the change can be seen. A page built while a change came in has the older name, and
nobody asks for that again.
"""
