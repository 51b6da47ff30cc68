"""What to let go of when nothing was found."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from jobs.listing.chips import Chip
from jobs.listing.finding import COUNTED, count
from jobs.listing.wanted import Wanted
from jobs.listing.wording import number_of_jobs

MOST = 4  # each costs a query
# What a search without it is. Any: of each field's own type.
NONE: dict[str, dict[str, Any]] = {
    "q": {"words": ""},
    "role": {"role": None},
    "skill": {"skill": None},
    "city": {"city": None},
    "mode": {"mode": ""},
    "years": {"years": None},
    "employment": {"employment": ""},
    "pay": {"pay": None, "with_unstated": True},
    "unstated": {"with_unstated": True},
    "days": {"days": None},
}


@dataclass(frozen=True)
class Looser:
    """The same search without one of its filters, and how much that finds: "31 jobs", "100+ jobs"."""

    chip: Chip
    found: str


def looser(chosen: Iterable[Chip], wanted: Wanted, today: datetime.date) -> list[Looser]:
    """Those that find something, of the first four filters; nothing for one alone, without which all is found. A query
    each."""
    tried = list(chosen)[:MOST]
    counts = [(chip, count(replace(wanted, **NONE[chip.name]), today)) for chip in tried]
    return [Looser(chip, number_of_jobs(min(found, COUNTED), found > COUNTED)) for chip, found in counts if found]
