"""The tables of the dataset, and how they read as CSV."""

import csv
import io
import json
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Field, JSONField, Model

from roles.catalogue.export import FILES, Written, written_rows
from roles.catalogue.rows import fields_of, parents
from roles.catalogue.stored import Stored
from roles.models import Status

# The name of each model's file, and what it holds.
NAMES = {
    "roles.location": ("places", "Places that pay is stated for, or jobs are at"),
    "roles.locationalias": ("place-names", "What adverts call places, and towns that count as part of one"),
    "roles.source": ("sources", "Where figures come from"),
    "roles.skill": ("skills", "Skills"),
    "roles.skillalias": ("skill-names", "Other names of skills"),
    "roles.skillpart": ("skill-parts", "What bundled skills hold"),
    "roles.nearskill": ("near-skills", "Skills of which one stands in for another to a part, and why"),
    "roles.workkind": ("work-kinds", "Kinds of work"),
    "roles.role": ("roles", "Roles and their guides"),
    "roles.rolefaq": ("role-faqs", "Editors' answers on role pages"),
    "roles.rolealias": ("role-names", "Other names of roles"),
    "roles.responsibility": ("duties", "Duties of roles"),
    "roles.careerstep": ("ladders", "Ladders of roles"),
    "roles.roleskill": ("role-skills", "Which role asks for which skill, how much, and how we know"),
    "roles.salaryrange": ("pay", "Pay, with source, basis, sample and period"),
    "roles.payrollyear": ("payroll", "Rules that in-hand pay is estimated by, a row a tax year"),
    "comparisons.comparisonnote": ("notes", "Editors' notes on pairs of roles"),
    "comparisons.comparisonfaq": ("note-faqs", "Editors' answers on comparisons"),
    "comparisons.comparisonnearskill": ("note-near-skills", "What editors say of near skills between two roles"),
    "jobs.scamrule": ("scam-rules", "Phrases that make a job advert wait for an editor"),
}


@dataclass(frozen=True)
class Table:
    """One model's rows."""

    label: str
    model: type[Model]
    rows: list[Written]

    @property
    def name(self) -> str:
        return NAMES[self.label][0]

    @property
    def title(self) -> str:
        return NAMES[self.label][1]


def all_tables(stored: Stored) -> list[Table]:
    """Every model of the catalogue, in the order of its files."""
    return [_table(stored, label) for labels in FILES.values() for label in labels]


def _table(stored: Stored, label: str) -> Table:
    model = apps.get_model(label)
    return Table(label, model, written_rows(row for row in stored.rows[model].values() if _is_public(row)))


def _is_public(row: Model) -> bool:
    """Whether readers see it: it is published, and so is all that it belongs to."""
    if getattr(row, "status", Status.PUBLISHED) != Status.PUBLISHED or not getattr(row, "is_published", True):
        return False
    return all(_is_public(parent) for parent in parents(row))


def as_csv(table: Table) -> str:
    """RFC 4180 with a header; a list is JSON. A reference is the other row's slug, of several parts joined " / "."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    fields = fields_of(table.model)
    writer.writerow(fields)
    for row in table.rows:
        writer.writerow([_cell(field, row.get(name, field.get_default())) for name, field in fields.items()])
    return text.getvalue()


def _cell(field: Field, value: object) -> object:
    if isinstance(field, JSONField):
        return json.dumps(value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return " / ".join(str(part) for part in value)
    return value
