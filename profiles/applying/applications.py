"""The only writers of applications. Each change has its line in the history."""

import datetime
from functools import partial

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from jobs.models import Job
from profiles.applying.drafts import is_current
from profiles.applying.freezing import advert_of, fit_of
from profiles.applying.mails import deliver, send, tell_person, withdrawal_of
from profiles.applying.states import FIRST, By, Delivery, State, Way, next_states
from profiles.models import Application, ApplicationCopy, ApplicationDraft, ApplicationEvent, Consent, Profile
from profiles.notices import Purpose, version_of

MOST_A_DAY = 50  # to employers; who sends more reads none of their adverts
DAY = datetime.timedelta(days=1)


class JobClosed(Exception):
    """It takes no applications any more."""


class Changed(Exception):
    """What would be sent isn't what was looked at, or nothing was looked at yet."""


class TooMany(Exception):
    """So many were sent within a day."""


class NotAllowed(Exception):
    """It can't go from where it is to there. Says so in a sentence."""


@transaction.atomic
def apply_for(profile: Profile, job_key: int, digest: str) -> Application:
    """Send what was looked at under this digest. Whoever sends again gets the application that there is, until they
    withdraw it. Raises JobClosed, Changed, TooMany."""
    job = _locked(job_key)
    held = _held(profile, job)
    if held and not held.is_withdrawn:
        return held
    now = timezone.now()
    if not (job.takes_applications and job.is_open_at(now)):
        raise JobClosed
    draft = ApplicationDraft.objects.filter(profile=profile, job=job).first()
    if draft is None or draft.digest != digest or not is_current(draft, profile, job):
        raise Changed
    if _sent_lately(profile, now) >= MOST_A_DAY:
        raise TooMany
    Consent.objects.give(profile.user, Purpose.APPLY)
    application = _entered(profile, job, Way.HERE, held, now)
    copy = _copied(application, now, notice_version=version_of(Purpose.APPLY), **draft.frozen())
    draft.delete()
    if copy.delivery == Delivery.WAITING:
        transaction.on_commit(partial(deliver, copy.pk))
    return application


@transaction.atomic
def note(profile: Profile, job_key: int) -> Application:
    """That somebody applied on the employer's own page; whoever notes it again gets the note that there is. Raises
    JobClosed."""
    job = _locked(job_key)
    held = _held(profile, job)
    if held and not held.is_withdrawn:
        return held
    now = timezone.now()
    if job.takes_applications or not (job.apply_url and job.is_open_at(now)):
        raise JobClosed
    application = _entered(profile, job, Way.ELSEWHERE, held, now)
    fit = fit_of(profile, profile.facts(), job)
    _copied(application, now, delivery=Delivery.ELSEWHERE, advert=advert_of(job), **fit)
    return application


def withdraw(application: Application, words: str = "") -> Application:
    """By its owner. Twice is once."""
    with transaction.atomic():
        application = Application.objects.select_for_update().select_related("profile__user").get(pk=application.pk)
        if application.is_withdrawn:
            return application
        _moved(application, State.WITHDRAWN, By.YOU, words)
        if message := withdrawal_of(application):
            transaction.on_commit(partial(send, message, application.pk))
        if not _is_any_left(application.profile):
            Consent.objects.withdraw(application.profile.user, Purpose.APPLY)
    return application


def withdraw_all(profile: Profile) -> None:
    """What was sent here; notes of what was sent elsewhere stay."""
    for application in Application.objects.of(profile).filter(way=Way.HERE).exclude(status=State.WITHDRAWN):
        withdraw(application)
    ApplicationDraft.objects.filter(profile=profile).delete()


@transaction.atomic
def move(application: Application, to: State, by: By, words: str = "") -> Application:
    """An employer's answer. The person is told by mail if it isn't they who say so. Raises NotAllowed."""
    application = Application.objects.select_for_update().get(pk=application.pk)
    if to not in next_states(application.way, application.status, by):
        raise NotAllowed(f"It is {application.get_status_display()}, and can’t become {State(to).label} from there.")
    _moved(application, to, by, words)
    if by != By.YOU:
        transaction.on_commit(partial(tell_person, application.pk))
    return application


def _locked(key: int) -> Job:
    """The job, which nobody closes or changes until this is done. Raises JobClosed where there is none."""
    jobs = Job.objects.select_related("company").select_for_update(of=("self",), no_key=True)
    job = jobs.filter(pk=key).first()
    if job is None:
        raise JobClosed
    return job


def _held(profile: Profile, job: Job) -> Application | None:
    return Application.objects.select_for_update().filter(profile=profile, job=job).first()


def _entered(profile: Profile, job: Job, way: Way, held: Application | None, now: datetime.datetime) -> Application:
    """A new one, or the one that was withdrawn. The database holds one of a person and a job."""
    application = held or Application(profile=profile, job=job)
    before = application.status if held else ""
    application.title, application.company_name = job.title, job.company.name
    application.way, application.status = way, FIRST[way]
    application.applied_at = application.changed_at = now
    application.save()
    ApplicationEvent.objects.create(application=application, before=before, after=application.status, by=By.YOU, at=now)
    return application


def _copied(application: Application, now: datetime.datetime, **frozen: object) -> ApplicationCopy:
    last = application.copies.aggregate(last=Max("number"))["last"] or 0
    return ApplicationCopy.objects.create(application=application, number=last + 1, sent_at=now, **frozen)


def _moved(application: Application, to: State, by: By, words: str) -> None:
    before, now = application.status, timezone.now()
    application.status, application.changed_at = to, max(now, application.applied_at)
    application.save(update_fields=["status", "changed_at"])
    ApplicationEvent.objects.create(application=application, before=before, after=to, by=by, note=words, at=now)


def _sent_lately(profile: Profile, now: datetime.datetime) -> int:
    copies = ApplicationCopy.objects.exclude(delivery=Delivery.ELSEWHERE)
    return copies.filter(application__profile=profile, sent_at__gt=now - DAY).count()


def _is_any_left(profile: Profile) -> bool:
    sent = Application.objects.of(profile).filter(way=Way.HERE)
    return sent.exclude(status=State.WITHDRAWN).exists()
