import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

from roles.change_triggers import CountChanges


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('roles', '0011_location_alias'),
    ]

    operations = [
        migrations.CreateModel(
            name='Company',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='As it calls itself: “Tata Consultancy Services”.', max_length=120)),
                ('key', models.CharField(editable=False, error_messages={'unique': 'There is a company of this name.'}, help_text='Its name without case, stops and legal form: “Acme Pvt. Ltd.” and “ACME” are one company.', max_length=120, unique=True)),
                ('slug', models.SlugField(max_length=80, unique=True)),
                ('website', models.URLField(blank=True, max_length=300)),
                ('about', models.TextField(blank=True, help_text='A few sentences, plain text, ours.')),
                ('is_verified', models.BooleanField(default=False, help_text='Somebody of ours made sure that these adverts are the company’s own.', verbose_name='verified')),
                ('is_sample', models.BooleanField(default=False, help_text='To try the site out; never shown to crawlers.', verbose_name='invented')),
            ],
            options={
                'verbose_name_plural': 'companies',
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9]+(-[a-z0-9]+)*\\Z')), name='company_slug_shape', violation_error_message='The slug has small letters, digits and single hyphens only.'), models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('key', ''), _negated=True)), name='company_text_given', violation_error_message='Fill in name, key.')],
            },
        ),
        migrations.CreateModel(
            name='Job',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='What the job is, without place, pay or “urgent”.', max_length=160)),
                ('slug', models.SlugField(max_length=100)),
                ('status', models.CharField(choices=[('draft', 'draft'), ('held', 'waits for an editor'), ('open', 'open'), ('closed', 'closed'), ('refused', 'refused')], default='draft', max_length=8)),
                ('held_because', models.TextField(blank=True, help_text='What an editor has to look at: a line each.')),
                ('description', models.TextField(blank=True, help_text='HTML of a few harmless tags; cleaned when saved.')),
                ('role_confidence', models.PositiveSmallIntegerField(default=0, editable=False, help_text='0–100; 100: an editor’s.')),
                ('mode', models.CharField(blank=True, choices=[('office', 'in the office'), ('hybrid', 'hybrid'), ('remote', 'remote'), ('field', 'in the field')], max_length=6)),
                ('mode_words', models.CharField(blank=True, max_length=200)),
                ('employment', models.CharField(blank=True, choices=[('full_time', 'full time'), ('part_time', 'part time'), ('contract', 'contract'), ('temporary', 'temporary'), ('internship', 'internship'), ('apprenticeship', 'apprenticeship'), ('freelance', 'freelance')], max_length=14)),
                ('employment_words', models.CharField(blank=True, max_length=200)),
                ('years_min', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='experience from (years)')),
                ('years_max', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='to (years)')),
                ('years_words', models.CharField(blank=True, max_length=200)),
                ('pay_min', models.PositiveIntegerField(blank=True, null=True, verbose_name='pay from (₹ a year)')),
                ('pay_max', models.PositiveIntegerField(blank=True, null=True, verbose_name='to (₹ a year)')),
                ('stated_low', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='stated from')),
                ('stated_high', models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True, verbose_name='stated to')),
                ('stated_currency', models.CharField(blank=True, help_text='“INR”, “USD”; empty: not said.', max_length=3, verbose_name='currency')),
                ('stated_period', models.CharField(blank=True, choices=[('year', 'a year'), ('month', 'a month'), ('week', 'a week'), ('day', 'a day'), ('hour', 'an hour')], max_length=5, verbose_name='period')),
                ('pay_words', models.CharField(blank=True, max_length=200)),
                ('places_words', models.CharField(blank=True, help_text='Where it is, as the advert says.', max_length=300)),
                ('posted_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='posted')),
                ('is_posting_stated', models.BooleanField(default=True, help_text='Else it is when we first saw it.', verbose_name='the employer says when')),
                ('closes_at', models.DateTimeField(blank=True, null=True, verbose_name='last day')),
                ('first_seen_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='first seen')),
                ('last_seen_on', models.DateField(default=django.utils.timezone.localdate, editable=False, verbose_name='last seen')),
                ('closed_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='closed')),
                ('closed_because', models.CharField(blank=True, choices=[('gone', 'the employer took it down'), ('expired', 'its last day passed'), ('unseen', 'it wasn’t seen for too long'), ('editor', 'closed by an editor')], editable=False, max_length=8)),
                ('reopened_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='reopened')),
                ('decided_at', models.DateTimeField(blank=True, editable=False, help_text='When an editor last said what is to become of it. What readers reported before counts no more.', null=True, verbose_name='decided')),
                ('let_pass', models.TextField(blank=True, editable=False, help_text="What an editor looked at and let stand: a line each. It isn't held again.")),
                ('apply_url', models.URLField(blank=True, max_length=1000, verbose_name='where to apply')),
                ('original_url', models.URLField(blank=True, editable=False, help_text='The employer’s own page, where search engines are sent to. Empty: ours is the original.', max_length=1000, verbose_name='the original')),
                ('fingerprint', models.CharField(blank=True, editable=False, help_text='Alike for the same opening.', max_length=32)),
                ('is_sample', models.BooleanField(default=False, editable=False, verbose_name='invented')),
                ('is_by_hand', models.BooleanField(default=True, editable=False, verbose_name='written here')),
                ('company', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='jobs', to='jobs.company')),
                ('role', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='jobs', to='roles.role')),
            ],
            options={
                'ordering': ['-posted_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='JobFeed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='For us: “Acme careers”.', max_length=120, unique=True)),
                ('kind', models.CharField(choices=[('greenhouse', 'Greenhouse board'), ('lever', 'Lever board'), ('ashby', 'Ashby board'), ('smartrecruiters', 'SmartRecruiters board'), ('workable', 'Workable board'), ('recruitee', 'Recruitee board'), ('schema', 'page with JobPosting data, or sitemap of such pages'), ('xml', 'XML job feed'), ('rss', 'RSS or Atom feed'), ('csv', 'CSV file')], max_length=16)),
                ('account', models.CharField(blank=True, help_text='The board’s account (“acme”), or the address of the page, sitemap or feed. Empty for a file.', max_length=500, verbose_name='address or account')),
                ('upload', models.BinaryField(blank=True, default=b'', help_text='A CSV file that waits to be read.')),
                ('every_hours', models.PositiveSmallIntegerField(default=6, verbose_name='read every (hours)')),
                ('is_active', models.BooleanField(default=True, verbose_name='active')),
                ('is_original', models.BooleanField(default=False, help_text='Search engines are sent to the employer’s own page of each opening instead of ours.', verbose_name='the employer’s page is the original')),
                ('may_shrink', models.BooleanField(default=False, help_text='Tick after you made sure that the jobs really are gone; it unticks itself.', verbose_name='may lose most of its jobs once')),
                ('is_sample', models.BooleanField(default=False, editable=False, help_text='What `load_demo` made up.', verbose_name='invented')),
                ('edition', models.CharField(blank=True, editable=False, help_text='Of the names and rules by which it was last read.', max_length=32)),
                ('etag', models.CharField(blank=True, editable=False, max_length=300)),
                ('last_modified', models.CharField(blank=True, editable=False, max_length=100)),
                ('next_run_at', models.DateTimeField(blank=True, editable=False, null=True, verbose_name='next')),
                ('company', models.ForeignKey(blank=True, help_text='Whose openings these are. Empty where the feed names the company of each.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='feeds', to='jobs.company')),
            ],
            options={
                'verbose_name': 'feed',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='FeedRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('started_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField()),
                ('outcome', models.CharField(choices=[('done', 'read'), ('unchanged', 'nothing new'), ('waiting', 'lost too many jobs: waits for an editor'), ('failed', 'couldn’t be read')], max_length=10)),
                ('new', models.PositiveIntegerField(default=0)),
                ('merged', models.PositiveIntegerField(default=0, help_text='Openings that another feed has too.')),
                ('changed', models.PositiveIntegerField(default=0)),
                ('same', models.PositiveIntegerField(default=0)),
                ('closed', models.PositiveIntegerField(default=0)),
                ('reopened', models.PositiveIntegerField(default=0)),
                ('held', models.PositiveIntegerField(default=0, help_text='New or changed ones that wait for an editor.')),
                ('refused', models.PositiveIntegerField(default=0)),
                ('words', models.TextField(blank=True, help_text='What went wrong, or why entries were refused: a line each.')),
                ('feed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='runs', to='jobs.jobfeed')),
            ],
            options={
                'verbose_name': 'reading',
                'ordering': ['-started_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='JobPlace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=120)),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='place_rows', to='jobs.job')),
                ('location', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='job_rows', to='roles.location')),
            ],
            options={
                'verbose_name': 'place',
                'ordering': ['job', 'location'],
            },
        ),
        migrations.AddField(
            model_name='job',
            name='places',
            field=models.ManyToManyField(related_name='jobs', through='jobs.JobPlace', to='roles.location'),
        ),
        migrations.CreateModel(
            name='JobReport',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('complaint', models.CharField(choices=[('fee', 'It asks for money'), ('fake', 'The company or the job isn’t real'), ('filled', 'The job is taken or closed'), ('wrong', 'Something in it is wrong'), ('unfair', 'It shuts people out unfairly'), ('other', 'Something else')], max_length=8)),
                ('words', models.TextField(blank=True, max_length=1000)),
                ('sender', models.CharField(blank=True, editable=False, help_text='A code that is forgotten in a day.', max_length=16)),
                ('sent_at', models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name='sent')),
                ('verdict', models.CharField(choices=[('new', 'new'), ('right', 'right'), ('wrong', 'not so')], default='new', max_length=6)),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='jobs.job')),
            ],
            options={
                'verbose_name': 'report',
                'ordering': ['-sent_at', '-id'],
            },
        ),
        migrations.CreateModel(
            name='JobSkill',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=120)),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='skill_rows', to='jobs.job')),
                ('skill', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='job_rows', to='roles.skill')),
            ],
            options={
                'verbose_name': 'skill',
                'ordering': ['job', 'skill'],
            },
        ),
        migrations.AddField(
            model_name='job',
            name='skills',
            field=models.ManyToManyField(related_name='jobs', through='jobs.JobSkill', to='roles.skill'),
        ),
        migrations.CreateModel(
            name='JobSource',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(help_text='The feed’s own name of it.', max_length=200)),
                ('url', models.URLField(blank=True, max_length=1000)),
                ('digest', models.CharField(help_text='Of everything that the feed says of it.', max_length=32)),
                ('is_listed', models.BooleanField(default=True, verbose_name='listed')),
                ('first_seen_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='first seen')),
                ('last_seen_at', models.DateTimeField(default=django.utils.timezone.now, verbose_name='last seen')),
                ('feed', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='jobs.jobfeed')),
                ('job', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sources', to='jobs.job')),
            ],
            options={
                'verbose_name': 'source',
                'ordering': ['feed', 'key'],
            },
        ),
        migrations.CreateModel(
            name='ScamRule',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='What is wrong: “Asks for a fee”.', max_length=80, unique=True)),
                ('explanation', models.CharField(help_text='Why it is a warning sign, for job seekers.', max_length=300)),
                ('phrases', models.TextField(help_text='A phrase a line, small letters: “registration fee”. “…” stands for up to five words between, an amount for any amount, a word for itself with an s at its end.')),
                ('unless', models.TextField(blank=True, help_text='Phrases beside which it doesn’t count, a line each: “no registration fee”.')),
                ('is_active', models.BooleanField(default=True, verbose_name='active')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('name', ''), _negated=True), models.Q(('explanation', ''), _negated=True), models.Q(('phrases', ''), _negated=True)), name='scamrule_text_given', violation_error_message='Fill in name, explanation, phrases.')],
            },
        ),
        migrations.AddConstraint(
            model_name='jobfeed',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['greenhouse', 'lever', 'ashby', 'smartrecruiters', 'workable', 'recruitee', 'schema', 'xml', 'rss', 'csv'])), name='jobfeed_kind_valid', violation_error_message='Choose one of the listed values for kind.'),
        ),
        migrations.AddConstraint(
            model_name='jobfeed',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='jobfeed_text_given', violation_error_message='Fill in name.'),
        ),
        migrations.AddConstraint(
            model_name='jobfeed',
            constraint=models.CheckConstraint(condition=models.Q(('kind', 'csv'), models.Q(('account', ''), _negated=True), _connector='OR'), name='jobfeed_reads_something', violation_error_message='Say which account or address it reads.'),
        ),
        migrations.AddConstraint(
            model_name='jobfeed',
            constraint=models.CheckConstraint(condition=models.Q(('every_hours__gte', 1), ('every_hours__lte', 168)), name='jobfeed_every_hours_range', violation_error_message='From every hour to once a week (168).'),
        ),
        migrations.AddConstraint(
            model_name='jobfeed',
            constraint=models.UniqueConstraint(condition=models.Q(('account', ''), _negated=True), fields=('kind', 'account'), name='jobfeed_once', violation_error_message='There is a feed of this kind and account.'),
        ),
        migrations.AddIndex(
            model_name='feedrun',
            index=models.Index(fields=['feed', '-started_at'], name='feedrun_latest'),
        ),
        migrations.AddConstraint(
            model_name='feedrun',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['done', 'unchanged', 'waiting', 'failed'])), name='feedrun_outcome_valid', violation_error_message='Choose one of the listed values for outcome.'),
        ),
        migrations.AddConstraint(
            model_name='feedrun',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__gte', models.F('started_at'))), name='feedrun_ends_after_start'),
        ),
        migrations.AddConstraint(
            model_name='feedrun',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['done', 'unchanged']), models.Q(('words', ''), _negated=True), _connector='OR'), name='feedrun_failure_has_words'),
        ),
        migrations.AddIndex(
            model_name='jobplace',
            index=models.Index(fields=['location', 'job'], name='jobplace_jobs_of_place'),
        ),
        migrations.AddConstraint(
            model_name='jobplace',
            constraint=models.UniqueConstraint(fields=('job', 'location'), name='jobplace_once', violation_error_message='The job has this place already.'),
        ),
        migrations.AddIndex(
            model_name='jobreport',
            index=models.Index(fields=['sender', 'sent_at'], name='jobreport_sender_sent_at'),
        ),
        migrations.AddIndex(
            model_name='jobreport',
            index=models.Index(fields=['sent_at'], name='jobreport_sent_at'),
        ),
        migrations.AddConstraint(
            model_name='jobreport',
            constraint=models.CheckConstraint(condition=models.Q(('complaint__in', ['fee', 'fake', 'filled', 'wrong', 'unfair', 'other'])), name='jobreport_complaint_valid', violation_error_message='Choose one of the listed values for complaint.'),
        ),
        migrations.AddConstraint(
            model_name='jobreport',
            constraint=models.CheckConstraint(condition=models.Q(('verdict__in', ['new', 'right', 'wrong'])), name='jobreport_verdict_valid', violation_error_message='Choose one of the listed values for verdict.'),
        ),
        migrations.AddConstraint(
            model_name='jobreport',
            constraint=models.CheckConstraint(condition=models.Q(('sender__regex', '^([0-9a-f]{16})?\\Z')), name='jobreport_sender_is_a_code'),
        ),
        migrations.AddIndex(
            model_name='jobskill',
            index=models.Index(fields=['skill', 'job'], name='jobskill_jobs_of_skill'),
        ),
        migrations.AddConstraint(
            model_name='jobskill',
            constraint=models.UniqueConstraint(fields=('job', 'skill'), name='jobskill_once', violation_error_message='The job has this skill already.'),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(condition=models.Q(('status', 'open')), fields=['-posted_at', '-id'], name='job_newest'),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(condition=models.Q(('status', 'open')), fields=['-pay_max', '-id'], name='job_best_paid'),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(condition=models.Q(('status', 'open')), fields=['role', '-posted_at', '-id'], name='job_of_role'),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(fields=['company', '-posted_at'], name='job_of_company'),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(condition=models.Q(('fingerprint', ''), _negated=True), fields=['fingerprint'], name='job_fingerprint'),
        ),
        migrations.AddIndex(
            model_name='job',
            index=models.Index(fields=['status', 'closes_at'], name='job_closing'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('slug__regex', '^[a-z0-9]+(-[a-z0-9]+)*\\Z')), name='job_slug_shape', violation_error_message='The slug has small letters, digits and single hyphens only.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('title', ''), _negated=True), name='job_text_given', violation_error_message='Fill in title.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['draft', 'held', 'open', 'closed', 'refused'])), name='job_status_valid', violation_error_message='Choose one of the listed values for status.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('mode__in', ['', 'office', 'hybrid', 'remote', 'field'])), name='job_mode_valid', violation_error_message='Choose one of the listed values for mode.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('employment__in', ['', 'full_time', 'part_time', 'contract', 'temporary', 'internship', 'apprenticeship', 'freelance'])), name='job_employment_valid', violation_error_message='Choose one of the listed values for employment.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('stated_period__in', ['', 'year', 'month', 'week', 'day', 'hour'])), name='job_stated_period_valid', violation_error_message='Choose one of the listed values for stated_period.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('closed_because__in', ['', 'gone', 'expired', 'unseen', 'editor'])), name='job_closed_because_valid', violation_error_message='Choose one of the listed values for closed_because.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('years_max__isnull', True), models.Q(('years_max__isnull', False), ('years_min__isnull', False), ('years_min__lte', models.F('years_max'))), _connector='OR'), name='job_years_in_order', violation_error_message='Years start with the smaller number.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('years_min__isnull', True), models.Q(('years_min__isnull', False), ('years_min__lte', 50)), _connector='OR'), models.Q(('years_max__isnull', True), models.Q(('years_max__isnull', False), ('years_max__lte', 50)), _connector='OR')), name='job_years_plausible', violation_error_message='At most 50 years.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('pay_max__isnull', True), ('pay_min__isnull', True)), models.Q(('pay_max__isnull', False), ('pay_min__gt', 0), ('pay_min__isnull', False), ('pay_min__lte', models.F('pay_max'))), _connector='OR'), name='job_pay_whole', violation_error_message='State both ends of the pay, the smaller first, or neither.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('stated_currency__regex', '^([A-Z]{3})?\\Z')), name='job_currency_shape', violation_error_message='A currency has three capitals: “INR”.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'closed'), ('closed_at__isnull', False), models.Q(('closed_because', ''), _negated=True)), models.Q(models.Q(('status', 'closed'), _negated=True), ('closed_at__isnull', True), ('closed_because', '')), _connector='OR'), name='job_closed_says_when', violation_error_message='A closed job says when and why; another doesn’t.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'held'), _negated=True), models.Q(('held_because', ''), _negated=True), _connector='OR'), name='job_held_says_why', violation_error_message='Say what an editor has to look at.'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('role_confidence__lte', 100)), name='job_confidence_range'),
        ),
        migrations.AddConstraint(
            model_name='job',
            constraint=models.CheckConstraint(condition=models.Q(('closes_at__isnull', True), models.Q(('closes_at__gt', models.F('posted_at')), ('closes_at__isnull', False)), _connector='OR'), name='job_closes_after_posting', violation_error_message='Its last day lies after the day it was posted.'),
        ),
        migrations.AddConstraint(
            model_name='jobsource',
            constraint=models.UniqueConstraint(fields=('feed', 'key'), name='jobsource_once'),
        ),
        migrations.AddConstraint(
            model_name='jobsource',
            constraint=models.CheckConstraint(condition=models.Q(('key', ''), _negated=True), name='jobsource_text_given', violation_error_message='Fill in key.'),
        ),
        migrations.AddConstraint(
            model_name='jobsource',
            constraint=models.CheckConstraint(condition=models.Q(('last_seen_at__gte', models.F('first_seen_at'))), name='jobsource_seen_in_order'),
        ),
        CountChanges(['company', 'job', 'jobplace', 'jobskill', 'scamrule']),
    ]
