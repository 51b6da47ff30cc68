"""Long names with one slip of typing: "Kubernettes". Pure."""

from collections.abc import Iterable, Iterator

SLIP_FROM = 8  # letters; a slip of a shorter word is another word
LONGEST = 24


class Slips:
    """Names by what is left of them when one letter is taken out, so that looking a word up takes no search."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, set[str]] = {}
        for name in names:
            if SLIP_FROM <= len(name) <= LONGEST and name.isalpha():
                for left in (name, *_less_one(name)):
                    self._names.setdefault(left, set()).add(name)

    def meant(self, word: str) -> str | None:
        """The one name that is a single slip away and begins alike."""
        if not SLIP_FROM - 1 <= len(word) <= LONGEST + 1:
            return None
        near: set[str] = set()
        for left in (word, *_less_one(word)):
            near |= self._names.get(left, set())
        near = {name for name in near if name[0] == word[0] and is_one_slip(word, name)}
        return near.pop() if len(near) == 1 else None


def _less_one(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def is_one_slip(word: str, name: str) -> bool:
    """One letter more, less or another, or two neighbours changed over."""
    at = next((at for at, (left, right) in enumerate(zip(word, name, strict=False)) if left != right), None)
    if at is None:
        return abs(len(word) - len(name)) == 1
    rest, wanted = word[at:], name[at:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[:2] == wanted[1::-1] and rest[2:] == wanted[2:])
    )
