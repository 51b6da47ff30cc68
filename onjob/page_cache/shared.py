"""Ready pages that workers and machines share, in the cache of CACHE_URL."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches

from onjob.page_cache.pages import Page

logger = logging.getLogger(__name__)

ALIAS = "pages"
KEPT = 86_400  # seconds: names change at midnight
REST = 10  # seconds without asking a cache that failed
ENCODING = "br"

T = TypeVar("T")


class SharedPages:
    """A page by its name, which says the version too, so nothing is ever overwritten or taken back."""

    def __init__(self) -> None:
        self._resting_until = 0.0

    def get(self, name: str) -> Page | None:
        stored = self._asked(lambda: caches[ALIAS].get(f"page:{name}"))
        return Page(*stored) if stored else None

    def keep(self, name: str, page: Page) -> None:
        page = page.only(ENCODING)
        stored = dict(page.headers), dict(page.bodies)
        self._asked(lambda: caches[ALIAS].set(f"page:{name}", stored, timeout=KEPT))

    def _asked(self, ask: Callable[[], T]) -> T | None:
        """None when the cache doesn't answer: then pages are built, not missed."""
        if time.monotonic() < self._resting_until:
            return None
        try:
            return ask()
        except Exception as error:  # each backend has errors of its own, without a common ancestor
            logger.warning("shared cache: %s", error)
            self._resting_until = time.monotonic() + REST
            return None
