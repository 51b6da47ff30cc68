"""The cache in which limits are counted: that of all workers, or while it is down each worker's own."""

import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import caches
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache

logger = logging.getLogger(__name__)

REST = 10  # seconds without asking a cache that failed

T = TypeVar("T")


class SharedOrOwnCache(BaseCache):
    """LOCATION is the alias of the shared one. A limit may be missed while it is down, and nobody is kept out for it.

    Any: values of a cache, as Django declares them.
    """

    def __init__(self, shared: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self._shared = shared
        self._own = LocMemCache("limits", params)
        self._resting_until = 0.0

    def add(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        return self._asked(lambda cache: cache.add(f"limit:{key}", value, timeout, version))

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        return self._asked(lambda cache: cache.get(f"limit:{key}", default, version))

    def set(self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        self._asked(lambda cache: cache.set(f"limit:{key}", value, timeout, version))

    def delete(self, key: str, version: int | None = None) -> bool:
        return self._asked(lambda cache: cache.delete(f"limit:{key}", version))

    def _asked(self, ask: Callable[[BaseCache], T]) -> T:
        if time.monotonic() >= self._resting_until:
            try:
                return ask(caches[self._shared])
            except Exception as error:  # each backend has errors of its own, without a common ancestor
                logger.warning("shared cache: %s", error)
                self._resting_until = time.monotonic() + REST
        return ask(self._own)
