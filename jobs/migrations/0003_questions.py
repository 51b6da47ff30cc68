import django.db.models.deletion
from django.db import migrations, models

from jobs.search.keeping import KeepOpenJobs, LeaveOpenJobs
from roles.change_triggers import CountChanges


class Migration(migrations.Migration):

    dependencies = [
        ('jobs', '0002_open_jobs'),
    ]

    operations = [
        LeaveOpenJobs(),
        migrations.AddField(
            model_name='company',
            name='applications_email',
            field=models.EmailField(blank=True, help_text='An e-mail address that the company gave for it. Each application to one of its jobs that takes them here is sent there. Empty: they wait for you under “Applications”.', max_length=254, verbose_name='where applications go'),
        ),
        migrations.AlterField(
            model_name='job',
            name='apply_url',
            field=models.URLField(blank=True, help_text='Empty for a job that takes applications here.', max_length=1000, verbose_name='where to apply'),
        ),
        migrations.CreateModel(
            name='JobQuestion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='order')),
                ('words', models.CharField(help_text='What the job needs, and nothing else: no age, sex, religion, caste, marriage, and no money.', max_length=300, verbose_name='question')),
                ('kind', models.CharField(choices=[('short', 'a line of text'), ('long', 'a text of several lines'), ('yes_no', 'yes or no'), ('number', 'a number'), ('choice', 'one of several answers')], default='short', max_length=8, verbose_name='answer')),
                ('choices', models.TextField(blank=True, help_text='A line each, for “one of several answers”.', max_length=1000, verbose_name='answers to choose from')),
                ('is_required', models.BooleanField(default=True, verbose_name='must be answered')),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='questions', to='jobs.job')),
            ],
            options={
                'verbose_name': 'question',
                'ordering': ['position', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['short', 'long', 'yes_no', 'number', 'choice'])), name='jobquestion_kind_valid', violation_error_message='Choose one of the listed values for kind.'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='jobquestion_text_given', violation_error_message='Fill in words.'), models.CheckConstraint(condition=models.Q(models.Q(('kind', 'choice'), models.Q(('choices', ''), _negated=True)), models.Q(models.Q(('kind', 'choice'), _negated=True), ('choices', '')), _connector='OR'), name='jobquestion_choices_with_their_kind', violation_error_message='Answers to choose from go with “one of several answers”, and only with it.')],
            },
        ),
        KeepOpenJobs(),
        CountChanges(['company', 'job']),
    ]
