"""How many files one person may bring in an hour: reading one costs more than any page."""

from datetime import timedelta

from django.core.cache import cache

MOST, WITHIN = 20, timedelta(hours=1)
PREFIX = "profiles.import"


def take_one(person: int) -> bool:
    """False when none is left. Each comes back an hour after it was taken; two requests never take the same one."""
    seconds = int(WITHIN.total_seconds())
    return any(cache.add(f"{PREFIX}:{person}:{number}", True, seconds) for number in range(MOST))
