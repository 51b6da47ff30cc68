"""Eczar, the house's face: Latin letters and the rupee sign."""

import re
from pathlib import Path

FACE = Path(__file__).resolve().parents[2] / "static" / "fonts" / "eczar.woff2"
SETTABLE = re.compile(r"[ -~\u00a0£§©·×–—‘’“”•…−₹]*")  # what the file has


def can_set(text: str) -> bool:
    """Whether the face has every letter."""
    return bool(SETTABLE.fullmatch(text))
