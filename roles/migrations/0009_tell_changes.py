from django.db import migrations

from roles.change_triggers import TellChanges


class Migration(migrations.Migration):

    dependencies = [
        ('roles', '0008_data_version'),
    ]

    operations = [
        TellChanges(),
    ]
