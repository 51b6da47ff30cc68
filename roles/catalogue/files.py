"""Fixture files, row by row, each with the place where it stands."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db.models import Model

# Whose models are loaded: all of an app that have a natural key (None), or these.
APPS = {"roles": None, "comparisons": None, "jobs": ("scamrule",)}
_LIST_START = re.compile(r"\s*\[\s*")
_COMMA = re.compile(r"\s*,?\s*")


class Refused(Exception):
    """Why nothing was loaded, in an editor's words."""


@dataclass(frozen=True, order=True)
class Place:
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}"


@dataclass(frozen=True)
class WrittenRow:
    """A row as it stands in its file: plain JSON values, references as lists."""

    place: Place
    model: type[Model]
    values: dict[str, object]


def read(directory: Path) -> dict[str, list[WrittenRow]]:
    """The rows of every *.json of a directory, by file in name order. Raises Refused."""
    paths = sorted(directory.glob("*.json"))
    if not paths:
        raise Refused(f"There is no .json file in {directory}.")
    return {path.name: [_row(*found) for found in _objects(path)] for path in paths}


def _objects(path: Path) -> Iterator[tuple[Place, object]]:
    """What the file's one list holds, with line numbers, which Python's own reader doesn't give."""
    text = _text(path)
    decoder = json.JSONDecoder(object_pairs_hook=_each_name_once, parse_constant=_no_constant)
    end, line = 0, 1
    start = _LIST_START.match(text).end()
    while text[start] != "]":
        line += text.count("\n", end, start)
        place = Place(path.name, line)
        try:
            found, end = decoder.raw_decode(text, start)
        except ValueError as error:
            raise Refused(f"{place}: {error}") from None
        yield place, found
        line += text.count("\n", start, end)
        start = _COMMA.match(text, end).end()


def _text(path: Path) -> str:
    """The file's text, known to be one JSON list."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = json.loads(text)
    except UnicodeDecodeError:
        raise Refused(f"{path.name} is not UTF-8 text.") from None
    except json.JSONDecodeError as error:
        raise Refused(f"{Place(path.name, error.lineno)}, column {error.colno}: broken JSON: {error.msg}.") from None
    except (ValueError, RecursionError) as error:
        raise Refused(f"{path.name}: broken JSON: {error}.") from None
    if not isinstance(rows, list):
        raise Refused(f"{path.name} must hold one list: [ … ].")
    return text


def _each_name_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    names = [name for name, _ in pairs]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise ValueError(f"“{twice}” stands twice in this row.")
    return dict(pairs)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no number.")


def _row(place: Place, found: object) -> WrittenRow:
    if not isinstance(found, dict) or set(found) != {"model", "fields"} or not isinstance(found["fields"], dict):
        raise Refused(f'{place}: a row is written {{"model": "…", "fields": {{…}}}}, and nothing else.')
    return WrittenRow(place, _model(place, found["model"]), found["fields"])


def is_loaded(app: str, name: str) -> bool:
    return app in APPS and (APPS[app] is None or name.lower() in APPS[app])


def _model(place: Place, label: object) -> type[Model]:
    """Only what has a natural key can be known again, so only that can be loaded."""
    app, _, name = str(label).partition(".")
    try:
        model = apps.get_model(app, name) if is_loaded(app, name) else None
    except (LookupError, ValueError):
        model = None
    if model is None or not hasattr(model, "natural_key"):
        raise Refused(f"{place}: the catalogue has no model “{label}”.")
    return model
