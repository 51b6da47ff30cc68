"""Mails about applications: what stands in them, and what happens where one fails."""

import pytest
from django.core import mail

from jobs.models import Company
from profiles.applying import applications
from profiles.applying.mails import deliver, tell_person
from profiles.applying.states import By, State
from profiles.models import Application, ApplicationCopy
from tests.factories import ApplicationCopyFactory, ApplicationFactory, JobFactory, JobQuestionFactory
from tests.profiles.applied import filled, job_here, look, send, sent

pytestmark = pytest.mark.django_db

EMPLOYER = "jobs@acme.example"


@pytest.fixture
def applicant(profile):
    return filled(profile)


@pytest.fixture
def certain(django_capture_on_commit_callbacks):
    """`with certain(): …`: what waits for the commit is done after the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def no_mail_goes_out(monkeypatch):
    def fails(*_: object) -> int:
        raise ConnectionRefusedError("asha@example.org isn't taken")

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fails)


def test_the_employer_gets_what_was_looked_at_and_no_score(owner, applicant, certain):
    job = job_here(EMPLOYER)
    JobQuestionFactory(job=job, words="When can you start?", pk=7)
    JobQuestionFactory(job=job, words="Anything else?", is_required=False, pk=8)
    with certain():
        send(owner, job, look(owner, job, question_7="In two weeks & a day"))
    [sent_mail] = mail.outbox
    copy = ApplicationCopy.objects.get()
    assert (sent_mail.to, sent_mail.reply_to) == ([EMPLOYER], ["asha@example.org"])
    assert sent_mail.subject == "Application: Data Analyst, Asha Rao"
    for words in (
        "When can you start?\nIn two weeks & a day",
        "Anything else?\n(no answer)",
        "Telephone: +91 98765 43210",
        job.get_absolute_url(),
    ):
        assert words in sent_mail.body
    assert sent_mail.attachments == [("Asha-Rao-resume.pdf", copy.pdf, "application/pdf")]
    assert copy.score is not None
    for secret in ("score", "fit", str(copy.score) + " of", "100"):
        assert secret not in sent_mail.body.lower()
    assert (copy.delivery, copy.recipient) == ("mailed", EMPLOYER)
    assert copy.mailed_at is not None


def test_nothing_is_mailed_before_it_is_certain_and_nothing_twice(owner, applicant, certain):
    job = job_here(EMPLOYER)
    digest = look(owner, job)
    with certain():
        send(owner, job, digest)
        assert mail.outbox == []
        send(owner, job, digest)
    assert len(mail.outbox) == 1
    assert not deliver(ApplicationCopy.objects.get().pk)
    assert len(mail.outbox) == 1


def test_it_goes_where_the_page_said_whatever_the_company_says_since(applicant, certain):
    job = job_here(EMPLOYER)
    with certain():
        sent(applicant, job)
        Company.objects.update(applications_email="other@acme.example")
    assert mail.outbox[0].to == [EMPLOYER]


def test_a_mail_that_fails_loses_nothing_and_is_seen(owner, applicant, certain, no_mail_goes_out, caplog):
    with certain():
        receipt = send(owner, job := job_here(EMPLOYER), look(owner, job))["Location"]
    copy = ApplicationCopy.objects.get()
    assert (copy.delivery, copy.mailed_at) == ("failed", None)
    assert Application.objects.get().status == "sent"
    assert "our editors see that it waits" in owner.get(receipt).content.decode()
    assert f"mail about application {copy.application_id} failed: ConnectionRefusedError" in caplog.text
    assert "asha" not in caplog.text


def test_a_failed_mail_is_sent_again(applicant):
    copy = ApplicationCopyFactory(delivery="failed", recipient=EMPLOYER, number=1)
    assert deliver(copy.pk)
    copy.refresh_from_db()
    assert copy.delivery == "mailed"


@pytest.mark.parametrize("name", ["Asha\nBcc: all@example.org", "Äśhā Rāo", "आशा", "x" * 300])
def test_a_name_cannot_write_a_header(name):
    copy = ApplicationCopyFactory(
        delivery="waiting", recipient=EMPLOYER, contact={"name": name, "email": "a@b.example"}
    )
    assert deliver(copy.pk)
    [message] = mail.outbox
    assert "\n" not in message.subject
    assert message.recipients() == [EMPLOYER]
    assert message.attachments[0][0].endswith("resume.pdf")
    assert message.message().as_bytes()


def test_what_is_withdrawn_before_it_went_out_does_not_go(applicant, certain):
    with certain():
        applications.withdraw(sent(applicant, job_here(EMPLOYER)))
    assert mail.outbox == []
    assert ApplicationCopy.objects.get().delivery == "waiting"


def test_the_employer_is_told_of_a_withdrawal(applicant, certain):
    with certain():
        application = sent(applicant, job_here(EMPLOYER))
    with certain():
        applications.withdraw(application)
        applications.withdraw(application)
    [_, told] = mail.outbox
    assert told.to == [EMPLOYER]
    assert told.subject == "Withdrawn: Data Analyst, Asha Rao"
    assert "Please delete that mail" in told.body


@pytest.mark.parametrize(
    ("path", "sent_with_it"),
    [
        ("privacy/profile/withdraw/", {}),
        ("privacy/apply/withdraw/", {}),
        ("delete/", {"confirmation": "a long password"}),
    ],
)
def test_who_goes_has_the_employer_told(owner, applicant, certain, path, sent_with_it):
    with certain():
        sent(applicant, job_here(EMPLOYER))
        applications.note(applicant, JobFactory(apply_url="https://x.example/1").pk)
    mail.outbox.clear()
    with certain():
        assert owner.post(f"/profile/{path}", sent_with_it).status_code == 302
    [told] = mail.outbox
    assert (told.to, told.subject) == ([EMPLOYER], "Withdrawn: Data Analyst, Asha Rao")


def test_at_the_desk_nobody_is_mailed_of_a_withdrawal(applicant, certain):
    with certain():
        applications.withdraw(sent(applicant, job_here()))
    assert mail.outbox == []


def test_the_person_is_told_that_something_changed_and_nothing_more(applicant, certain):
    application = sent(applicant, job_here())
    with certain():
        applications.move(application, State.SHORTLISTED, By.DESK, "Come on Monday, Asha")
    [told] = mail.outbox
    assert told.to == ["asha@example.org"]
    assert f"/profile/applications/{application.pk}/" in told.body
    assert "Data Analyst" in told.subject
    for word in ("Asha", "Monday", "shortlisted", "Acme"):
        assert word not in told.body + told.subject


def test_a_title_of_several_lines_writes_no_header_and_a_lost_mail_no_error(no_mail_goes_out, caplog):
    application = ApplicationFactory(title="Data\nBcc: all@example.org")
    tell_person(application.pk)
    tell_person(application.pk + 1)
    assert "ConnectionRefusedError" in caplog.text


def test_the_person_needs_no_mail_of_what_they_do_themselves(applicant, certain):
    application = ApplicationFactory(profile=applicant, way="elsewhere", status="noted")
    with certain():
        applications.move(application, State.HIRED, By.YOU)
    assert mail.outbox == []
