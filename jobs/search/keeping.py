"""For migrations: have the database keep jobs_openjob, or leave it while a table is made anew.

On SQLite Django makes a table anew for most changes of it. That fails while triggers of others read the table, and
takes its own triggers along. So a migration that alters jobs_job, jobs_company, jobs_jobplace, jobs_jobskill or the
catalogue's places or skills begins with LeaveOpenJobs and ends with KeepOpenJobs, before CountChanges.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

from jobs.search import postgresql, sqlite

EMPTY = "DELETE FROM jobs_openjob"


def keep(vendor: str) -> list[str]:
    """Triggers and indexes anew, then a row for each open job. Safe to do twice."""
    if vendor == "postgresql":
        return [*leave(vendor), *postgresql.made(), postgresql.LIST_ALL, postgresql.INDEX]
    return [*leave(vendor), *sqlite.made(), sqlite.list_all()]


def leave(vendor: str) -> list[str]:
    """Nothing keeps the rows any more; they are gone."""
    return [*(postgresql if vendor == "postgresql" else sqlite).dropped(), EMPTY]


def _execute(editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        editor.execute(statement, params=None)


class KeepOpenJobs(Operation):
    reversible = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Models don't know of it."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, _before: ProjectState, _after: ProjectState
    ) -> None:
        _execute(schema_editor, keep(schema_editor.connection.vendor))

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, _before: ProjectState, _after: ProjectState
    ) -> None:
        _execute(schema_editor, leave(schema_editor.connection.vendor))

    def describe(self) -> str:
        return "Keep what open jobs are found by"


class LeaveOpenJobs(KeepOpenJobs):
    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, _before: ProjectState, _after: ProjectState
    ) -> None:
        _execute(schema_editor, leave(schema_editor.connection.vendor))

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, _before: ProjectState, _after: ProjectState
    ) -> None:
        _execute(schema_editor, keep(schema_editor.connection.vendor))

    def describe(self) -> str:
        return "Leave what open jobs are found by"
