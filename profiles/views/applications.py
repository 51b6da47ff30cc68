"""A person's applications: the list, each one's receipt and history, withdrawing. One of somebody else isn't there."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jobs.addresses import apply_path, host
from jobs.models import PUBLIC
from profiles.applying import applications
from profiles.applying.answers import AnswerForm
from profiles.applying.listing import Listed, applications_of, counts
from profiles.applying.listing import as_csv as csv_of
from profiles.applying.states import By, State, next_states
from profiles.documents.downloads import named_after
from profiles.file_answer import as_file
from profiles.models import Application, ApplicationCopy, Profile
from profiles.views.overview import EDIT
from profiles.views.private import of_profile, own_page

A_PAGE = 50


@of_profile
@require_safe
def listed(request: HttpRequest, profile: Profile) -> HttpResponse:
    """Six queries. An unknown state means all."""
    state = _state(request)
    page = Paginator(applications_of(profile, state), A_PAGE).get_page(request.GET.get("page"))
    return own_page(
        request,
        "applications/list",
        rows=[Listed.of(each) for each in page],
        page=page,
        state=state,
        counts=counts(profile),
    )


@of_profile
@require_safe
def as_csv(request: HttpRequest, profile: Profile) -> HttpResponse:
    """All of them, or those of a state."""
    rows = map(Listed.of, applications_of(profile, _state(request)))
    name = f"applications-{timezone.localdate():%Y-%m-%d}.csv"
    return as_file(csv_of(rows), "text/csv; charset=utf-8; header=present", name)


@of_profile
@require_safe
def receipt(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    """Six queries."""
    return _receipt_page(request, _own(profile, key), None)


@of_profile
@require_safe
def resume(request: HttpRequest, profile: Profile, key: int, number: int) -> HttpResponse:
    """As it was sent that time."""
    copies = ApplicationCopy.objects.filter(application__profile=profile, application=key, resume__isnull=False)
    copy = get_object_or_404(copies, number=min(number, 32_767))
    return pdf(copy.pdf, copy.contact.get("name", ""))


@of_profile
@require_POST
def answer(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    """What an employer answered who takes applications elsewhere: only its owner hears of it."""
    application = _own(profile, key)
    form = AnswerForm(_answers(application), request.POST)
    if not form.is_valid():
        return _receipt_page(request, application, form)
    try:
        applications.move(application, State(form.cleaned_data["to"]), By.YOU, form.cleaned_data["words"])
    except applications.NotAllowed as refusal:
        form.add_error("to", str(refusal))
        return _receipt_page(request, application, form)
    return redirect("applications:receipt", key)


@of_profile
@require_http_methods(EDIT)
def withdrawal(request: HttpRequest, profile: Profile, key: int) -> HttpResponse:
    """Asks before it does."""
    application = _own(profile, key)
    if request.method == "POST":
        applications.withdraw(application)
    if request.method == "POST" or application.is_withdrawn:
        return redirect("applications:receipt", key)
    return own_page(request, "applications/withdraw", application=application)


def pdf(body: bytes, name: str) -> HttpResponse:
    """name: of the person."""
    return as_file(body, "application/pdf", named_after(name, "pdf"), is_shown=True)


def _receipt_page(request: HttpRequest, application: Application, form: AnswerForm | None) -> HttpResponse:
    answers = _answers(application)
    copies = list(application.copies.defer("resume"))
    return own_page(
        request,
        "applications/receipt",
        application=application,
        listed=Listed.of(application),
        copy=copies[0] if copies else None,
        older=copies[1:],
        host=host(copies[0].advert.get("apply_url", "")) if copies else "",
        events=application.events.all(),
        form=form or (AnswerForm(answers) if answers else None),
        again=_again(application),
        has_page=application.job is not None and application.job.status in PUBLIC,
    )


def _again(application: Application) -> str:
    """Where to apply once more, for one that was withdrawn while the job is still open."""
    job = application.job
    return apply_path(job.pk) if application.is_withdrawn and job and job.is_open_at(timezone.now()) else ""


def _answers(application: Application) -> list[State]:
    """That its owner may note."""
    states = next_states(application.way, application.status, By.YOU)
    return [state for state in states if state != State.WITHDRAWN]


def _own(profile: Profile, key: int) -> Application:
    application = applications_of(profile).filter(pk=key).first()
    if application is None:
        raise Http404("No such application.")
    return application


def _state(request: HttpRequest) -> str:
    asked = request.GET.get("state", "")
    return asked if asked in State.values else ""
