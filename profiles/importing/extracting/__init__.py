"""Text out of files of strangers, in a process of its own that ends after each file.

`running.py` is the parent's side. `child.py` is what the process runs; of the modules beside it only `answers.py` is
imported on both sides. Nothing here knows Django.
"""
