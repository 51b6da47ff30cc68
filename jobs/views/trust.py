"""How adverts are kept honest: the page that says so, and the form for readers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_safe

from jobs.models import PUBLIC, Job, JobReport
from jobs.trust.form import JobReportForm
from jobs.trust.reported import take
from jobs.trust.stated import limits, stated_rules
from roles.feedback.limits import not_now
from roles.feedback.senders import sender_code
from roles.structured_data import pages
from roles.words import duration


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """One query."""
    context = {
        **limits(),
        "rules": stated_rules(),
        "json_ld": pages.of_words("Honest adverts", reverse("trust:rules")),
    }
    return render(request, "jobs/trust.html", context)


@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, key: int) -> HttpResponse:
    """Like /feedback/ it has a token and a cookie, because it writes."""
    job = get_object_or_404(Job.objects.select_related("company"), pk=key, status__in=PUBLIC)
    form = JobReportForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _form_page(request, job, form)
    if form.is_by_a_program:
        return _thanks(key)
    return _take(request, job, form)


@cache_control(no_store=True)
@require_safe
def thanks(request: HttpRequest, key: int) -> HttpResponse:
    """Says nothing of the job: it may have been taken off by the report."""
    return render(request, "jobs/reported.html")


def _take(request: HttpRequest, job: Job, form: JobReportForm) -> HttpResponse:
    now = timezone.now()
    sender = sender_code(request, timezone.localdate(now))
    wait = JobReport.objects.wait(sender, now)
    if wait:
        return not_now(_form_page(request, job, form, wait=duration(wait)), wait)
    take(job, form.cleaned_data["complaint"], form.cleaned_data["words"], sender, now)
    return _thanks(job.pk)


def _form_page(request: HttpRequest, job: Job, form: JobReportForm, **more: Any) -> HttpResponse:
    """Any: words of the template."""
    return render(request, "jobs/report.html", {"job": job, "form": form, "sets_a_cookie": True, **more})


def _thanks(key: int) -> HttpResponse:
    return redirect("trust:thanks", key=key)
