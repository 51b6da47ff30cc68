"""What differs between two texts, word by word. Pure."""

from difflib import SequenceMatcher
from typing import NamedTuple


class Piece(NamedTuple):
    """kind: "same", "out" or "in"."""

    kind: str
    text: str


def differences(before: str, after: str) -> tuple[Piece, ...]:
    """In order; what goes stands before what comes for it. All that isn't "in" is the text before, all that isn't "out"
    the text after, with one blank between words."""
    was, now = before.split(), after.split()
    pieces: list[Piece] = []
    for tag, start, end, new_start, new_end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", " ".join(was[start:end])))
            continue
        pieces += [Piece("out", " ".join(was[start:end]))] if end > start else []
        pieces += [Piece("in", " ".join(now[new_start:new_end]))] if new_end > new_start else []
    return tuple(pieces)
