"""What a reading of a feed would change, worked out before the first row is written."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from jobs.feeds.posting import Posting, Refused
from jobs.models import JobFeed
from jobs.sync.understood import Understood, digest

# A feed that lists at least so many openings and suddenly loses more than this share waits for an editor.
FEW = 4
SHRINK_PER_CENT = 50

Understand = Callable[[Posting], Understood]
Progress = Callable[[Sequence[Any], str], Iterable[Any]]  # Any: of whatever, unchanged


class Shrunk(Exception):
    """It lost so many that the feed may be broken."""


class Entry(NamedTuple):
    posting: Posting
    digest: str


class Change(NamedTuple):
    source: int
    entry: Entry


@dataclass
class Plan:
    """gone: keys of the sources that aren't listed any more; back: of those that are again, unchanged."""

    new: list[Entry] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    gone: list[int] = field(default_factory=list)
    back: list[int] = field(default_factory=list)
    same: int = 0
    refused: list[Refused] = field(default_factory=list)


class Known(NamedTuple):
    pk: int
    digest: str
    is_listed: bool


def plan(
    feed: JobFeed,
    postings: Iterable[Posting],
    edition: str,
    is_whole: bool = True,
) -> Plan:
    """edition: of the rules by which adverts are understood; what was read by others is read anew. is_whole: else what
    is missing isn't taken for gone. Raises Shrunk, unless the feed may shrink. One query.
    """
    known = {key: Known(*row) for key, *row in feed.sources.values_list("key", "pk", "digest", "is_listed")}
    if is_whole:
        _refuse_shrinking(feed, known, {posting.key for posting in postings})
    planned, met = Plan(), set()
    for posting in postings:
        if posting.key in met:
            planned.refused.append(Refused(posting.key, "The feed lists this key twice."))
        else:
            met.add(posting.key)
            _sort_in(planned, posting, known.get(posting.key), digest(posting, _company(feed), edition))
    if is_whole:
        planned.gone = [source.pk for key, source in known.items() if source.is_listed and key not in met]
    return planned


def _company(feed: JobFeed) -> str:
    return feed.company.name if feed.company else ""


def _refuse_shrinking(feed: JobFeed, known: dict[str, Known], listed: set[str]) -> None:
    before = {key for key, source in known.items() if source.is_listed}
    lost = len(before - listed)
    if len(before) >= FEW and lost * 100 > len(before) * SHRINK_PER_CENT and not feed.may_shrink:
        raise Shrunk(
            f"It listed {len(before):,} openings and now lacks {lost:,} of them. Nothing was changed. Look at the "
            "feed; if they really are gone, tick “may lose most of its jobs once”."
        )


def _sort_in(planned: Plan, posting: Posting, known: Known | None, mark: str) -> None:
    if known and known.digest == mark:
        planned.same += 1
        if not known.is_listed:
            planned.back.append(known.pk)
        return
    entry = Entry(posting, mark)
    if known:
        planned.changed.append(Change(known.pk, entry))
    else:
        planned.new.append(entry)
