from django.db import migrations
from django.db.models.functions import Lower


def lower_addresses(apps, schema_editor):
    """Two that differ in their capitals alone can't be there: the constraint of 0001 says so."""
    apps.get_model("accounts", "User").objects.update(email=Lower("email"))


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_user")]

    operations = [migrations.RunPython(lower_addresses, migrations.RunPython.noop)]
