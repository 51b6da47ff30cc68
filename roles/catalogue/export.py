"""The catalogue as files: what load() reads, written from the database. The same bytes for the same data."""

import json
from collections.abc import Iterable
from pathlib import Path

from django.apps import apps
from django.db.models import BooleanField, ForeignKey, Model

from roles.catalogue.rows import fields_of
from roles.catalogue.stored import Stored

# Which file holds which models, in the order in which they are written.
FILES = {
    "10_reference": ("roles.location", "roles.source"),
    "11_place_names": ("roles.locationalias",),
    "20_skills": ("roles.skill",),
    "21_skill_names": ("roles.skillalias",),
    "22_skill_parts": ("roles.skillpart",),
    "23_near_skills": ("roles.nearskill",),
    "24_work_kinds": ("roles.workkind",),
    "30_roles": ("roles.role", "roles.rolefaq"),
    "31_role_names": ("roles.rolealias",),
    "32_duties": ("roles.responsibility",),
    "33_ladders": ("roles.careerstep",),
    "35_role_skills": ("roles.roleskill",),
    "40_pay": ("roles.salaryrange",),
    "41_payroll": ("roles.payrollyear",),
    "50_notes": ("comparisons.comparisonnote", "comparisons.comparisonfaq", "comparisons.comparisonnearskill"),
    "60_scam_rules": ("jobs.scamrule",),
}
ORDER = ("rank", "position")  # within what a row belongs to
LONGEST_LINE = 600  # characters; a longer row stands one field a line

Written = dict[str, object]


def write(directory: Path) -> list[Path]:
    """Every file of the catalogue, as it is in the database; what is the same already isn't touched."""
    stored = Stored()
    directory.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, labels in FILES.items():
        rows = [
            (label, fields) for label in labels for fields in written_rows(stored.rows[apps.get_model(label)].values())
        ]
        path = directory / f"{name}.json"
        text = as_text(rows)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def written_rows(rows: Iterable[Model]) -> list[Written]:
    """Rows of one model as their files hold them, sorted; a field that holds its default is left out."""
    return [_written(row) for row in sorted(rows, key=_sort_key)]


def _sort_key(row: Model) -> tuple[object, ...]:
    first, *rest = row.natural_key()
    place = next((getattr(row, name) for name in ORDER if name in fields_of(type(row))), 0)
    return first, place, *((part is not None, part) for part in rest)


def _written(row: Model) -> Written:
    values: Written = {}
    for name, field in fields_of(type(row)).items():
        value = getattr(row, name)
        if isinstance(field, ForeignKey):
            value = value and list(value.natural_key())
        elif hasattr(value, "isoformat"):
            value = value.isoformat()
        if isinstance(field, BooleanField) or value not in (None, "", field.get_default()):
            values[name] = value
    return values


def as_text(rows: Iterable[tuple[str, Written]]) -> str:
    return "[\n" + ",\n".join(_row_text(label, fields) for label, fields in rows) + "\n]\n"


def _row_text(label: str, fields: Written) -> str:
    line = _json({"model": label, "fields": fields})
    if len(line) <= LONGEST_LINE:
        return line
    lines = ",\n".join(f"  {_json(name)}: {_json(value)}" for name, value in fields.items())
    return f'{{"model": {_json(label)}, "fields": {{\n{lines}\n}}}}'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
