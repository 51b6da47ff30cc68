"""What was understood, as JSON and back, to be kept between the upload and the person's yes: pure.

The types of pieces.py and facts.py say how it is read; what was written by another release and doesn't fit raises
ValueError, and the person brings the file once more.
"""

import dataclasses
from collections.abc import Mapping
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from profiles.facts import When
from profiles.importing.pieces import Piece, Understood


def as_json(understood: Understood) -> dict[str, Any]:  # whatever json.dumps takes
    return dataclasses.asdict(understood)


def from_json(kept: object) -> Understood:
    """Raises ValueError."""
    try:
        found = _read(kept, Understood)
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("This isn't what was understood of a file, or not in this release.") from error
    if not isinstance(found, Understood):
        raise ValueError("This isn't what was understood of a file.")
    return found


def _read(value: Any, kind: Any) -> object:  # any type of a field
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return None if value is None else _read(value, next(one for one in inner if one is not NoneType))
    if origin is tuple:
        return tuple(_read(one, inner[0]) for one in value)
    if origin is Piece:
        return Piece(_read(value["value"], inner[0]), int(value["line"]), str(value["words"]), bool(value["is_sure"]))
    if kind is When:
        return When(*value)
    if dataclasses.is_dataclass(kind):
        return _fields(value, kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError(f"{value!r} is no {kind}.")
    return value


def _fields(value: Mapping[str, Any], kind: Any) -> object:
    hints = get_type_hints(kind)
    return kind(**{one.name: _read(value[one.name], hints[one.name]) for one in dataclasses.fields(kind)})
