from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import CharField, DateTimeField, OuterRef, Q, QuerySet, Subquery, TextField, URLField
from django.forms import TextInput
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html

from jobs.admin.feeds import ReadOnlyInline
from jobs.admin.forms import JobForm
from jobs.models import MOST_QUESTIONS, PUBLIC, Job, JobPlace, JobQuestion, JobSkill, JobSource, JobStatus
from jobs.moves import MOVES, move, moves_of
from jobs.offers import in_short
from jobs.opening import get_opening, offer_of
from jobs.views.openings import TEMPLATE, find_opening, opening_page
from roles.admin.desk import WIDE, ConditionFilter, DeskAdmin
from roles.admin.inlines import JoinedInline

BY_EDITOR = 100  # confidence
BUTTON = "_move_"  # begins the name of a button
SECONDS = {"widget": forms.DateTimeInput(format="%Y-%m-%dT%H:%M:%S", attrs={"type": "datetime-local", "step": 1})}
ONE_FIELD = {"form_class": forms.DateTimeField} | SECONDS


class QueueFilter(ConditionFilter):
    title = "what waits for an editor"
    parameter_name = "queue"

    def conditions(self) -> dict[str, tuple[str, Q]]:
        is_near = Q(status__in=[JobStatus.OPEN, JobStatus.HELD, JobStatus.DRAFT])
        return {
            "held": ("held", Q(status=JobStatus.HELD)),
            "role": ("role unknown", is_near & Q(role=None)),
            "drafts": ("drafts", Q(status=JobStatus.DRAFT)),
        }


class JobPlaceInline(JoinedInline):
    model = JobPlace
    fields = ["location", "words"]
    autocomplete_fields = ["location"]


class JobSkillInline(JoinedInline):
    model = JobSkill
    fields = ["skill", "words"]
    autocomplete_fields = ["skill"]
    formfield_overrides = {CharField: {"widget": TextInput(attrs={"size": 44})}}


class JobQuestionInline(admin.TabularInline):
    model = JobQuestion
    verbose_name_plural = "what the employer asks of those who apply here"
    fields = ["position", "words", "kind", "choices", "is_required"]
    formfield_overrides = {
        CharField: {"widget": TextInput(attrs={"size": 40})},
        TextField: {"widget": forms.Textarea(attrs={"rows": 2, "cols": 18})},
    }
    extra = 0
    max_num = MOST_QUESTIONS


class JobSourceInline(ReadOnlyInline):
    model = JobSource
    verbose_name_plural = "where it was found"
    fields = ["feed", "key", "url", "digest", "is_listed", "first_seen_at", "last_seen_at"]
    readonly_fields = fields
    autocomplete_fields = ["feed"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[JobSource]:
        return super().get_queryset(request).select_related("feed")


@admin.register(Job)
class JobAdmin(DeskAdmin):
    form = JobForm
    list_display = ["title", "company", "status", "role", "role_confidence", "pay", "feed", "posted_at", "page"]
    list_filter = [QueueFilter, "status", "sources__feed", "is_sample", "is_by_hand"]
    list_select_related = ["company", "role"]
    search_fields = ["title", "company__name"]
    prepopulated_fields = {"slug": ["title"]}
    autocomplete_fields = ["company", "role"]
    readonly_fields = ["status", "page", "role_confidence", "pay_min", "pay_max", "first_seen_at", "last_seen_on"]
    formfield_overrides = WIDE | {URLField: {"assume_scheme": "https"}, DateTimeField: ONE_FIELD}
    inlines = [JobPlaceInline, JobSkillInline, JobQuestionInline, JobSourceInline]
    actions = ["publish", "hold", "close", "reopen", "refuse"]
    change_form_template = "admin/jobs/job/change_form.html"
    fieldsets = [
        (
            None,
            {
                "description": "A new job is a draft: save it, look at it, then publish it with the button below. What "
                "came from a feed is written over when the feed says something else.",
                "fields": ["status", "page", "held_because", "title", "slug", "company", "role", "role_confidence"],
            },
        ),
        ("The job, in the employer’s words", {"fields": ["description"]}),
        (
            "Where and how",
            {
                "description": "Places that we know stand at the end of this form. The words are the advert’s own.",
                "fields": ["places_words", ("mode", "mode_words"), ("employment", "employment_words")],
            },
        ),
        (
            "Experience",
            {
                "description": "Empty where the advert says nothing. One number alone: “and more”.",
                "fields": [("years_min", "years_max"), "years_words"],
            },
        ),
        (
            "Pay",
            {
                "description": "As the employer states it, never estimated. What it comes to in rupees a year is "
                "worked out, for rupees a year or a month only.",
                "fields": [
                    ("stated_low", "stated_high", "stated_currency", "stated_period"),
                    "pay_words",
                    ("pay_min", "pay_max"),
                ],
            },
        ),
        (
            "When, and where to apply",
            {
                "description": "Times are India’s.",
                "fields": ["posted_at", "is_posting_stated", "closes_at", "apply_url", "first_seen_at", "last_seen_on"],
            },
        ),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        sources = JobSource.objects.filter(job=OuterRef("pk")).order_by("first_seen_at", "pk")
        return super().get_queryset(request).annotate(feed_name=Subquery(sources.values("feed__name")[:1]))

    @admin.display(ordering="pay_max")
    def pay(self, job: Job) -> str:
        return in_short(offer_of(job))

    @admin.display(ordering="feed_name")
    def feed(self, job: Job) -> str:
        return job.feed_name or ""

    @admin.display(description="page")
    def page(self, job: Job) -> str:
        if not job.pk:
            return "Save the job first."
        address = reverse("admin:jobs_job_preview", args=[job.pk])
        return format_html('<a href="{}">Preview</a>', address)

    def view_on_site(self, job: Job) -> str | None:
        return job.get_absolute_url() if job.status in PUBLIC else None

    def save_model(self, request: HttpRequest, job: Job, form: forms.ModelForm, change: bool) -> None:
        if "role" in form.changed_data:
            job.role_confidence = BY_EDITOR if job.role else 0
        super().save_model(request, job, form, change)

    # --- The page as it will look

    def get_urls(self) -> list[URLPattern]:
        preview = self.admin_site.admin_view(self.preview)
        return [path("<int:key>/preview/", preview, name="jobs_job_preview"), *super().get_urls()]

    def preview(self, request: HttpRequest, key: int) -> HttpResponse:
        """For editors, in any state. Nobody keeps it: the desk's answers say no-store."""
        job = find_opening(key)
        if job is None or not self.has_view_permission(request, job):
            raise Http404(f"No opening {key}.")
        return render(request, TEMPLATE, opening_page(get_opening(job)) | {"is_preview": True, "json_ld": None})

    # --- From one state to another

    def render_change_form(self, request: HttpRequest, context: dict[str, object], **options: object) -> HttpResponse:
        job = options.get("obj")
        moves = {f"{BUTTON}{name}": each.label for name, each in moves_of(job).items()} if job else {}
        return super().render_change_form(request, context | {"moves": moves}, **options)

    def response_change(self, request: HttpRequest, job: Job) -> HttpResponse:
        pressed = next((name for name in MOVES if f"{BUTTON}{name}" in request.POST), None)
        if pressed is None:
            return super().response_change(request, job)
        self._move(request, [job], pressed)
        return redirect(request.path)

    @admin.action(description="Publish", permissions=["change"])
    def publish(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        self._move(request, jobs, "publish")

    @admin.action(description="Hold", permissions=["change"])
    def hold(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        self._move(request, jobs, "hold")

    @admin.action(description="Close", permissions=["change"])
    def close(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        self._move(request, jobs, "close")

    @admin.action(description="Reopen", permissions=["change"])
    def reopen(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        self._move(request, jobs, "reopen")

    @admin.action(description="Refuse", permissions=["change"])
    def refuse(self, request: HttpRequest, jobs: QuerySet[Job]) -> None:
        self._move(request, jobs, "refuse")

    def _move(self, request: HttpRequest, jobs: QuerySet[Job] | list[Job], name: str) -> None:
        """What the rules refuse stays as it is, and the editor reads why."""
        moved = 0
        for job in jobs:
            try:
                move(name, job, timezone.now())
            except ValidationError as refusal:
                self.message_user(request, f"{job} stays as it is. {' '.join(refusal.messages)}", messages.ERROR)
                continue
            self.log_change(request, job, f"Now {job.get_status_display()}.")
            moved += 1
        if moved:
            self.message_user(request, f"{MOVES[name].label}: {moved} done.", messages.SUCCESS)
