"""Links to comparisons. Pure."""

from dataclasses import dataclass

from comparisons.addresses import comparison_path


@dataclass(frozen=True)
class PairLink:
    """A link to a comparison, and why somebody might follow it."""

    first: str
    second: str
    path: str
    reason: str = ""

    @property
    def name(self) -> str:
        return f"{self.first} vs {self.second}"


def pair_link(slug: str, name: str, other_slug: str, other_name: str, reason: str = "") -> PairLink:
    (first, first_name), (second, second_name) = sorted([(slug, name), (other_slug, other_name)])
    return PairLink(first_name, second_name, comparison_path(first, second), reason)


def in_common(overlap: int) -> str:
    """overlap: whole per cent."""
    return f"{overlap}% in common"
