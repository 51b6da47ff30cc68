"""Where the work is done: office, hybrid, remote, or at customers'. Pure."""

import re
from collections.abc import Iterable
from enum import StrEnum

from jobs.reading.derived import Derived

LONGEST = 20_000  # characters


class Mode(StrEnum):
    OFFICE = "office"
    HYBRID = "hybrid"
    REMOTE = "remote"
    FIELD = "field"


# In this order: "hybrid, three days remote" is hybrid, "no remote work" is the office.
_WORDS = (
    (Mode.OFFICE, r"\b(?:not? (?:a )?(?:remote|work from home|wfh|hybrid)(?: (?:work|job|role|option|position))?)\b"),
    (Mode.HYBRID, r"\bhybrid(?! (?:app|mobile|cloud|vehicle|car|seed|solar|inverter|model of|event|engine|applic))\b"),
    (Mode.HYBRID, r"\b[1-4] days? (?:a week )?(?:in|from|at) (?:the )?office\b"),
    (
        Mode.REMOTE,
        r"\b(?:work(?:ing)? from (?:home|anywhere)|wfh|telecommute|home[ -]?based|work at home"
        r"|(?:fully|100 ?%|completely|permanent(?:ly)?) remote"
        r"|remote (?:work|job|role|position|first|opportunity|working))\b",
    ),
    (
        Mode.OFFICE,
        r"\b(?:work(?:ing)? from office|wfo|on[ -]?site|in[ -]office|office[ -]based|at (?:the|our) office)\b",
    ),
    (Mode.FIELD, r"\b(?:field (?:work|job|sales|visits?|executive|officer|agent|based)|on[ -](?:the )?field)\b"),
)
_PATTERNS = tuple((mode, re.compile(words, re.IGNORECASE)) for mode, words in _WORDS)
# In a field for it, or in brackets behind a title, one word is enough.
_ALONE = {
    **dict.fromkeys(("remote", "telecommute", "wfh", "home", "virtual", "anywhere", "work from home"), Mode.REMOTE),
    **dict.fromkeys(("onsite", "on-site", "on site", "office", "in-office", "in office", "wfo"), Mode.OFFICE),
    **dict.fromkeys(("hybrid", "partially remote", "flexible"), Mode.HYBRID),
    **dict.fromkeys(("field", "field work", "on field", "on-field"), Mode.FIELD),
}
_PARTS = re.compile(r"[,;:|/()\[\]_]|\s[-–—]\s")


def read_mode(
    stated: str = "", is_remote: bool | None = None, title: str = "", places: Iterable[str] = (), description: str = ""
) -> Derived[Mode] | None:
    """The first of these that says it. is_remote: the source's own word; False says only that it isn't all remote."""
    for field in (stated, *_PARTS.split(title), *(part for place in places for part in _PARTS.split(place))):
        mode = _ALONE.get(" ".join(field.casefold().replace("_", " ").split()))
        if mode:
            return Derived(mode, field.strip())
    found = find_mode(f"{stated}. {title}")
    if found:
        return found
    return Derived(Mode.REMOTE, "remote") if is_remote else find_mode(description)


def find_mode(text: str) -> Derived[Mode] | None:
    """In running text."""
    for mode, words in _PATTERNS:
        match = words.search(text[:LONGEST])
        if match:
            return Derived(mode, match[0])
    return None
