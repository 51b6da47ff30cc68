"""What a card says. Pure."""

from dataclasses import dataclass

from comparisons.cards.face import can_set
from comparisons.comparison import Comparison
from roles.pay import PayFigure

DIFFERENT_TERMS = "These two figures are from different sources or years: don’t compare them with each other."


@dataclass(frozen=True)
class SiteCard:
    """The card of a page that has none of its own. `address`: the site's host."""

    site: str
    address: str
    sentences: tuple[str, ...] = ("Two jobs, side by side.", "Every figure with its source.")

    @property
    def alt(self) -> str:
        return " ".join([f"{self.site}.", *self.sentences])


@dataclass(frozen=True)
class Card:
    """Two roles. Pay as it is shown ("₹6L–₹30L"), nothing where it isn't known."""

    site: str
    address: str
    left: str
    right: str
    left_pay: str = ""
    right_pay: str = ""
    left_terms: str = ""  # what the pay is: unit, kind, years, source
    right_terms: str = ""
    caveat: str = ""
    overlap: int | None = None  # whole per cent; None: not worked out

    @property
    def has_pay(self) -> bool:
        return bool(self.left_pay or self.right_pay)

    @property
    def can_be_set(self) -> bool:
        """Whether the face has every letter of it. A portal's name may lack some: its address stands for it."""
        return all(can_set(text) for text in (self.left, self.right, self.left_terms, self.right_terms))

    @property
    def overlap_words(self) -> tuple[str, str]:
        """The number, and what it is of."""
        return f"{self.overlap}%", "of what the two jobs ask for is shared"

    @property
    def alt(self) -> str:
        """For those who don't see the picture."""
        sides = ((self.left, self.left_pay, self.left_terms), (self.right, self.right_pay, self.right_terms))
        parts = [f"{self.left} vs {self.right}."]
        parts += [f"{name}: {pay} {terms}." for name, pay, terms in sides if pay]
        parts += [self.caveat] if self.caveat else []
        parts += [] if self.overlap is None else [f"{' '.join(self.overlap_words)}."]
        return " ".join(parts)


def card_of(comparison: Comparison, *, site: str, address: str) -> Card:
    """In the address' order, also where a page shows the two the other way round."""
    left, right = sorted(comparison.sides, key=lambda side: side.role.slug)
    unlike = left.figure and right.figure and not comparison.pay.headline
    return Card(
        site=site,
        address=address,
        left=left.role.name,
        right=right.role.name,
        left_pay=left.figure.text if left.figure else "",
        right_pay=right.figure.text if right.figure else "",
        left_terms=_terms(left.figure),
        right_terms=_terms(right.figure),
        caveat=DIFFERENT_TERMS if unlike else "",
        overlap=comparison.overlap,
    )


def _terms(figure: PayFigure | None) -> str:
    return f"{figure.terms}. {figure.source.name}" if figure else ""
