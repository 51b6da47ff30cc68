"""A person's résumé: what is on it, and its files; as it is, and in the order that a job asks for."""

import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from jobs.models import Job
from profiles.documents.downloads import ResumeFile, named_after
from profiles.documents.files import NoFileError
from profiles.documents.preview import preview
from profiles.documents.variants import facts_for, variant_for
from profiles.facts import ProfileFacts
from profiles.file_answer import as_file
from profiles.models import Profile
from profiles.pace import Pace
from profiles.views.private import of_profile, own_page
from roles.feedback.limits import not_now
from roles.words import duration

PACE = Pace("resume", 40, datetime.timedelta(minutes=10))  # pages and files, each of which is set anew
NO_FILE = 503


@of_profile
@require_safe
def resume(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Eleven queries."""
    return _page(request, profile.facts())


@of_profile
@require_safe
def resume_for_job(request: HttpRequest, profile: Profile, job: int) -> HttpResponse:
    """Seventeen queries at most. A job that isn't open isn't there."""
    target, facts = _job(job), profile.facts()
    variant = variant_for(facts, target)
    return _page(request, variant.facts, job=target, variant=variant)


@of_profile
@require_safe
def resume_file(request: HttpRequest, profile: Profile, file: ResumeFile) -> HttpResponse:
    return _download(request, profile.facts(), file)


@of_profile
@require_safe
def resume_for_job_file(request: HttpRequest, profile: Profile, job: int, file: ResumeFile) -> HttpResponse:
    return _download(request, facts_for(profile.facts(), _job(job)), file)


def _job(key: int) -> Job:
    return get_object_or_404(Job.objects.open().select_related("company"), pk=key)


def _page(request: HttpRequest, facts: ProfileFacts, **context: object) -> HttpResponse:
    wait = PACE.wait(request.user.pk)
    if wait:
        return _not_now(request, wait, **context)
    try:
        look = preview(facts)
    except NoFileError:
        return _no_file(request, **context)
    return own_page(request, "resume", facts=facts, look=look, **context)


def _download(request: HttpRequest, facts: ProfileFacts, file: ResumeFile) -> HttpResponse:
    wait = PACE.wait(request.user.pk)
    if wait:
        return _not_now(request, wait)
    try:
        body = file.make(facts)
    except NoFileError:
        return _no_file(request)
    return as_file(body, file.content_type, named_after(facts.contact.name, file.ending))


def _not_now(request: HttpRequest, wait: datetime.timedelta, **context: object) -> HttpResponse:
    return not_now(own_page(request, "resume", wait=duration(wait), **context), wait)


def _no_file(request: HttpRequest, **context: object) -> HttpResponse:
    response = own_page(request, "resume", has_failed=True, **context)
    response.status_code = NO_FILE
    return response
