"""Eczar, the house's face. It comes in two files: Latin letters, and the rupee sign."""

import re
from pathlib import Path

FONTS = Path(__file__).resolve().parents[2] / "static" / "fonts"
LATIN, RUPEE = FONTS / "eczar-latin.woff2", FONTS / "eczar-rupee.woff2"
SETTABLE = re.compile(r"[ -~\u00a0£§©·×–—‘’“”•…−₹]*")  # what the two files have


def can_set(text: str) -> bool:
    """Whether the face has every letter."""
    return bool(SETTABLE.fullmatch(text))
