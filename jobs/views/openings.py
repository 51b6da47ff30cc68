from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from jobs import opening_data, wording
from jobs.addresses import LISTING, TRUST
from jobs.models import PUBLIC, Job
from jobs.opening import Opening, get_opening, is_long_closed

TEMPLATE, GONE = "jobs/detail.html", "jobs/gone.html"


@require_safe
def detail(request: HttpRequest, key: int) -> HttpResponse:
    """An open job, or one that closed lately; 410 for one that closed long ago. Seven queries."""
    job = find_opening(key)
    if job is None or job.status not in PUBLIC:
        raise Http404(f"No opening {key}.")
    path = job.get_absolute_url()
    if request.path != path:
        return redirect(path, permanent=True)
    opening = get_opening(job)
    if is_long_closed(job, timezone.localdate()):
        return render(request, GONE, opening_page(opening), status=410)
    return render(request, TEMPLATE, opening_page(opening))


def find_opening(key: int) -> Job | None:
    """In any state. One query."""
    return Job.objects.select_related("company", "role__experience_source").filter(pk=key).first()


def opening_page(opening: Opening) -> dict[str, object]:
    """The template's words."""
    return {
        "opening": opening,
        "job": opening.job,
        "title": wording.title(opening),
        "description": wording.description(opening),
        "json_ld": opening_data.opening(opening) if opening.is_indexable else None,
        "listing": LISTING,
        "trust": TRUST,
    }
