"""Everything that is kept of a person, as a file they can take along."""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.template.loader import render_to_string

from profiles.models import Application, Profile

# What opens doors is not a thing to carry about.
SECRET = {"password", "session_key", "secret", "key", "data", "token_secret", "code"}

Row = dict[str, Any]  # Any: what a column holds


def archive(user: models.Model) -> bytes:
    """A ZIP file: README.txt, a JSON file for each table, a file for each résumé that was sent. One query a table."""
    packed = io.BytesIO()
    tables = dict(tables_of(user))
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("README.txt", render_to_string("profiles/export.txt", {"names": sorted(tables)}))
        for name, rows in tables.items():
            beside = _files_of(name, rows)
            text = json.dumps(rows, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
            file.writestr(f"{name}.json", text)
            for path, content in beside.items():
                file.writestr(path, content)
    return packed.getvalue()


def _files_of(table: str, rows: list[Row]) -> dict[str, bytes]:
    """What no JSON can hold, by the name of a file of its own, which then stands in the row."""
    found: dict[str, bytes] = {}
    for row in rows:
        for column, value in row.items():
            if isinstance(value, bytes | memoryview):
                row[column] = f"{table}-{row['id']}-{column}.pdf"
                found[row[column]] = bytes(value)
    return found


def tables_of(user: models.Model) -> Iterator[tuple[str, list[Row]]]:
    """The account, and every table that points at it, at its profile or at an application, also of apps that are yet to
    be written."""
    yield _name(user._meta.model), [_row(user)]
    for table, field in _pointing_at(user._meta.model):
        yield _name(table), _rows(table, **{field: user})
    for table, field in _pointing_at(Profile):
        yield _name(table), _rows(table, **{f"{field}__user": user})
    for table, field in _pointing_at(Application):
        yield _name(table), _rows(table, **{f"{field}__profile__user": user})


def _pointing_at(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            yield relation.related_model, relation.field.name


def _name(model: type[models.Model]) -> str:
    return model._meta.label_lower.replace(".", "-")


def _rows(table: type[models.Model], **whose: Any) -> list[Row]:
    """Any: the value of a filter."""
    related = [field.name for field in table._meta.fields if field.is_relation]
    found = table._default_manager.filter(**whose).select_related(*related).order_by("pk")
    return [_row(row) for row in found]


def _row(row: models.Model) -> Row:
    return {field.name: _value(row, field) for field in row._meta.fields if field.name not in SECRET}


def _value(row: models.Model, field: models.Field) -> Any:
    """What is referred to by its name: a number would say nothing to its owner. Any: what a column holds."""
    value = getattr(row, field.name)
    return str(value) if isinstance(value, models.Model) else value
