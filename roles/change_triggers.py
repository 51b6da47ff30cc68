"""Triggers that move DataVersion when rows change, through the ORM or past it.

The migration that makes a table that pages show ends with CountChanges. So does one that alters such a table in a way
for which Django makes the table anew on SQLite: there the triggers go with the old table. A test finds what lacks them.
"""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

CHANNEL = "roles_dataversion"
EVENTS = ("insert", "update", "delete")

_MOVE = """
INSERT INTO roles_dataversion (id, number, changed_at) VALUES (1, 1, {now})
ON CONFLICT (id) DO UPDATE SET number = roles_dataversion.number + 1, changed_at = {now}
"""
# SQLite has triggers for a row only.
_SQLITE = "CREATE TRIGGER {table}_{event}_counted AFTER {event} ON {table} BEGIN {move}; END"
# Before the statement: every writer then waits for the row of the version before it holds any other row, so two of them
# can't wait for each other. The time is taken after the wait.
_POSTGRESQL = """
CREATE TRIGGER {table}_counted BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON {table}
EXECUTE FUNCTION roles_count_change()
"""
_FUNCTION = """
CREATE OR REPLACE FUNCTION roles_count_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN {move}; RETURN NULL; END $$
"""
# On the row itself, so that whatever moves it is told; with the commit, and once for all that a transaction changes.
_TELLING = (
    f"""
CREATE OR REPLACE FUNCTION roles_tell_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN NOTIFY {CHANNEL}; RETURN NULL; END $$
""",
    """
CREATE TRIGGER roles_dataversion_told AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON roles_dataversion
EXECUTE FUNCTION roles_tell_change()
""",
)
_NOT_TELLING = ("DROP TRIGGER roles_dataversion_told ON roles_dataversion", "DROP FUNCTION roles_tell_change")


class CountChanges(Operation):
    """From here on every change of these models' tables moves DataVersion; having come here moves it too."""

    reversible = True

    def __init__(self, models: list[str]) -> None:
        self.models = models

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Models don't know of it."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, _before: ProjectState, state: ProjectState
    ) -> None:
        vendor = schema_editor.connection.vendor
        statements = [
            *dropped(vendor, self._tables(app_label, state)),
            *made(vendor, self._tables(app_label, state)),
            move(vendor),
        ]
        for statement in statements:
            schema_editor.execute(statement, params=None)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, state: ProjectState, _before: ProjectState
    ) -> None:
        for statement in dropped(schema_editor.connection.vendor, self._tables(app_label, state)):
            schema_editor.execute(statement, params=None)

    def describe(self) -> str:
        return f"Count changes of {', '.join(self.models)}"

    def _tables(self, app_label: str, state: ProjectState) -> list[str]:
        return [state.apps.get_model(app_label, name)._meta.db_table for name in self.models]


class TellChanges(Operation):
    """From here on PostgreSQL tells whoever LISTENs on CHANNEL that DataVersion moved."""

    reversible = True

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Models don't know of it."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, _before: ProjectState, _after: ProjectState
    ) -> None:
        self._execute(_TELLING, schema_editor)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, _after: ProjectState, _before: ProjectState
    ) -> None:
        self._execute(_NOT_TELLING, schema_editor)

    def describe(self) -> str:
        return "Tell of changes"

    def _execute(self, statements: tuple[str, ...], schema_editor: BaseDatabaseSchemaEditor) -> None:
        """SQLite has nobody to tell."""
        for statement in statements if schema_editor.connection.vendor == "postgresql" else ():
            schema_editor.execute(statement, params=None)


def move(vendor: str) -> str:
    """SQLite keeps a time as Django writes it, to the millisecond."""
    now = "clock_timestamp()" if vendor == "postgresql" else "strftime('%Y-%m-%d %H:%M:%f', 'now')"
    return _MOVE.format(now=now)


def made(vendor: str, tables: list[str]) -> list[str]:
    if vendor == "postgresql":
        return [_FUNCTION.format(move=move(vendor)), *(_POSTGRESQL.format(table=table) for table in tables)]
    return [_SQLITE.format(table=table, event=event, move=move(vendor)) for table in tables for event in EVENTS]


def dropped(vendor: str, tables: list[str]) -> list[str]:
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {table}_counted ON {table}" for table in tables]
    return [f"DROP TRIGGER IF EXISTS {table}_{event}_counted" for table in tables for event in EVENTS]
