import django.db.models.deletion
from django.db import migrations, models

from roles.change_triggers import CountChanges

LEAST, MOST = 20, 30  # per cent in common, roles of each


def from_pairs(apps, _schema_editor):
    """As the next judging would write them, so that pages say what is near before it."""
    near = {role: ([], []) for role in apps.get_model("roles", "Role").objects.values_list("pk", flat=True)}
    pairs = apps.get_model("comparisons", "Pair").objects.filter(overlap__gte=LEAST)
    rows = pairs.order_by("-overlap", "first", "second").values_list("first", "second", "overlap")
    for first, second, overlap in rows.iterator():
        for role, other in ((first, second), (second, first)):
            roles, shares = near[role]
            if len(roles) < MOST:
                roles.append(other)
                shares.append(overlap)
    model = apps.get_model("comparisons", "NearRoles")
    model.objects.bulk_create([model(role_id=role, shares=shares) for role, shares in near.items()], 500)


class Migration(migrations.Migration):

    dependencies = [
        ('comparisons', '0005_indexable_pairs_in_order'),
        ('roles', '0011_location_alias'),
    ]

    operations = [
        migrations.CreateModel(
            name='NearRoles',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shares', models.JSONField(help_text='Keys of roles, nearest first, then by key; per cent in common with each.')),
                ('role', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='near_roles', to='roles.role')),
            ],
            options={
                'verbose_name_plural': 'near roles',
            },
        ),
        migrations.RunPython(from_pairs, migrations.RunPython.noop),
        CountChanges(['nearroles']),
    ]
