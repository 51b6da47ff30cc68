"""Trigram indexes for the search box, on a PostgreSQL that has pg_trgm: elsewhere all names are read. No model knows of them."""

from django.db import migrations

INDEXES = {
    'role_name_trigrams': ('roles_role', 'lower(name)'),
    'role_slug_trigrams': ('roles_role', 'lower(slug)'),
    'rolealias_name_trigrams': ('roles_rolealias', 'lower(name)'),
    'skill_name_trigrams': ('roles_skill', 'lower(name)'),
    'skillalias_name_trigrams': ('roles_skillalias', 'lower(name)'),
}


def add(apps, schema_editor):
    """Nothing where the server hasn't got the extension: all names are read there too."""
    if schema_editor.connection.vendor != 'postgresql':
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_available_extensions WHERE name = 'pg_trgm'")
        if not cursor.fetchone():
            return
    schema_editor.execute('CREATE EXTENSION IF NOT EXISTS pg_trgm')
    for index, (table, expression) in INDEXES.items():
        schema_editor.execute(f'CREATE INDEX {index} ON {table} USING gin (({expression}) gin_trgm_ops)')


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        for index in INDEXES:
            schema_editor.execute(f'DROP INDEX IF EXISTS {index}')


class Migration(migrations.Migration):
    dependencies = [('roles', '0002_guides')]

    operations = [migrations.RunPython(add, remove)]
