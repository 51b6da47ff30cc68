"""The addresses of comparisons: pure, no database."""

import re
from typing import NamedTuple

SEPARATOR = "-vs-"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class SlugPair(NamedTuple):
    first: str
    second: str


def comparison_path(first: str, second: str) -> str:
    """The one address of a pair: slugs from A to Z, last slash."""
    return f"/compare-roles/{SEPARATOR.join(sorted((first, second)))}/"


class PairConverter:
    """`a-vs-b` ⇄ SlugPair. Takes capitals, underscores and a missing last slash too, so that the view can send
    every form to the one address in one redirect."""

    regex = r"[^/]{1,200}/?"

    def to_python(self, value: str) -> SlugPair:
        """Raises ValueError (no match, so a 404) for what is no pair of slugs."""
        slugs = value.rstrip("/").lower().replace("_", "-").split(SEPARATOR)
        if len(slugs) != 2 or not all(_SLUG.fullmatch(slug) for slug in slugs):
            raise ValueError(value)
        return SlugPair(*slugs)

    def to_url(self, pair: SlugPair) -> str:
        return f"{SEPARATOR.join(sorted(pair))}/"
