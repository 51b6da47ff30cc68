import datetime
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from roles.feedback.form import ReportForm
from roles.feedback.limits import not_now
from roles.feedback.pages import page_of
from roles.feedback.senders import sender_code
from roles.models import Report
from roles.words import duration


@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest) -> HttpResponse:
    """The one public page with a token and a cookie, because it is the one that writes."""
    if request.method != "POST":
        about = {name: request.GET.get(name, "") for name in ("page", "fact")}
        return _form_page(request, ReportForm(initial=about))
    report = ReportForm(request.POST)
    if not report.is_valid():
        return _form_page(request, report)
    if report.is_by_a_program:
        # Not kept as spam: a program could fill the table, and use up what is taken from readers in an hour.
        return _thanks(report)
    return _take(request, report)


@cache_control(no_store=True)
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    return render(request, "feedback/thanks.html", {"page": page_of(request.GET.get("page", ""))})


def _take(request: HttpRequest, report: ReportForm) -> HttpResponse:
    """Five queries."""
    now = timezone.now()
    sender = sender_code(request, timezone.localdate(now))
    wait = Report.objects.wait(sender, now)
    if wait:
        return _too_many(request, report, wait)
    Report.objects.forget_senders(now)
    Report.objects.create(**report.said(), sender=sender, sent_at=now)
    return _thanks(report)


def _form_page(request: HttpRequest, report: ReportForm, **more: str) -> HttpResponse:
    return render(request, "feedback/form.html", {"form": report, "sets_a_cookie": True, **more})


def _too_many(request: HttpRequest, report: ReportForm, wait: datetime.timedelta) -> HttpResponse:
    return not_now(_form_page(request, report, wait=duration(wait)), wait)


def _thanks(report: ReportForm) -> HttpResponse:
    query = urlencode({"page": report.cleaned_data["page"]})
    return redirect(f"{reverse('feedback:thanks')}?{query}")
