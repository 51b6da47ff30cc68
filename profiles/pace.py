"""How often a person may ask for what costs something: a file made or read, a language model's answer."""

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
        """Nothing where it is their turn, which then counts; else until when it isn't. Two requests at once never take
        the same turn. person: the account's key."""
        now, seconds = time.time(), self.per.total_seconds()
        turns = [f"pace:{self.name}:{person}:{number}" for number in range(self.times)]
        if any(cache.add(turn, now + seconds, seconds) for turn in turns):
            return datetime.timedelta()
        first_free = min(cache.get_many(turns).values(), default=now)
        return datetime.timedelta(seconds=max(1, first_free - now))
