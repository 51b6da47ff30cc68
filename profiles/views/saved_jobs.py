"""Jobs that a person saved. What is to be saved is shown first: nothing changes by a link."""

import re

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobs.models import PUBLIC, Job
from profiles.forms.saved import SavedJobForm
from profiles.models import Profile, SavedJob
from profiles.sections import KeyConverter
from profiles.views.overview import EDIT
from profiles.views.private import of_profile, own_page, posted

PER_PAGE = 50


@of_profile
@require_safe
def saved(request: HttpRequest, profile: Profile) -> HttpResponse:
    rows = Paginator(SavedJob.objects.of(profile).listed(), PER_PAGE).get_page(request.GET.get("page"))
    return own_page(request, "saved", rows=rows)


@of_profile
@require_http_methods(EDIT)
def save(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Where it is saved already, its note is changed."""
    job = _asked_for(request)
    found = SavedJob.objects.of(profile).filter(job=job).first()
    row = found or SavedJob(profile=profile, job=job, title=job.title, company=job.company.name)
    form = SavedJobForm(posted(request), instance=row)
    if form.is_valid():
        form.save()
        return redirect("profiles:saved")
    return own_page(request, "saved_job", form=form, saved=row, is_new=found is None)


@of_profile
@require_http_methods(EDIT)
def edit(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    row = get_object_or_404(SavedJob.objects.of(profile).select_related("job"), pk=key)
    form = SavedJobForm(posted(request), instance=row)
    if form.is_valid():
        form.save()
        return redirect("profiles:saved")
    return own_page(request, "saved_job", form=form, saved=row, is_new=False)


@of_profile
@require_POST
def remove(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    get_object_or_404(SavedJob.objects.of(profile), pk=key).delete()
    return redirect("profiles:saved")


def _asked_for(request: HttpRequest) -> Job:
    """Raises Http404 for what readers don't see."""
    given = request.POST.get("job", "") if request.method == "POST" else request.GET.get("job", "")
    if not re.fullmatch(KeyConverter.regex, given):
        raise Http404("No such job.")
    return get_object_or_404(Job.objects.select_related("company"), pk=int(given), status__in=PUBLIC)
