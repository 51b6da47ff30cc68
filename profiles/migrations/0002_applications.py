import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('jobs', '0003_questions'),
        ('profiles', '0001_profiles'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160)),
                ('company_name', models.CharField(max_length=120)),
                ('way', models.CharField(choices=[('here', 'sent here'), ('elsewhere', 'on the employer’s own page')], default='here', max_length=9)),
                ('status', models.CharField(choices=[('sent', 'sent'), ('noted', 'noted'), ('seen', 'being looked at'), ('shortlisted', 'shortlisted'), ('declined', 'not taken'), ('hired', 'taken'), ('withdrawn', 'withdrawn')], default='sent', max_length=11)),
                ('applied_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='applied')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='changed')),
            ],
            options={
                'ordering': ['-applied_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ApplicationCopy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('advert', models.JSONField(default=dict)),
                ('contact', models.JSONField(default=dict)),
                ('answers', models.JSONField(default=list)),
                ('variant', models.CharField(blank=True, choices=[('one', 'One page: what doesn’t fit is left out'), ('two', 'Two pages at most'), ('tailored', 'Made for this job: what it asks for comes first, two pages at most')], max_length=8)),
                ('resume', models.BinaryField(null=True, verbose_name='résumé')),
                ('delivery', models.CharField(choices=[('desk', 'waits at the desk, which hands it on'), ('waiting', 'goes by e-mail, not sent yet'), ('mailed', 'sent by e-mail'), ('failed', 'the e-mail failed'), ('nobody', 'an invented job: goes to nobody'), ('elsewhere', 'sent by you on the employer’s own page')], max_length=9)),
                ('recipient', models.EmailField(blank=True, max_length=254, verbose_name='goes to')),
                ('score', models.PositiveSmallIntegerField(null=True)),
                ('formula_version', models.PositiveSmallIntegerField(null=True)),
                ('fit', models.JSONField(null=True)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('notice_version', models.CharField(blank=True, max_length=10)),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='sent')),
                ('mailed_at', models.DateTimeField(null=True, verbose_name='mailed')),
            ],
            options={
                'verbose_name': 'copy of what was sent',
                'verbose_name_plural': 'copies of what was sent',
                'ordering': ['application', '-number'],
            },
        ),
        migrations.CreateModel(
            name='ApplicationDraft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('advert', models.JSONField(default=dict)),
                ('contact', models.JSONField(default=dict)),
                ('answers', models.JSONField(default=list)),
                ('variant', models.CharField(blank=True, choices=[('one', 'One page: what doesn’t fit is left out'), ('two', 'Two pages at most'), ('tailored', 'Made for this job: what it asks for comes first, two pages at most')], max_length=8)),
                ('resume', models.BinaryField(null=True, verbose_name='résumé')),
                ('delivery', models.CharField(choices=[('desk', 'waits at the desk, which hands it on'), ('waiting', 'goes by e-mail, not sent yet'), ('mailed', 'sent by e-mail'), ('failed', 'the e-mail failed'), ('nobody', 'an invented job: goes to nobody'), ('elsewhere', 'sent by you on the employer’s own page')], max_length=9)),
                ('recipient', models.EmailField(blank=True, max_length=254, verbose_name='goes to')),
                ('score', models.PositiveSmallIntegerField(null=True)),
                ('formula_version', models.PositiveSmallIntegerField(null=True)),
                ('fit', models.JSONField(null=True)),
                ('digest', models.CharField(max_length=64)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='made')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ApplicationEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('before', models.CharField(blank=True, choices=[('sent', 'sent'), ('noted', 'noted'), ('seen', 'being looked at'), ('shortlisted', 'shortlisted'), ('declined', 'not taken'), ('hired', 'taken'), ('withdrawn', 'withdrawn')], max_length=11)),
                ('after', models.CharField(choices=[('sent', 'sent'), ('noted', 'noted'), ('seen', 'being looked at'), ('shortlisted', 'shortlisted'), ('declined', 'not taken'), ('hired', 'taken'), ('withdrawn', 'withdrawn')], max_length=11)),
                ('by', models.CharField(choices=[('you', 'you'), ('desk', 'the desk of this site, for the employer')], max_length=4)),
                ('note', models.CharField(blank=True, max_length=500)),
            ],
            options={
                'ordering': ['-at', '-pk'],
            },
        ),
        migrations.RemoveConstraint(
            model_name='consent',
            name='consent_purpose_valid',
        ),
        migrations.AlterField(
            model_name='consent',
            name='purpose',
            field=models.CharField(choices=[('profile', 'Keep my profile'), ('public', 'Show a public page'), ('apply', 'Apply for jobs')], max_length=12),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.CheckConstraint(condition=models.Q(('purpose__in', ['profile', 'public', 'apply'])), name='consent_purpose_valid', violation_error_message='Choose one of the listed values for purpose.'),
        ),
        migrations.AddField(
            model_name='application',
            name='job',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='jobs.job'),
        ),
        migrations.AddField(
            model_name='application',
            name='profile',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='applications', to='profiles.profile'),
        ),
        migrations.AddField(
            model_name='applicationcopy',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='copies', to='profiles.application'),
        ),
        migrations.AddField(
            model_name='applicationdraft',
            name='job',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='jobs.job'),
        ),
        migrations.AddField(
            model_name='applicationdraft',
            name='profile',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drafts', to='profiles.profile'),
        ),
        migrations.AddField(
            model_name='applicationevent',
            name='application',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='profiles.application'),
        ),
        migrations.AddIndex(
            model_name='application',
            index=models.Index(fields=['status', '-applied_at'], name='application_at_the_desk'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('title', ''), _negated=True), models.Q(('company_name', ''), _negated=True)), name='application_text_given', violation_error_message='Fill in title, company_name.'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.UniqueConstraint(fields=('profile', 'job'), name='application_once'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['sent', 'seen', 'shortlisted', 'declined', 'hired', 'withdrawn']), ('way', 'here')), models.Q(('status__in', ['noted', 'seen', 'shortlisted', 'declined', 'hired', 'withdrawn']), ('way', 'elsewhere')), _connector='OR'), name='application_status_of_its_way'),
        ),
        migrations.AddConstraint(
            model_name='application',
            constraint=models.CheckConstraint(condition=models.Q(('changed_at__gte', models.F('applied_at'))), name='application_changed_after_sent'),
        ),
        migrations.AddConstraint(
            model_name='applicationcopy',
            constraint=models.UniqueConstraint(fields=('application', 'number'), name='applicationcopy_once'),
        ),
        migrations.AddConstraint(
            model_name='applicationcopy',
            constraint=models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='applicationcopy_counted_from_one'),
        ),
        migrations.AddConstraint(
            model_name='applicationcopy',
            constraint=models.CheckConstraint(condition=models.Q(('delivery__in', ['desk', 'waiting', 'mailed', 'failed', 'nobody', 'elsewhere'])), name='applicationcopy_delivery_valid', violation_error_message='Choose one of the listed values for delivery.'),
        ),
        migrations.AddConstraint(
            model_name='applicationcopy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('delivery__in', ['waiting', 'failed', 'mailed']), models.Q(('recipient', ''), _negated=True)), models.Q(models.Q(('delivery__in', ['waiting', 'failed', 'mailed']), _negated=True), ('recipient', '')), _connector='OR'), name='applicationcopy_mail_to_somebody'),
        ),
        migrations.AddConstraint(
            model_name='applicationcopy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('formula_version__isnull', True), ('score__isnull', True)), models.Q(('formula_version__isnull', False), ('score__isnull', False), ('score__lte', 100)), _connector='OR'), name='applicationcopy_score_of_a_formula'),
        ),
        migrations.AddConstraint(
            model_name='applicationcopy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('delivery', 'elsewhere'), ('resume__isnull', True), ('variant', '')), models.Q(models.Q(('delivery', 'elsewhere'), _negated=True), ('resume__isnull', False), ('variant__in', ['one', 'two', 'tailored']), models.Q(('notice_version', ''), _negated=True)), _connector='OR'), name='applicationcopy_resume_of_a_variant'),
        ),
        migrations.AddConstraint(
            model_name='applicationcopy',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('delivery', 'mailed'), ('mailed_at__isnull', False)), models.Q(models.Q(('delivery', 'mailed'), _negated=True), ('mailed_at__isnull', True)), _connector='OR'), name='applicationcopy_mailed_says_when'),
        ),
        migrations.AddConstraint(
            model_name='applicationdraft',
            constraint=models.UniqueConstraint(fields=('profile', 'job'), name='applicationdraft_once'),
        ),
        migrations.AddConstraint(
            model_name='applicationdraft',
            constraint=models.CheckConstraint(condition=models.Q(('delivery__in', ['desk', 'waiting', 'mailed', 'failed', 'nobody', 'elsewhere'])), name='applicationdraft_delivery_valid', violation_error_message='Choose one of the listed values for delivery.'),
        ),
        migrations.AddConstraint(
            model_name='applicationdraft',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('delivery__in', ['waiting', 'failed', 'mailed']), models.Q(('recipient', ''), _negated=True)), models.Q(models.Q(('delivery__in', ['waiting', 'failed', 'mailed']), _negated=True), ('recipient', '')), _connector='OR'), name='applicationdraft_mail_to_somebody'),
        ),
        migrations.AddConstraint(
            model_name='applicationdraft',
            constraint=models.CheckConstraint(condition=models.Q(('variant__in', ['one', 'two', 'tailored'])), name='applicationdraft_variant_valid', violation_error_message='Choose one of the listed values for variant.'),
        ),
        migrations.AddConstraint(
            model_name='applicationdraft',
            constraint=models.CheckConstraint(condition=models.Q(('digest', ''), _negated=True), name='applicationdraft_text_given', violation_error_message='Fill in digest.'),
        ),
        migrations.AddConstraint(
            model_name='applicationdraft',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('formula_version__isnull', True), ('score__isnull', True)), models.Q(('formula_version__isnull', False), ('score__isnull', False), ('score__lte', 100)), _connector='OR'), name='applicationdraft_score_of_a_formula'),
        ),
        migrations.AddConstraint(
            model_name='applicationdraft',
            constraint=models.CheckConstraint(condition=models.Q(('resume__isnull', False)), name='applicationdraft_has_a_resume'),
        ),
        migrations.AddConstraint(
            model_name='applicationevent',
            constraint=models.CheckConstraint(condition=models.Q(('before__in', ['', 'sent', 'noted', 'seen', 'shortlisted', 'declined', 'hired', 'withdrawn'])), name='applicationevent_before_valid'),
        ),
        migrations.AddConstraint(
            model_name='applicationevent',
            constraint=models.CheckConstraint(condition=models.Q(('after__in', ['sent', 'noted', 'seen', 'shortlisted', 'declined', 'hired', 'withdrawn'])), name='applicationevent_after_valid', violation_error_message='Choose one of the listed values for after.'),
        ),
        migrations.AddConstraint(
            model_name='applicationevent',
            constraint=models.CheckConstraint(condition=models.Q(('by__in', ['you', 'desk'])), name='applicationevent_by_valid', violation_error_message='Choose one of the listed values for by.'),
        ),
        migrations.AddConstraint(
            model_name='applicationevent',
            constraint=models.CheckConstraint(condition=models.Q(('before', models.F('after')), _negated=True), name='applicationevent_moves'),
        ),
    ]
