"""From written values to a model's row: references found, values of the right kind, nothing missing."""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import BooleanField, DateField, Field, ForeignKey, IntegerField, Model

from roles.catalogue.files import Refused, WrittenRow

Key = tuple[object, ...]
References = Mapping[type[Model], Mapping[Key, Model]]

# NUL stops PostgreSQL, half a surrogate pair stops every database.
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_KINDS = ((BooleanField, bool, "true or false"), (IntegerField, int, "a whole number"), (DateField, str, "a date"))


def fields_of(model: type[Model]) -> dict[str, Field]:
    return {field.name: field for field in model._meta.concrete_fields if not field.primary_key}


def build(written: WrittenRow, references: References) -> Model:
    """An unsaved row, whose references may be unsaved rows too. Raises Refused."""
    fields = fields_of(written.model)
    unknown = sorted(set(written.values) - set(fields))
    if unknown:
        raise Refused(f"{written.place}: a {_noun(written.model)} has no field “{unknown[0]}”.")
    row = written.model()
    for name, field in fields.items():
        try:
            if isinstance(field, ForeignKey):
                setattr(row, name, _referred(field, written.values.get(name), references))
            elif name in written.values:
                setattr(row, name, _value(field, written.values[name]))
        except ValidationError as error:
            raise Refused(f"{written.place}: {name}: {' '.join(error.messages)}") from None
    return row


def _referred(field: ForeignKey, key: object, references: References) -> Model | None:
    if key is None:
        if not field.null:
            raise ValidationError(f"say which {_noun(field.related_model)} it belongs to.")
        return None
    if not isinstance(key, list) or not all(isinstance(part, str | int) for part in key):
        raise ValidationError(f'write the {_noun(field.related_model)} as a list: ["its-slug"].')
    try:
        return references[field.related_model][tuple(key)]
    except KeyError:
        raise ValidationError(f"there is no {_noun(field.related_model)} “{_shown(key)}”.") from None


def _value(field: Field, value: object) -> object:
    """The value as Python has it. Stricter than Django, which takes "12", 12.7 and true for a number."""
    if value is None:
        return None
    kind, words = next(((kind, words) for type_, kind, words in _KINDS if isinstance(field, type_)), (str, "a text"))
    if type(value) is not kind:
        raise ValidationError(f"{json.dumps(value, ensure_ascii=False)} is not {words}.")
    if kind is str and _UNSTORABLE.search(value):
        raise ValidationError("the text holds a character that no database keeps.")
    return field.to_python(value)


def check(row: Model) -> None:
    """What can be checked without the database. Raises ValidationError."""
    row.clean_fields(exclude=[name for name, field in fields_of(type(row)).items() if isinstance(field, ForeignKey)])
    row.clean()


def fault(row: Model) -> str:
    """What the model finds wrong with a row that the database refused; several queries."""
    try:
        row.full_clean()
    except ValidationError as error:
        return words(error)
    return ""


def words(error: ValidationError) -> str:
    """ "p50: Enter a whole number." """
    return " ".join(
        " ".join(messages if name == NON_FIELD_ERRORS else [f"{name}:", *messages])
        for name, messages in error.message_dict.items()
    )


def parents(row: Model) -> list[Model]:
    referred = (getattr(row, name) for name, field in fields_of(type(row)).items() if isinstance(field, ForeignKey))
    return [parent for parent in referred if parent is not None]


def key_text(row: Model) -> str:
    return json.dumps(row.natural_key(), ensure_ascii=False)


def digest(row: Model) -> str:
    """The same for the same values in whichever database: what a row refers to counts by its natural key.

    A reference to nothing doesn't count: else a model's new reference would make every stored row look edited.
    """
    values = {}
    for name, field in fields_of(type(row)).items():
        value = getattr(row, name)
        if not isinstance(field, ForeignKey):
            values[name] = value
        elif value is not None:
            values[name] = value.natural_key()
    return hashlib.sha256(json.dumps(values, cls=DjangoJSONEncoder, sort_keys=True).encode()).hexdigest()


def named(row: Model) -> str:
    """ "salary range data-scientist / india / 1 / 8 / onjob-editorial / –"."""
    return f"{_noun(type(row))} {_shown(row.natural_key())}"


def _shown(key: Iterable[object]) -> str:
    return " / ".join("–" if part is None else str(part) for part in key)


def _noun(model: type[Model]) -> str:
    return str(model._meta.verbose_name)
