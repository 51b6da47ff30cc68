"""Eczar, the house's face: the letters and signs of headings and figures, so few that the file comes with the first
14 KB that a server may send at once. The rest is set in the next face."""

import re
from pathlib import Path

FACE = Path(__file__).resolve().parents[2] / "static" / "fonts" / "eczar.woff2"
SETTABLE = re.compile(r"[ !#$%&'()+,\-./0-9:;?A-Za-z\u00a0×–—‘’“”•…−₹]*")  # what the file has


def can_set(text: str) -> bool:
    """Whether the face has every letter."""
    return bool(SETTABLE.fullmatch(text))
