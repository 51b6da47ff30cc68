from django.contrib import admin, messages
from django.db.models import F, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.text import Truncator

from roles.admin.desk import DeskAdmin
from roles.models import Report, ReportStatus


@admin.register(Report)
class ReportAdmin(DeskAdmin):
    list_display = ["sent_at", "status", "page_link", "fact", "text"]
    list_filter = ["status"]
    show_facets = admin.ShowFacets.ALWAYS  # how many are new
    search_fields = ["page", "fact", "what_is_wrong"]
    ordering = [F("decided_at").desc(nulls_first=True), "-sent_at"]  # new ones first
    actions = ["accept", "decline", "call_spam"]
    readonly_fields = ["page_link", "fact", "what_is_wrong", "better_source", "sent_at", "decided_at"]
    fieldsets = [
        (
            "What a reader says",
            {
                "description": "Nobody knows who wrote it, and nobody can be asked. Check it against the source.",
                "fields": ["page_link", "fact", "what_is_wrong", "better_source", "sent_at"],
            },
        ),
        (
            "What you make of it",
            {
                "description": "Accepted means that the page is right now: correct it first. A text that holds "
                "anything personal, or was decided long ago, a superuser should delete.",
                "fields": ["status", "answer_note", "decided_at"],
            },
        ),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, report: Report | None = None) -> bool:
        return request.user.is_active and request.user.is_superuser

    @admin.display(description="page", ordering="page")
    def page_link(self, report: Report) -> str:
        return format_html('<a href="{0}" target="_blank" rel="noopener">{0}</a>', report.page)

    @admin.display(description="what is wrong")
    def text(self, report: Report) -> str:
        return Truncator(report.what_is_wrong).chars(200)

    def save_model(self, request: HttpRequest, report: Report, form: ModelForm, change: bool) -> None:
        if "status" in form.changed_data:
            report.decide(report.status)
        super().save_model(request, report, form, change)

    @admin.action(description="Accept", permissions=["change"])
    def accept(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        self._decide(request, reports, ReportStatus.ACCEPTED)

    @admin.action(description="Decline", permissions=["change"])
    def decline(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        self._decide(request, reports, ReportStatus.DECLINED)

    @admin.action(description="Call it spam", permissions=["change"])
    def call_spam(self, request: HttpRequest, reports: QuerySet[Report]) -> None:
        self._decide(request, reports, ReportStatus.SPAM)

    def _decide(self, request: HttpRequest, reports: QuerySet[Report], status: ReportStatus) -> None:
        for report in reports:
            report.decide(status)
            report.save(update_fields=["status", "decided_at"])
            self.log_change(request, report, f"Now {status.label}.")
        self.message_user(request, f"Now {status.label}: {len(reports)}.", messages.SUCCESS)
