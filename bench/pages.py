"""Which pages are measured. The same of the real catalogue in every size of it, and never one twice, as a page that was
asked for before may come out of a cache."""

import random
from collections.abc import Iterator, Sequence
from itertools import combinations

SEED = 2026
ONE = "/compare-roles/data-scientist-vs-ml-engineer/"  # asked for again and again


def paths(slugs: Sequence[str]) -> list[str]:
    """Of every pair of these roles but ONE, in an order that is always the same."""
    pairs = [f"/compare-roles/{'-vs-'.join(pair)}/" for pair in combinations(sorted(slugs), 2)]
    random.Random(SEED).shuffle(pairs)  # noqa: S311 nothing secret
    return [path for path in pairs if path != ONE]


def distinct(slugs: Sequence[str], number: int) -> list[str]:
    """So many different pages: those of pairs, then which of the two suits somebody."""
    pairs = paths(slugs)
    return [*pairs, *(f"{path}suits/" for path in pairs)][:number]


def slices(paths: Sequence[str], size: int) -> Iterator[list[str]]:
    """So many paths each, none twice; the end when they are used up."""
    for start in range(0, len(paths) - size + 1, size):
        yield list(paths[start : start + size])
