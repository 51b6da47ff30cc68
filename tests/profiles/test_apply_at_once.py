"""Two at once: one application, whatever comes first. On PostgreSQL, where two really write at once."""

import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from jobs.models import Closing, Job
from profiles.applying import applications
from profiles.applying.drafts import prepare
from profiles.applying.states import By, State
from profiles.models import Application, ApplicationCopy, ApplicationEvent, Consent, Profile
from tests.factories import JobFactory, ProfileFactory
from tests.profiles.applied import filled, job_here, sent

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one write at a time."),
]

MANY = 6


@pytest.fixture
def applicant() -> Profile:
    return filled(ProfileFactory(user__email="asha@example.org"))


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Each in a thread with a connection of its own, started together; what each returned or raised."""
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> object:
        try:
            start.wait()
            return act()
        except applications.JobClosed as closed:
            return closed
        except applications.NotAllowed as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_many_clicks_at_once_make_one_application_and_one_mail(applicant, mailoutbox):
    job = job_here("jobs@acme.example")
    digest = prepare(applicant, job, "two", []).digest

    def click() -> str:
        client = Client()
        client.force_login(applicant.user)
        return client.post(f"/profile/applications/new/{job.pk}/send/", {"digest": digest})["Location"]

    receipts = at_once(*[click] * MANY)
    application = Application.objects.get()
    assert receipts == [f"/profile/applications/{application.pk}/"] * MANY
    assert (ApplicationCopy.objects.count(), ApplicationEvent.objects.count()) == (1, 1)
    assert ApplicationCopy.objects.get().delivery == "mailed"
    assert len(mailoutbox) == 1


def test_applying_again_at_once_makes_one_copy_more(applicant):
    job = job_here()
    applications.withdraw(sent(applicant, job))
    digest = prepare(applicant, job, "one", []).digest
    at_once(*[lambda: applications.apply_for(applicant, job.pk, digest)] * MANY)
    assert Application.objects.get().status == "sent"
    assert ApplicationCopy.objects.count() == 2
    assert ApplicationEvent.objects.count() == 3


def test_two_jobs_at_once_are_two_applications_and_one_consent(applicant):
    jobs = [job_here(), job_here()]
    digests = [prepare(applicant, job, "two", []).digest for job in jobs]
    at_once(
        *(
            lambda job=job, digest=digest: applications.apply_for(applicant, job.pk, digest)
            for job, digest in zip(jobs, digests, strict=True)
        )
    )
    assert Application.objects.count() == 2
    assert Consent.objects.current(applicant.user).filter(purpose="apply").count() == 1


def test_many_notes_at_once_are_one(applicant):
    job = JobFactory(apply_url="https://acme.example/7")
    notes = at_once(*[lambda: applications.note(applicant, job.pk)] * MANY)
    assert {note.pk for note in notes} == {Application.objects.get().pk}
    assert ApplicationCopy.objects.count() == 1


def test_a_job_that_is_being_closed_takes_nothing(applicant):
    """Whoever closes it has the row; sending waits for it, and then sees what became of it."""
    job = job_here()
    digest = prepare(applicant, job, "two", []).digest
    has_begun = threading.Event()

    def apply() -> object:
        try:
            has_begun.set()
            return applications.apply_for(applicant, job.pk, digest)
        except applications.JobClosed as closed:
            return closed
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            locked = Job.objects.select_for_update().get(pk=job.pk)
            outcome = other.submit(apply)
            assert has_begun.wait(10)
            locked.close(Closing.EDITOR, timezone.now())
            locked.save()
        assert isinstance(outcome.result(30), applications.JobClosed)
    assert not Application.objects.exists()


def test_withdrawing_and_answering_at_once_leave_one_history(applicant):
    application = sent(applicant, job_here())
    at_once(
        lambda: applications.withdraw(application),
        lambda: applications.move(application, State.SEEN, By.DESK),
        lambda: applications.withdraw(application),
    )
    application.refresh_from_db()
    assert application.status == "withdrawn"
    walk = list(ApplicationEvent.objects.order_by("pk").values_list("before", "after"))
    assert walk[0] == ("", "sent")
    assert all(earlier[1] == later[0] for earlier, later in itertools.pairwise(walk))
    assert walk[-1][1] == "withdrawn"
