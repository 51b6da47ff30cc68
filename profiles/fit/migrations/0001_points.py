import django.db.models.deletion
from django.db import migrations, models


def keep_plain(apps, schema_editor):
    """PostgreSQL would press the packed numbers together and take them apart at every reading."""
    if schema_editor.connection.vendor == 'postgresql':
        schema_editor.execute(
            'ALTER TABLE fit_postinglist ALTER jobs SET STORAGE EXTERNAL, ALTER points SET STORAGE EXTERNAL'
        )


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('jobs', '0002_open_jobs'),
        ('roles', '0011_location_alias'),
    ]

    operations = [
        migrations.CreateModel(
            name='PostingList',
            fields=[
                ('skill', models.PositiveBigIntegerField(help_text='The skill’s key, or that of the list of all.', primary_key=True, serialize=False)),
                ('jobs', models.BinaryField(help_text='32 bits each, the lowest byte first, in rising order.')),
                ('points', models.BinaryField(help_text='16 bits each, the lowest byte first.')),
            ],
        ),
        migrations.CreateModel(
            name='WeighedJob',
            fields=[
                ('job', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='weighed', serialize=False, to='jobs.job')),
                ('digest', models.CharField(blank=True, help_text='Of its points and months; empty: open no more.', max_length=32)),
                ('is_listed', models.BooleanField(default=False, help_text='The posting lists have it as it is now.')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('is_listed', False)), fields=['job'], name='weighedjob_unlisted')],
            },
        ),
        migrations.CreateModel(
            name='JobPoint',
            fields=[
                ('pk', models.CompositePrimaryKey('job_id', 'skill_id', blank=True, editable=False, primary_key=True, serialize=False)),
                ('points', models.PositiveSmallIntegerField()),
                ('months', models.PositiveSmallIntegerField()),
                ('is_completed', models.BooleanField(default=False, help_text='The advert doesn’t name it; its role asks for it.')),
                ('job', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='points', to='jobs.job')),
                ('skill', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='roles.skill')),
            ],
            options={
                'indexes': [models.Index(fields=['skill', 'job', 'points', 'months'], name='jobpoint_of_skill')],
                'constraints': [models.CheckConstraint(condition=models.Q(('points__gte', 1), ('points__lte', 8000)), name='jobpoint_points_of_the_budget'), models.CheckConstraint(condition=models.Q(('months__lte', 600)), name='jobpoint_months_possible')],
            },
        ),
        migrations.RunPython(keep_plain, migrations.RunPython.noop),
    ]
