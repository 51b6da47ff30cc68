"""What the database holds: the catalogue's rows, and what was last loaded of them."""

from dataclasses import dataclass

from django.apps import apps
from django.core.serializers import sort_dependencies
from django.db.models import ForeignKey, Model

from roles.catalogue.files import APPS, is_loaded
from roles.catalogue.rows import Key, digest, fields_of, key_text
from roles.models import CatalogueRow


@dataclass(frozen=True)
class Gone:
    """A record of a row that no file holds any more, with the row if it is still there."""

    record: CatalogueRow
    row: Model | None

    @property
    def is_changed(self) -> bool:
        return digest(self.row) != self.record.digest


class Stored:
    """Rows by natural key, parents first, a query a model; the records of what was loaded, one query."""

    def __init__(self) -> None:
        self.rows = _all_rows()
        self.records = {(record.model, record.key): record for record in CatalogueRow.objects.all()}
        self.seen: set[tuple[str, str]] = set()

    def record_of(self, row: Model) -> CatalogueRow | None:
        """What was last loaded for this row. The row counts as seen: it isn't gone."""
        name = _name(row)
        self.seen.add(name)
        return self.records.get(name)

    def of_editors(self, model: type[Model]) -> dict[Key, Model]:
        """The rows that were never loaded."""
        return {key: row for key, row in self.rows[model].items() if _name(row) not in self.records}

    def gone(self) -> list[Gone]:
        """What was loaded once and wasn't seen now, children first."""
        left = {name: record for name, record in self.records.items() if name not in self.seen}
        if not left:
            return []
        rows = {_name(row): row for by_key in reversed(self.rows.values()) for row in by_key.values()}
        there = [Gone(left.pop(name), row) for name, row in rows.items() if name in left]
        return there + [Gone(record, None) for record in left.values()]


def _name(row: Model) -> tuple[str, str]:
    return row._meta.label_lower, key_text(row)


def _parents_first() -> list[type[Model]]:
    models = sort_dependencies([(apps.get_app_config(app), None) for app in APPS])
    return [model for model in models if hasattr(model, "natural_key") and is_loaded(*_label(model))]


def _label(model: type[Model]) -> tuple[str, str]:
    return model._meta.app_label, model._meta.model_name


def _all_rows() -> dict[type[Model], dict[Key, Model]]:
    """Parents first: what a row refers to is there already, and all that refer to it share it. A query a model."""
    by_pk: dict[type[Model], dict[object, Model]] = {}
    for model in _parents_first():
        referred = [field for field in fields_of(model).values() if isinstance(field, ForeignKey)]
        rows = by_pk[model] = {}
        for row in model._base_manager.order_by("pk").iterator():
            for field in referred:
                if (key := getattr(row, field.attname)) is not None:
                    setattr(row, field.name, by_pk[field.related_model][key])
            rows[row.pk] = row
    return {model: {row.natural_key(): row for row in rows.values()} for model, rows in by_pk.items()}
