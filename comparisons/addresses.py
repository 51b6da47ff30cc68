"""The addresses of comparisons: pure, no database."""

from typing import NamedTuple

from roles.addresses import as_slug

SEPARATOR = "-vs-"


class SlugPair(NamedTuple):
    first: str
    second: str


def comparison_path(first: str, second: str) -> str:
    """The one address of a pair: slugs from A to Z, last slash."""
    return f"/compare-roles/{SEPARATOR.join(sorted((first, second)))}/"


class PairConverter:
    """`a-vs-b` ⇄ SlugPair. Takes other forms and a missing last slash too, so that the view can send every form to
    the one address in one redirect."""

    regex = r"[^/]{1,200}/?"

    def to_python(self, value: str) -> SlugPair:
        """Raises ValueError (no match, so a 404) for what is no pair of slugs."""
        slugs = as_slug(value.rstrip("/")).split(SEPARATOR)
        if len(slugs) != 2:
            raise ValueError(value)
        return SlugPair(as_slug(slugs[0]), as_slug(slugs[1]))

    def to_url(self, pair: SlugPair) -> str:
        return f"{SEPARATOR.join(sorted(pair))}/"


class PairFileConverter(PairConverter):
    """`a-vs-b` before a file's ending: `<pairfile:pair>.png`."""

    regex = r"[^/]{1,200}"

    def to_url(self, pair: SlugPair) -> str:
        return super().to_url(pair).removesuffix("/")
