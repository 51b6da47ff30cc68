"""What became of every row, in an editor's words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from enum import Enum

MOST_LISTED = 20


class Fate(Enum):
    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept (changed by an editor)"
    REMOVED = "left out (removed by an editor)"
    OVERWRITTEN = "overwritten (had been changed by an editor)"
    RESTORED = "restored (had been removed by an editor)"
    WITHDRAWN = "withdrawn"
    STAYED = "kept though no longer in the catalogue (changed by an editor, or still in use)"


WRITTEN = (Fate.ADDED, Fate.UPDATED, Fate.OVERWRITTEN, Fate.RESTORED)
LISTED = (Fate.KEPT, Fate.REMOVED, Fate.OVERWRITTEN, Fate.RESTORED, Fate.STAYED)
ALWAYS_TOLD = (Fate.ADDED, Fate.UPDATED, Fate.UNCHANGED)


class Report:
    def __init__(self, files: Iterable[str]) -> None:
        self.files: dict[str, Counter[Fate]] = {file: Counter() for file in files}
        self.no_file: Counter[Fate] = Counter()
        self.rows: dict[Fate, list[str]] = defaultdict(list)

    def tell(self, fate: Fate, row: str, file: str = "") -> None:
        """Count a row; without a file it stands in none any more."""
        (self.files[file] if file else self.no_file)[fate] += 1
        if fate in LISTED:
            self.rows[fate].append(row)

    def lines(self) -> Iterator[str]:
        """A line a file, then the rows an editor should know of."""
        for file, counts in self.files.items():
            yield f"{file}: {_counted(counts)}"
        if self.no_file:
            yield f"no longer in any file: {_counted(self.no_file, ())}"
        for fate, rows in self.rows.items():
            yield f"{fate.value.capitalize()}:"
            yield from _first(rows)

    def total(self) -> str:
        return _counted(sum(self.files.values(), self.no_file))


def _counted(counts: Counter[Fate], always: Iterable[Fate] = ALWAYS_TOLD) -> str:
    return ", ".join(f"{counts[fate]:,} {fate.value}" for fate in Fate if counts[fate] or fate in always)


def _first(rows: list[str]) -> Iterator[str]:
    for row in rows[:MOST_LISTED]:
        yield f"  {row}"
    if len(rows) > MOST_LISTED:
        yield f"  and {len(rows) - MOST_LISTED:,} more"
