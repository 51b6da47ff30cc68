"""Who may read a file now: as many at once as there are places, over all of the site's processes on this machine.

A place is a file that exists anyway and that every worker can open; a turn is a lock on it. Nothing is written, and the
system lets go of a lock when its process ends, however that ends.
"""

import fcntl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from profiles.importing.extracting.answers import Trouble, Unreadable

BETWEEN = 0.05  # seconds from one try to the next


@contextmanager
def turn(places: Sequence[Path], longest: float) -> Iterator[None]:
    """longest: seconds to wait for one. Raises Unreadable where all are taken until then."""
    until = time.monotonic() + longest
    while (place := _free(places)) is None:
        if time.monotonic() >= until:
            raise Unreadable(Trouble.BUSY)
        time.sleep(BETWEEN)
    with place:
        yield


def _free(places: Sequence[Path]) -> BinaryIO | None:
    """The first that nobody has, locked until it is closed."""
    for path in places:
        place = path.open("rb")
        try:
            fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            place.close()
        else:
            return place
    return None
