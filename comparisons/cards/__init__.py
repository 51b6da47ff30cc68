"""The picture that a shared link shows: 1200 × 630, drawn from a card's few facts. Pure.

The same card gives the same bytes. Its digest names both what it says and what draws it.
"""

from comparisons.cards.card import Card, SiteCard, card_of
from comparisons.cards.naming import digest

__all__ = ["Card", "SiteCard", "card_of", "digest"]
