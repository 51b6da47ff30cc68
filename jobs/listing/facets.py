"""How many of the openings that were found have what: pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from jobs.search.marks import EMPLOYMENT, MODE, PLACE, ROLE, SKILL


@dataclass(frozen=True)
class Counts:
    """Openings by mark, for each kind."""

    by_mark: Counter[str]

    def of(self, kind: str) -> dict[str, int]:
        """By what stands after the kind's letter, most first, of equals the smaller mark."""
        found = [(mark[1:], count) for mark, count in self.by_mark.items() if mark[0] == kind]
        return dict(sorted(found, key=lambda each: (-each[1], each[0])))

    def keys(self, kind: str) -> dict[int, int]:
        """The same where marks hold keys of rows."""
        return {int(value): count for value, count in self.of(kind).items()}


KINDS = {"role": ROLE, "city": PLACE, "skill": SKILL, "mode": MODE, "employment": EMPLOYMENT}


def counted(marks: Iterable[Iterable[str]]) -> Counts:
    """marks: each opening's."""
    by_mark: Counter[str] = Counter()
    for each in marks:
        by_mark.update(each)
    return Counts(by_mark)
