"""Three roles side by side: what is worked out of them, and in which words. Pure."""

from comparisons.trio.facts import Trio, compare_trio

__all__ = ["Trio", "compare_trio"]
