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
    """A ZIP file: README.txt, a JSON file for each table, and files as they are. One query a table."""
    packed = io.BytesIO()
    tables = dict(tables_of(user))
    files = {place: content for rows in tables.values() for row in rows for place, content in _files(row)}
    names = [*sorted(f"{name}.json" for name in tables), *sorted(files)]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("README.txt", render_to_string("profiles/export.txt", {"names": names}))
        for name, rows in tables.items():
            told = list(map(_row, rows))
            file.writestr(f"{name}.json", json.dumps(told, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder))
        for place, content in files.items():
            file.writestr(place, content)
    return packed.getvalue()


def tables_of(user: models.Model) -> Iterator[tuple[str, list[models.Model]]]:
    """The account, and every table that points at it, at its profile or at an application, also of apps that are yet to
    be written."""
    yield _name(user._meta.model), [user]
    whose = {user._meta.model: "", Profile: "__user", Application: "__profile__user"}
    for model, way in whose.items():
        for table, field in _pointing_at(model):
            yield _name(table), _rows(table, **{f"{field}{way}": user})


def _pointing_at(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            yield relation.related_model, relation.field.name


def _name(model: type[models.Model]) -> str:
    return model._meta.label_lower.replace(".", "-")


def _rows(table: type[models.Model], **whose: Any) -> list[models.Model]:
    """Any: the value of a filter."""
    related = [field.name for field in table._meta.fields if field.is_relation]
    return list(table._default_manager.filter(**whose).select_related(*related).order_by("pk"))


def _files(row: models.Model) -> Iterator[tuple[str, bytes]]:
    """What no JSON can hold, and the place of a file for it."""
    for field in row._meta.fields:
        if isinstance(field, models.BinaryField) and (content := getattr(row, field.name)) is not None:
            yield _place(row, field), bytes(content)


def _place(row: models.Model, field: models.Field) -> str:
    return f"files/{_name(type(row))}-{row.pk}-{getattr(row, 'name', f'{field.name}.pdf')}"


def _row(row: models.Model) -> Row:
    return {field.name: _value(row, field) for field in row._meta.fields if field.name not in SECRET}


def _value(row: models.Model, field: models.Field) -> Any:
    """What is referred to by its name: a number would say nothing to its owner. Of bytes, where their file is. Any:
    what a column holds."""
    value = getattr(row, field.name)
    if isinstance(field, models.BinaryField) and value is not None:
        return _place(row, field)
    return str(value) if isinstance(value, models.Model) else value
