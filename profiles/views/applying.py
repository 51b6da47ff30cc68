"""The way to an application: choose and answer, look at all of it, send it."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobs.addresses import apply_path, host
from jobs.models import PUBLIC, Job
from profiles.applying.applications import MOST_A_DAY, Changed, JobClosed, TooMany, apply_for, note
from profiles.applying.drafts import can_be_tailored, is_current, prepare, questions_of
from profiles.applying.questions import ApplyForm, typed_again
from profiles.documents.files import NoFileError
from profiles.models import Application, ApplicationDraft, Profile
from profiles.notices import NOTICES, Purpose
from profiles.sections import KeyConverter
from profiles.views.applications import pdf
from profiles.views.overview import EDIT
from profiles.views.private import of_profile, own_page, posted

NO_FILE = "The résumé could not be made just now. Nothing was sent. Try again in a minute."


@of_profile
@require_http_methods(EDIT)
def new(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Which résumé, and the employer's questions; or a note of what is sent on the employer's own page."""
    job = _job(KeyConverter.read(request.GET.get("job", "")))
    if held := _held(profile, job):
        return _to_receipt(held)
    if not _takes(job):
        return _closed(request, job)
    if not job.takes_applications:
        return own_page(request, "applications/elsewhere", job=job, host=host(job.apply_url))
    if not profile.name:
        return own_page(request, "applications/nameless", job=job, back=apply_path(job.pk))
    form = _form(job, posted(request), _draft(profile, job))
    if not form.is_valid():
        return _form_page(request, job, form)
    try:
        prepare(profile, job, form.cleaned_data["variant"], form.answers)
    except NoFileError:
        form.add_error(None, NO_FILE)
        return _form_page(request, job, form)
    return redirect("applications:review", job.pk)


@of_profile
@require_safe
def review(request: HttpRequest, profile: Profile, job: int) -> HttpResponse:
    """Exactly what will be sent, from the rows that will be. Where something changed since: the form again."""
    opening = _job(job)
    if held := _held(profile, opening):
        return _to_receipt(held)
    if not _takes(opening):
        return _closed(request, opening)
    draft = _draft(profile, opening)
    if draft is None or not is_current(draft, profile, opening):
        return redirect(apply_path(job))
    return _review_page(request, opening, draft)


@of_profile
@require_safe
def resume(request: HttpRequest, profile: Profile, job: int) -> HttpResponse:
    draft = ApplicationDraft.objects.filter(profile=profile, job=job).first()
    if draft is None:
        raise Http404("Nothing is looked at.")
    return pdf(draft.pdf, profile.name)


@of_profile
@require_POST
def send(request: HttpRequest, profile: Profile, job: int) -> HttpResponse:
    """A second click comes to the receipt of the first."""
    opening = _job(job, profile)
    try:
        return _to_receipt(apply_for(profile, job, request.POST.get("digest", "")))
    except JobClosed:
        return _closed(request, opening)
    except TooMany:
        page = own_page(request, "applications/too_many", most=MOST_A_DAY)
        page.status_code = 429
        return page
    except Changed:
        return _look_again(request, profile, opening)


@of_profile
@require_POST
def note_elsewhere(request: HttpRequest, profile: Profile, job: int) -> HttpResponse:
    opening = _job(job, profile)
    try:
        return _to_receipt(note(profile, job))
    except JobClosed:
        return _closed(request, opening)


def _look_again(request: HttpRequest, profile: Profile, job: Job) -> HttpResponse:
    """The same choices with what profile and advert say now, to be looked at anew; the form where the questions are
    others now."""
    draft = _draft(profile, job)
    form = _form(job, typed_again(draft.variant, draft.answers)) if draft else None
    if form is None or not form.is_valid():
        return redirect(apply_path(job.pk))
    try:
        draft = prepare(profile, job, form.cleaned_data["variant"], form.answers)
    except NoFileError:
        return redirect(apply_path(job.pk))
    page = _review_page(request, job, draft, has_changed=True)
    page.status_code = 409
    return page


def _review_page(request: HttpRequest, job: Job, draft: ApplicationDraft, *, has_changed: bool = False) -> HttpResponse:
    notice = NOTICES[Purpose.APPLY]
    return own_page(
        request,
        "applications/review",
        job=job,
        draft=draft,
        notice=notice,
        has_changed=has_changed,
        change=apply_path(job.pk),
    )


def _form(job: Job, typed: object, draft: ApplicationDraft | None = None) -> ApplyForm:
    """typed: Django's QueryDict, or what would be in it."""
    initial = typed_again(draft.variant, draft.answers) if draft else {}
    return ApplyForm(questions_of(job), can_be_tailored(job), typed, initial=initial)


def _form_page(request: HttpRequest, job: Job, form: ApplyForm) -> HttpResponse:
    return own_page(request, "applications/new", job=job, form=form, action=apply_path(job.pk))


def _closed(request: HttpRequest, job: Job) -> HttpResponse:
    page = own_page(request, "applications/closed", job=job)
    page.status_code = 409 if request.method == "POST" else 200
    return page


def _job(key: int | None, profile: Profile | None = None) -> Job:
    """One that readers may see, or that this person saw: what they looked at before it was taken off, or applied to."""
    is_seen = Q(status__in=PUBLIC)
    for model in (Application, ApplicationDraft) if profile else ():
        is_seen |= Q(pk__in=model.objects.filter(profile=profile).values("job"))
    job = Job.objects.select_related("company").filter(is_seen, pk=key).first() if key else None
    if job is None:
        raise Http404("No such opening.")
    return job


def _takes(job: Job) -> bool:
    return job.is_open_at(timezone.now()) and bool(job.takes_applications or host(job.apply_url))


def _held(profile: Profile, job: Job) -> Application | None:
    """The application that there is, unless it was withdrawn."""
    held = Application.objects.of(profile).filter(job=job).first()
    return held if held and not held.is_withdrawn else None


def _draft(profile: Profile, job: Job) -> ApplicationDraft | None:
    """Without the file, which a page only links to."""
    return ApplicationDraft.objects.filter(profile=profile, job=job).defer("resume").first()


def _to_receipt(application: Application) -> HttpResponse:
    return redirect(reverse("applications:receipt", args=[application.pk]))
