import django.db.models.deletion
import jobs.search.lookups
from django.db import migrations, models
from jobs.search.keeping import KeepOpenJobs

TITLES = 'CREATE INDEX job_title_trigrams ON jobs_job USING gin (title gin_trgm_ops)'


def add(apps, schema_editor):
    """Nothing where the server hasn't got the extension, which the roles' names brought in: slips find nothing there."""
    if schema_editor.connection.vendor == 'postgresql':
        schema_editor.execute(
            "DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') THEN "
            f'{TITLES}; END IF; END $$'
        )


def remove(apps, schema_editor):
    if schema_editor.connection.vendor == 'postgresql':
        schema_editor.execute('DROP INDEX IF EXISTS job_title_trigrams')


class Migration(migrations.Migration):

    dependencies = [
        ('jobs', '0001_jobs'),
    ]

    operations = [
        migrations.CreateModel(
            name='OpenJob',
            fields=[
                ('job', models.OneToOneField(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, primary_key=True, related_name='found_by', serialize=False, to='jobs.job')),
                ('posted_at', models.DateTimeField()),
                ('pay', models.PositiveIntegerField(help_text='The top end, ₹ a year; 0: not stated.')),
                ('years_from', models.PositiveSmallIntegerField()),
                ('years_to', models.PositiveSmallIntegerField()),
                ('marks', jobs.search.lookups.MarksField()),
                ('words', jobs.search.lookups.WordsField()),
            ],
            options={
                'indexes': [models.Index(fields=['-posted_at', '-job'], name='openjob_newest'), models.Index(fields=['-pay', '-job'], name='openjob_best_paid')],
            },
        ),
        KeepOpenJobs(),
        migrations.RunPython(add, remove),
    ]
