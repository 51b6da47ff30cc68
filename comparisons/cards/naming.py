"""The name of a card's picture, known before it is drawn."""

import hashlib
from functools import cache
from pathlib import Path

import PIL

from comparisons.cards.card import Card, SiteCard
from comparisons.cards.face import FACE


def digest(card: Card | SiteCard) -> str:
    """Another one as soon as the card says something else, or is drawn in another way."""
    return hashlib.sha256(f"{card!r} {_drawn_by()}".encode()).hexdigest()[:24]


@cache
def _drawn_by() -> str:
    """Names the code, the face and the library that draw."""
    files = [*sorted(Path(__file__).parent.glob("*.py")), FACE]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files) + PIL.__version__.encode()).hexdigest()
