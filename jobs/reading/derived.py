"""An answer and where it is from. Pure."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Derived(Generic[T]):
    """words: the advert's own, as they were read."""

    value: T
    words: str
