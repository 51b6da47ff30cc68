"""Everything that is kept of a person, as a file they can take along."""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.template.loader import render_to_string

from profiles.models import KeptFile, Profile

# What opens doors is not a thing to carry about.
SECRET = {"password", "session_key", "secret", "key", "data", "token_secret", "code"}

Row = dict[str, Any]  # Any: what a column holds


def archive(user: models.Model) -> bytes:
    """A ZIP file: README.txt, a JSON file for each table, and kept files as they are. One query a table and file."""
    packed = io.BytesIO()
    tables = dict(tables_of(user))
    files = KeptFile.objects.filter(profile__user=user)
    names = [*sorted(f"{name}.json" for name in tables), *map(_place, files.defer("content"))]
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("README.txt", render_to_string("profiles/export.txt", {"names": names}))
        for name, rows in tables.items():
            text = json.dumps(rows, ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
            file.writestr(f"{name}.json", text)
        for kept in files.iterator(1):
            file.writestr(_place(kept), kept.content)
    return packed.getvalue()


def _place(kept: KeptFile) -> str:
    return f"files/{kept.pk}-{kept.name}"


def tables_of(user: models.Model) -> Iterator[tuple[str, list[Row]]]:
    """The account, and every table that points at it or at its profile, also of apps that are yet to be written."""
    yield _name(user._meta.model), [_row(user)]
    for table, field in _pointing_at(user._meta.model):
        yield _name(table), _rows(table, **{field: user})
    for table, field in _pointing_at(Profile):
        yield _name(table), _rows(table, **{f"{field}__user": user})


def _pointing_at(model: type[models.Model]) -> Iterator[tuple[type[models.Model], str]]:
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one):
            yield relation.related_model, relation.field.name


def _name(model: type[models.Model]) -> str:
    return model._meta.label_lower.replace(".", "-")


def _rows(table: type[models.Model], **whose: Any) -> list[Row]:
    """Any: the value of a filter."""
    related = [field.name for field in table._meta.fields if field.is_relation]
    bytes_of = [field.name for field in table._meta.fields if isinstance(field, models.BinaryField)]
    found = table._default_manager.filter(**whose).select_related(*related).defer(*bytes_of).order_by("pk")
    return [_row(row) for row in found]


def _row(row: models.Model) -> Row:
    """Bytes aren't for JSON: they are files beside it."""
    fields = [field for field in row._meta.fields if not isinstance(field, models.BinaryField)]
    return {field.name: _value(row, field) for field in fields if field.name not in SECRET}


def _value(row: models.Model, field: models.Field) -> Any:
    """What is referred to by its name: a number would say nothing to its owner. Any: what a column holds."""
    value = getattr(row, field.name)
    return str(value) if isinstance(value, models.Model) else value
