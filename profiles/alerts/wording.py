"""What searches and mails are called, and how many openings of each search a mail has: pure."""

from collections.abc import Iterable, Sequence

from jobs.listing.chips import Chip
from roles.money import thousands
from roles.words import counted, fitting

COUNTED = 100  # so far it is counted how many openings a search has
LONGEST_SUBJECT = 100  # characters
INSIDE = {"mode", "employment", "unstated"}  # words of ours, which stand inside the line


def called(chips: Iterable[Chip], limit: int) -> str:
    """ "Data Analyst jobs in Pune, remote, SQL"; limit: characters."""
    says = {chip.name: chip.says for chip in chips}
    first = says.pop("role", "") or says.pop("q", "")
    city = says.pop("city", "")
    head = f"{first} jobs" if first else "Jobs"
    rest = [_small(text) if name in INSIDE else text for name, text in says.items()]
    return fitting(limit, ", ".join([f"{head} in {city}" if city else head, *rest]))


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def counted_jobs(count: int, kind: str = "") -> str:
    """ "no job", "1 new job", "100+ new jobs"; kind: "new", "open"."""
    noun = f"{kind} job".strip()
    return f"{thousands(COUNTED)}+ {noun}s" if count > COUNTED else counted(count, noun)


def subject(names: Sequence[str], count: int) -> str:
    """names: of the searches, one or more; count: of their new openings together."""
    jobs = counted_jobs(count, "new")
    return fitting(LONGEST_SUBJECT, f"{jobs}: {names[0]}") if len(names) == 1 else f"{jobs} for {len(names)} searches"


def shares(counts: Sequence[int], most: int) -> list[int]:
    """How many of each may stand in a mail of so many: one after the other in turn, until it is full."""
    given = [0] * len(counts)
    while most > 0 and any(have < there for have, there in zip(given, counts, strict=True)):
        for at, there in enumerate(counts):
            if given[at] < there and most > 0:
                given[at] += 1
                most -= 1
    return given
