from django import forms
from django.contrib import admin, messages
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import Truncator

from jobs.cleaning import as_text, clean
from jobs.models import JobReport, JobStatus, ScamRule, Verdict
from jobs.trust.reported import find_right, find_wrong
from jobs.trust.rules import phrases_of
from jobs.trust.stored import active_checker
from roles.admin.desk import DeskAdmin


@admin.register(JobReport)
class JobReportAdmin(DeskAdmin):
    list_display = ["sent_at", "verdict", "complaint", "job_link", "job_status", "text"]
    list_filter = ["verdict", "complaint"]
    list_select_related = ["job__company"]
    show_facets = admin.ShowFacets.ALWAYS  # how many are new
    search_fields = ["words", "job__title", "job__company__name"]
    ordering = [Case(When(verdict=Verdict.NEW, then=Value(0)), default=Value(1)), "-sent_at"]  # new ones first
    actions = ["right", "right_and_hold", "right_and_close", "right_and_refuse", "not_so", "not_so_and_open"]
    readonly_fields = ["job_link", "job_status", "complaint", "words", "sent_at", "verdict"]
    fields = readonly_fields

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, report: JobReport | None = None) -> bool:
        return request.user.is_active and request.user.is_superuser

    @admin.display(description="job")
    def job_link(self, report: JobReport) -> str:
        return format_html('<a href="{}">{}</a>', reverse("admin:jobs_job_change", args=[report.job_id]), report.job)

    @admin.display(description="the job is")
    def job_status(self, report: JobReport) -> str:
        return report.job.get_status_display()

    @admin.display(description="words")
    def text(self, report: JobReport) -> str:
        return Truncator(report.words).chars(200)

    @admin.action(description="Right", permissions=["change"])
    def right(self, request: HttpRequest, reports: QuerySet[JobReport]) -> None:
        self._agree(request, reports, None)

    @admin.action(description="Right: hold the job", permissions=["change"])
    def right_and_hold(self, request: HttpRequest, reports: QuerySet[JobReport]) -> None:
        self._agree(request, reports, JobStatus.HELD)

    @admin.action(description="Right: close the job (it says so for a month)", permissions=["change"])
    def right_and_close(self, request: HttpRequest, reports: QuerySet[JobReport]) -> None:
        self._agree(request, reports, JobStatus.CLOSED)

    @admin.action(description="Right: refuse the job (it is gone at once)", permissions=["change"])
    def right_and_refuse(self, request: HttpRequest, reports: QuerySet[JobReport]) -> None:
        self._agree(request, reports, JobStatus.REFUSED)

    @admin.action(description="Not so", permissions=["change"])
    def not_so(self, request: HttpRequest, reports: QuerySet[JobReport]) -> None:
        self._disagree(request, reports, opens=False)

    @admin.action(description="Not so: let the job stand, open it again", permissions=["change"])
    def not_so_and_open(self, request: HttpRequest, reports: QuerySet[JobReport]) -> None:
        self._disagree(request, reports, opens=True)

    def _agree(self, request: HttpRequest, reports: QuerySet[JobReport], then: JobStatus | None) -> None:
        for report in reports.select_related("job"):
            find_right(report, timezone.now(), then)
            self.log_change(request, report, f"Right; the job is {report.job.get_status_display()}.")
        self._tell(request, "Right", len(reports))

    def _disagree(self, request: HttpRequest, reports: QuerySet[JobReport], *, opens: bool) -> None:
        for report in reports.select_related("job"):
            find_wrong(report, timezone.now(), opens=opens)
            self.log_change(request, report, f"Not so; the job is {report.job.get_status_display()}.")
        self._tell(request, "Not so", len(reports))

    def _tell(self, request: HttpRequest, verdict: str, count: int) -> None:
        self.message_user(request, f"{verdict}: {count}.", messages.SUCCESS)


class ScamRuleForm(forms.ModelForm):
    def clean_phrases(self) -> str:
        phrases = self.cleaned_data["phrases"]
        if not phrases_of(phrases):
            raise forms.ValidationError("Write a phrase a line: “registration fee”.")
        return phrases


class TryForm(forms.Form):
    text = forms.CharField(
        label="An advert’s text or HTML",
        max_length=50_000,
        widget=forms.Textarea(attrs={"rows": 14, "cols": 100}),
    )


@admin.register(ScamRule)
class ScamRuleAdmin(DeskAdmin):
    form = ScamRuleForm
    list_display = ["name", "is_active", "explanation"]
    list_filter = ["is_active"]
    search_fields = ["name", "phrases"]
    fieldsets = [(None, {"fields": ["name", "explanation", "phrases", "unless", "is_active"]})]
    change_list_template = "admin/jobs/scamrule/change_list.html"

    def get_urls(self) -> list[URLPattern]:
        trying = path("try/", self.admin_site.admin_view(self.try_on_a_text), name="jobs_scamrule_try")
        return [trying, *super().get_urls()]

    def try_on_a_text(self, request: HttpRequest) -> HttpResponse:
        """What the active rules say of a text, cleaned as an advert is. Nothing is kept."""
        if not self.has_view_permission(request):
            return self.admin_site.login(request)
        form = TryForm(request.POST or None)
        context = {**self.admin_site.each_context(request), "title": "Try the rules on a text", "form": form}
        context["opts"] = self.opts
        if form.is_valid():
            text = as_text(clean(form.cleaned_data["text"]))
            context |= {"read": text, "warnings": active_checker().warnings(text)}
        return TemplateResponse(request, "admin/jobs/scamrule/try.html", context)
