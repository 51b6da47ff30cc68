"""An advert's description on its way in: whatever HTML or text a feed sends, out comes the little HTML that we show.

    as sent ─ sanitiser ─► harmless HTML ─ blocks ─► blocks of lines ─ contacts, lists ─► ─ writing ─► as stored

Nothing here knows the database.
"""

from jobs.cleaning.blocks import blocks_of
from jobs.cleaning.contacts import hidden
from jobs.cleaning.lists import in_order
from jobs.cleaning.sanitiser import LONGEST, harmless, strict
from jobs.cleaning.writing import lines_of, written

__all__ = ["LONGEST", "as_text", "clean"]


def clean(html: str) -> str:
    """The description as it is stored and shown: a few tags, no address or telephone number of anybody. Cleaning it
    again changes nothing."""
    return strict(written(in_order(hidden(blocks_of(harmless(html)))), LONGEST))


def as_text(html: str) -> str:
    """What a cleaned description says, a line for each of its lines: for search, matching and rules."""
    return "\n".join(lines_of(blocks_of(html)))
