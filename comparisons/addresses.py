"""The addresses of comparisons: pure, no database."""

from typing import NamedTuple

from roles.addresses import as_slug

SEPARATOR = "-vs-"


class SlugPair(NamedTuple):
    first: str
    second: str


class SlugTrio(NamedTuple):
    first: str
    second: str
    third: str


def comparison_path(first: str, second: str, *third: str) -> str:
    """The one address of two or three roles: slugs from A to Z, last slash."""
    return f"/compare-roles/{SEPARATOR.join(sorted((first, second, *third)))}/"


class PairConverter:
    """`a-vs-b` ⇄ SlugPair. Takes other forms and a missing last slash too, so that the view can send every form to
    the one address in one redirect."""

    regex = r"[^/]{1,200}/?"

    def to_python(self, value: str) -> SlugPair:
        """Raises ValueError (no match, so a 404) for what is no pair of slugs."""
        return SlugPair(*_slugs(value, 2))

    def to_url(self, pair: SlugPair) -> str:
        return f"{SEPARATOR.join(sorted(pair))}/"


class TrioConverter:
    """`a-vs-b-vs-c` ⇄ SlugTrio, in any form that a pair may have. Neither converter takes what is the other's."""

    regex = PairConverter.regex

    def to_python(self, value: str) -> SlugTrio:
        """Raises ValueError (no match, so a 404) for what isn't three slugs."""
        return SlugTrio(*_slugs(value, 3))

    def to_url(self, trio: SlugTrio) -> str:
        return f"{SEPARATOR.join(sorted(trio))}/"


class PairFileConverter(PairConverter):
    """`a-vs-b` before a file's ending: `<pairfile:pair>.png`."""

    regex = r"[^/]{1,200}"

    def to_url(self, pair: SlugPair) -> str:
        return super().to_url(pair).removesuffix("/")


def _slugs(value: str, number: int) -> list[str]:
    slugs = as_slug(value.rstrip("/")).split(SEPARATOR)
    if len(slugs) != number:
        raise ValueError(value)
    return [as_slug(slug) for slug in slugs]
