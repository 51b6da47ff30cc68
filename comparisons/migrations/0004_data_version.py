from django.db import migrations

from roles.change_triggers import CountChanges


class Migration(migrations.Migration):

    dependencies = [
        ('comparisons', '0003_near_skills_of_a_pair'),
        ('roles', '0008_data_version'),
    ]

    operations = [
        CountChanges(['comparisonnote', 'comparisonfaq', 'comparisonnearskill', 'pair']),
    ]
