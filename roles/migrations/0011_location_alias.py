import django.db.models.deletion
import django.db.models.functions.text
from django.db import migrations, models

from roles.change_triggers import CountChanges


class Migration(migrations.Migration):

    dependencies = [
        ('roles', '0010_roles_of_a_field_in_order'),
    ]

    operations = [
        migrations.CreateModel(
            name='LocationAlias',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='As adverts write it.', max_length=60)),
                ('town', models.CharField(blank=True, help_text='A town of its own that counts as part of the place: “Gurugram”.', max_length=60)),
                ('location', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aliases', to='roles.location')),
            ],
            options={
                'verbose_name': 'other name',
                'verbose_name_plural': 'other names',
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='locationalias_name_once', violation_error_message='This name belongs to a place already.'), models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='locationalias_text_given', violation_error_message='Fill in name.')],
            },
        ),
        CountChanges(['locationalias']),
    ]
