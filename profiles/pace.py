"""How often a person may ask for what costs something: a file, a language model's answer."""

import datetime
import time
from dataclasses import dataclass

from django.core.cache import cache


@dataclass(frozen=True, slots=True)
class Pace:
    """At most so many times within `per`, each person for themselves, counted where all limits are."""

    name: str
    times: int
    per: datetime.timedelta

    def wait(self, person: int) -> datetime.timedelta:
        """Nothing where it is their turn, which then counts; else until when it isn't. person: the account's key."""
        now, key = time.time(), f"pace:{self.name}:{person}"
        since = now - self.per.total_seconds()
        recent = [at for at in cache.get(key, ()) if at > since]
        if len(recent) >= self.times:
            return datetime.timedelta(seconds=recent[0] - since)
        cache.set(key, [*recent, now], self.per.total_seconds())
        return datetime.timedelta()
