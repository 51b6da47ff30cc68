"""Applications: what is sent is what was looked at, once, and its history stays."""
