from django import forms
from django.contrib import admin
from django.core.files.uploadedfile import UploadedFile
from django.db.models import F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.text import Truncator

from jobs.feeds.adapters import ADAPTERS
from jobs.models import COUNTS, FeedKind, FeedRun, JobFeed, Outcome
from jobs.models.feeds import LARGEST_UPLOAD
from roles.admin.desk import ConditionFilter, DeskAdmin
from roles.words import counted

HISTORY = 30  # readings that the form of a feed shows

# The newest reading of the feed that a row belongs to.
LATEST = FeedRun.objects.filter(feed=OuterRef("feed")).order_by("-started_at", "-pk").values("pk")[:1]


class JobFeedForm(forms.ModelForm):
    file = forms.FileField(
        label="CSV file",
        required=False,
        help_text="One opening a line under headings such as id, title, company, url, location. Read once, at the next "
        "run of sync_jobs, then forgotten.",
    )

    class Meta:
        model = JobFeed
        fields = ["name", "kind", "account", "company", "is_active", "every_hours", "may_shrink", "is_original"]

    def clean_file(self) -> UploadedFile | None:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_UPLOAD:
            raise forms.ValidationError(f"At most {LARGEST_UPLOAD // 1_000_000} MB.")
        return file

    def clean(self) -> None:
        super().clean()
        kind, account = self.cleaned_data.get("kind"), self.cleaned_data.get("account")
        if kind and account:
            try:
                ADAPTERS[kind].address(account)
            except ValueError as error:
                self.add_error("account", str(error))
        if self.cleaned_data.get("file") and (kind != FeedKind.CSV or account):
            self.add_error("file", "A file is for a feed of the kind “CSV file” without an address.")

    def save(self, commit: bool = True) -> JobFeed:
        if file := self.cleaned_data.get("file"):
            self.instance.upload, self.instance.next_run_at = file.read(), None
        return super().save(commit)


class ReadOnlyInline(admin.TabularInline):
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, row: object = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, row: object = None) -> bool:
        return False


class FeedRunInline(ReadOnlyInline):
    model = FeedRun
    verbose_name_plural = f"its last {HISTORY} readings"
    fields = ["started_at", "ended_at", "outcome", *COUNTS, "words"]
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[FeedRun]:
        """A feed is read some thousand times a year."""
        feed = request.resolver_match.kwargs.get("object_id", "")
        runs = FeedRun.objects.filter(feed=int(feed) if feed.isdecimal() else None)
        newest = runs.order_by("-started_at", "-pk").values("pk")[:HISTORY]
        return super().get_queryset(request).filter(pk__in=newest)


class LastOutcomeFilter(ConditionFilter):
    title = "last reading"
    parameter_name = "last"

    def conditions(self) -> dict[str, tuple[str, Q]]:
        outcomes = {outcome.value: (outcome.label, Q(last_outcome=outcome)) for outcome in Outcome}
        return outcomes | {"never": ("never read", Q(last_outcome=None))}


@admin.register(JobFeed)
class JobFeedAdmin(DeskAdmin):
    form = JobFeedForm
    actions = ["read_soon"]
    list_display = [
        "name",
        "kind",
        "account",
        "company",
        "every_hours",
        "is_active",
        "next_run_at",
        "last_run",
        "last_counts",
        "last_words",
    ]
    list_filter = [LastOutcomeFilter, "is_active", "kind"]
    list_select_related = ["company"]
    search_fields = ["name", "account", "company__name"]
    autocomplete_fields = ["company"]
    readonly_fields = ["next_run_at"]
    inlines = [FeedRunInline]
    fieldsets = [
        (
            None,
            {
                "description": "A public list of openings that we may show. Read the terms of the site first.",
                "fields": ["name", "kind", "account", "file", "company"],
            },
        ),
        (
            "Reading it",
            {
                "description": "What is in the feed is open; what is gone from it is closed.",
                "fields": ["is_active", "every_hours", "next_run_at", "may_shrink"],
            },
        ),
        (
            "Search engines",
            {
                "description": "Tick it where the employer wants its own pages found in place of ours.",
                "fields": ["is_original"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[JobFeed]:
        runs = FeedRun.objects.filter(feed=OuterRef("pk")).order_by("-started_at", "-pk")
        latest = Prefetch("runs", FeedRun.objects.filter(pk=Subquery(LATEST)), to_attr="latest")
        outcome = Subquery(runs.values("outcome")[:1])
        started = Subquery(runs.values("started_at")[:1])
        rows = super().get_queryset(request).prefetch_related(latest)
        return rows.annotate(last_outcome=outcome, last_started=started)

    @admin.action(description="Read at the next run")
    def read_soon(self, request: HttpRequest, feeds: QuerySet[JobFeed]) -> None:
        count = JobFeed.objects.filter(pk__in=feeds.values("pk")).update(next_run_at=None)
        self.message_user(request, f"{counted(count, 'feed')} will be read when sync_jobs runs next.")

    @admin.display(description="last reading", ordering=F("last_started").desc(nulls_last=True))
    def last_run(self, feed: JobFeed) -> str:
        run = _latest(feed)
        return f"{run.started_at:%d %b %Y, %H:%M} UTC: {run.get_outcome_display()}" if run else "never read"

    @admin.display(description="what it came to")
    def last_counts(self, feed: JobFeed) -> str:
        run = _latest(feed)
        found = [(name, getattr(run, name)) for name in COUNTS] if run else []
        return ", ".join(f"{count} {name}" for name, count in found if count)

    @admin.display(description="what went wrong")
    def last_words(self, feed: JobFeed) -> str:
        run = _latest(feed)
        lines = run.words.splitlines() if run else []
        more = f" And {counted(len(lines) - 1, 'more line')}." if len(lines) > 1 else ""
        return Truncator(lines[0]).chars(160) + more if lines else ""


def _latest(feed: JobFeed) -> FeedRun | None:
    return next(iter(feed.latest), None)
