"""Loading the catalogue: all of it or nothing, and never over an editor's work."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from django.db import DatabaseError, connection, models, transaction

from roles.catalogue.files import Refused, WrittenRow, read
from roles.catalogue.plan import Entry, Progress, plan
from roles.catalogue.report import WRITTEN, Fate, Report
from roles.catalogue.rows import fault, named
from roles.catalogue.stored import Gone, Stored
from roles.models import CatalogueRow


def quietly(rows: Sequence[WrittenRow], work: str) -> Sequence[WrittenRow]:
    """No progress shown."""
    return rows


def load(directory: Path, *, dry_run: bool = False, force: bool = False, progress: Progress = quietly) -> Report:
    """Bring the database to what the directory's files say. Raises Refused, and then nothing has changed.

    force: over editors' work too. Rows that only editors made stay in any case.
    """
    files = read(directory)
    report = Report(files)
    with transaction.atomic():
        stored = Stored()
        entries = plan([row for rows in files.values() for row in rows], stored, progress, force=force)
        for entry in entries:
            report.tell(entry.fate, str(entry), entry.place.file)
        _write(entries, stored.gone(), report, force)
        _let_the_database_count()
        transaction.set_rollback(dry_run)
    return report


def _let_the_database_count() -> None:
    """Databases plan by their last count of the rows. PostgreSQL's knows nothing of those just written; SQLite has none
    unless it is asked for, and would then read all published roles for the sake of a few. PostgreSQL's own tables are
    left out: they belong to all databases of the server, and another one's load would wait for this one's end."""
    with connection.cursor() as cursor:
        for table in connection.introspection.django_table_names(only_existing=True):
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")


def _write(entries: list[Entry], gone: list[Gone], report: Report, force: bool) -> None:
    """What is gone goes first where it can: a row under a new slug may need the name of the old one."""
    in_use = _withdraw(gone, report, force)
    for _, group in groupby(entries, lambda entry: type(entry.row)):
        _save([entry for entry in group if entry.fate in WRITTEN])
    for left in _withdraw(in_use, report, force):
        report.tell(Fate.STAYED, named(left.row))
    _remember(entries)
    CatalogueRow.objects.filter(pk__in=[one.record.pk for one in gone]).delete()


def _withdraw(gone: list[Gone], report: Report, force: bool) -> list[Gone]:
    """Delete the rows that are as we left them (with force: all); returns those that something still refers to."""
    in_use = []
    for one in gone:
        if one.row is None:
            continue
        if one.is_changed and not force:
            report.tell(Fate.STAYED, named(one.row))
        elif _is_in_use(one.row):
            in_use.append(one)
        else:
            one.row.delete()
            report.tell(Fate.WITHDRAWN, named(one.row))
    return in_use


def _is_in_use(row: models.Model) -> bool:
    """Whether a row of the catalogue refers to it. Deleting it would delete that too, or be refused. What is worked
    out from the catalogue, and so has no natural key, goes along."""
    relations = [field for field in row._meta.get_fields(include_hidden=True) if field.one_to_many or field.one_to_one]
    return any(
        relation.related_model._base_manager.filter(**{relation.field.name: row}).exists()
        for relation in relations
        if relation.auto_created and hasattr(relation.related_model, "natural_key")
    )


def _save(entries: list[Entry]) -> None:
    """Write rows of one model: new ones together; when the database refuses that, singly, to find which it is."""
    new = [entry for entry in entries if entry.row._state.adding]
    single = [entry for entry in entries if not entry.row._state.adding]
    try:
        with transaction.atomic():
            if new:
                type(new[0].row)._base_manager.bulk_create([entry.row for entry in new])
    except DatabaseError:
        single += new
    for entry in single:
        try:
            with transaction.atomic():
                entry.row.save()
        except DatabaseError as error:
            raise Refused(f"{entry}: {fault(entry.row) or error}") from error


def _remember(entries: list[Entry]) -> None:
    """Keep the digests of what was loaded, and of what was found as it should be."""
    current = [entry for entry in entries if entry.fate in (*WRITTEN, Fate.UNCHANGED)]
    CatalogueRow.objects.bulk_create([entry.new_record() for entry in current if entry.record is None])
    known = [entry for entry in current if entry.record and entry.record.digest != entry.digest]
    for entry in known:
        entry.record.digest = entry.digest
    CatalogueRow.objects.bulk_update([entry.record for entry in known], ["digest"], batch_size=200)
