"""What the tables hold, in words for people and for programs.

The description follows the Frictionless Data Package standard (datapackage.org), so that tools read the tables with
their types. A column means what its field in the model says.
"""

import hashlib
import json
from collections.abc import Iterable

from django.conf import settings
from django.db.models import BooleanField, DateField, Field, ForeignKey, IntegerField, JSONField

from roles.catalogue.rows import fields_of
from roles.dataset.tables import Table
from roles.models import Source

NAME = "onjob-data"
TITLE = "Open data: roles, skills and pay in India"
ABOUT = (
    "All that these pages are made of, free to use, copy and check: roles, skills, what connects them, and pay with "
    "its sources."
)
LICENCES = [
    {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0 International: roles, skills, role skills, notes, payroll rules",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    },
    {
        "name": "ODbL-1.0",
        "title": "Open Database License 1.0: pay",
        "path": "https://opendatacommons.org/licenses/odbl/1-0/",
    },
]


def package(tables: Iterable[Table], files: dict[str, bytes], version: str) -> str:
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": NAME,
        "title": f"{settings.SITE_NAME}: roles, skills and pay in India",
        "homepage": f"{settings.SITE_URL}/data/",
        "version": version,
        "licenses": LICENCES,
        "sources": [
            {"title": source.name, **({"path": source.url} if source.url else {})}
            for source in Source.objects.order_by("slug")
        ],
        "resources": [_resource(table, files[f"csv/{table.name}.csv"]) for table in tables],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _resource(table: Table, data: bytes) -> dict[str, object]:
    return {
        "name": table.name,
        "title": table.title,
        "path": f"csv/{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "rows": len(table.rows),
        "schema": {"fields": [describe(field) for field in fields_of(table.model).values()], "missingValues": [""]},
    }


def describe(field: Field) -> dict[str, object]:
    """A field as the dictionary has it: name, type, what it means, what it may hold."""
    constraints: dict[str, object] = {}
    if not field.null and not field.blank and not field.has_default():
        constraints["required"] = True
    if field.choices:
        constraints["enum"] = [value for value, _ in field.flatchoices]
    meaning = str(field.help_text) or f"{str(field.verbose_name).capitalize()}."
    if isinstance(field, ForeignKey):
        meaning = f"Slug of the {field.related_model._meta.verbose_name}. {field.help_text}".strip()
    return {"name": field.name, "type": _type(field), "description": meaning} | (
        {"constraints": constraints} if constraints else {}
    )


def _type(field: Field) -> str:
    kinds = ((BooleanField, "boolean"), (IntegerField, "integer"), (DateField, "date"), (JSONField, "array"))
    return next((name for kind, name in kinds if isinstance(field, kind)), "string")


def licence() -> str:
    notices = dict.fromkeys(
        line for source in Source.objects.order_by("slug") for line in source.attribution.splitlines() if line
    )
    lines = [f"{licence['title']}\n{licence['path']}\n" for licence in LICENCES]
    return "\n".join([*lines, "Whoever passes the data on passes these notices on too:\n", *notices, ""])


def readme(tables: Iterable[Table], version: str) -> str:
    lines = [
        f"# {settings.SITE_NAME} open data, version {version}",
        "",
        f"Roles, skills and pay in India, every figure with its source. From {settings.SITE_URL}/data/.",
        "",
        "`csv/` holds a table a file, `json/` the same rows in the form that a portal loads:",
        "`manage.py load_catalogue --path json`. `datapackage.json` describes every column; `LICENSE.txt` holds the",
        "licences and the notices to pass on. Money is whole rupees a year; an empty cell is an unknown or absent",
        "value.",
        "",
    ]
    for table in tables:
        lines += [f"## csv/{table.name}.csv", "", f"{table.title}: {len(table.rows):,} rows.", ""]
        lines += ["| column | type | meaning |", "| --- | --- | --- |"]
        described = [describe(field) for field in fields_of(table.model).values()]
        lines += [f"| {field['name']} | {field['type']} | {_meaning(field)} |" for field in described]
        lines.append("")
    return "\n".join(lines)


def _meaning(field: dict[str, object]) -> str:
    choices = field.get("constraints", {}).get("enum")
    return f"{field['description']} One of: {', '.join(choices)}." if choices else str(field["description"])
