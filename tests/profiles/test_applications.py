"""What was sent: withdrawn and sent again, noted elsewhere, its receipt, the list, and whose it is."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from jobs.models import Job, JobQuestion
from profiles.applying import applications, drafts
from profiles.models import Application, ApplicationCopy, ApplicationDraft, ApplicationEvent, Consent, ProfileSkill
from tests.factories import (
    ApplicationCopyFactory,
    ApplicationDraftFactory,
    ApplicationEventFactory,
    ApplicationFactory,
    JobFactory,
    JobQuestionFactory,
    ProfileFactory,
)
from tests.profiles.applied import filled, job_here, look, send, sent
from tests.prose import faults

pytestmark = pytest.mark.django_db

CLOSED = {"status": "closed", "closed_at": timezone.now(), "closed_because": "gone"}


@pytest.fixture
def applicant(profile):
    return filled(profile)


@pytest.fixture
def job(db) -> Job:
    return job_here()


def history(application: Application) -> list[tuple[str, str, str]]:
    return list(application.events.order_by("pk").values_list("before", "after", "by"))


# --- Withdrawing, and again


def test_withdrawn_and_sent_again_it_keeps_both_copies(owner, applicant, job):
    receipt = send(owner, job, look(owner, job, variant="two"))["Location"]
    assert "Withdraw this application?" in owner.get(f"{receipt}withdraw/").content.decode()
    assert Application.objects.get().status == "sent"
    for _ in range(2):
        assert owner.post(f"{receipt}withdraw/")["Location"] == receipt
    assert owner.get(f"{receipt}withdraw/")["Location"] == receipt
    assert "Apply again" in owner.get(receipt).content.decode()
    assert send(owner, job, look(owner, job, variant="one"))["Location"] == receipt
    application = Application.objects.get()
    assert application.status == "sent"
    assert [(copy.number, copy.variant) for copy in application.copies.all()] == [(2, "one"), (1, "two")]
    assert history(application) == [("", "sent", "you"), ("sent", "withdrawn", "you"), ("withdrawn", "sent", "you")]
    assert "Sent before" in owner.get(receipt).content.decode()
    for number in (1, 2):
        copy = application.copies.get(number=number)
        assert owner.get(f"{receipt}resume/{number}.pdf").content == copy.pdf


def test_a_withdrawn_one_stays_in_the_list_and_closes_with_the_job(owner, applicant, job):
    application = applications.withdraw(sent(applicant, job))
    Job.objects.update(**CLOSED)
    assert "Apply again" not in owner.get(f"/profile/applications/{application.pk}/").content.decode()
    assert "withdrawn" in owner.get("/profile/applications/").content.decode()


def test_consent_is_given_by_sending_and_ends_with_the_last_withdrawal(applicant, job):
    first, second = sent(applicant, job), sent(applicant, job_here())
    assert Consent.objects.is_given(applicant.user, "apply")
    assert first.copies.get().notice_version == Consent.objects.get(purpose="apply").notice_version
    applications.withdraw(first)
    assert Consent.objects.is_given(applicant.user, "apply")
    applications.withdraw(second)
    assert not Consent.objects.is_given(applicant.user, "apply")


def test_one_button_withdraws_all_but_notes(owner, applicant, job):
    sent(applicant, job)
    drafts.prepare(applicant, job_here(), "two", [])
    noted = applications.note(applicant, JobFactory(apply_url="https://x.example/1").pk)
    assert "withdraw all my applications" in owner.get("/profile/privacy/").content.decode()
    owner.post("/profile/privacy/apply/withdraw/")
    assert set(Application.objects.values_list("status", flat=True)) == {"withdrawn", "noted"}
    assert Application.objects.get(status="noted") == noted
    assert not ApplicationDraft.objects.exists()
    assert not Consent.objects.is_given(applicant.user, "apply")


# --- Elsewhere


@pytest.fixture
def elsewhere(db) -> Job:
    return JobFactory(apply_url="https://www.acme.example/jobs/7", asks=["sql"])


def test_what_is_sent_elsewhere_is_noted_and_led_to(owner, applicant, elsewhere):
    page = owner.get(f"/profile/applications/new/?job={elsewhere.pk}").content.decode()
    assert "They take applications at acme.example" in page
    assert not Application.objects.exists()
    answers = [owner.post(f"/profile/applications/new/{elsewhere.pk}/note/") for _ in range(2)]
    application = Application.objects.get()
    assert {answer["Location"] for answer in answers} == {f"/profile/applications/{application.pk}/"}
    html = owner.get(f"/profile/applications/{application.pk}/").content.decode()
    assert 'href="https://www.acme.example/jobs/7" rel="nofollow noopener">Apply at acme.example' in html
    assert (application.status, application.way) == ("noted", "elsewhere")
    copy = application.copies.get()
    assert (copy.resume, copy.delivery, copy.answers) == (None, "elsewhere", [])
    assert copy.score is not None
    assert not Consent.objects.is_given(applicant.user, "apply")  # we send nothing


def test_its_owner_writes_down_what_they_answered(owner, applicant, elsewhere):
    application = applications.note(applicant, elsewhere.pk)
    here = f"/profile/applications/{application.pk}/"
    assert owner.post(f"{here}answer/", {"to": "shortlisted", "words": "By telephone"})["Location"] == here
    assert history(application) == [("", "noted", "you"), ("noted", "shortlisted", "you")]
    html = owner.get(here).content.decode()
    assert "“By telephone”" in html
    for bad in (
        {"to": "sent"},
        {"to": "shortlisted"},
        {"to": ""},
        {"to": "withdrawn"},
        {"to": "hired", "words": "x" * 501},
    ):
        assert owner.post(f"{here}answer/", bad).status_code == 200
    application.refresh_from_db()
    assert application.status == "shortlisted"


def test_nobody_answers_for_an_employer_here(owner, applicant, job):
    application = sent(applicant, job)
    assert owner.post(f"/profile/applications/{application.pk}/answer/", {"to": "hired"}).status_code == 200
    application.refresh_from_db()
    assert application.status == "sent"
    with pytest.raises(applications.NotAllowed, match="It is sent"):
        applications.move(application, "hired", "you")


def test_a_job_that_takes_them_here_cannot_be_noted(owner, applicant, job):
    assert owner.post(f"/profile/applications/new/{job.pk}/note/").status_code == 409
    assert not Application.objects.exists()


def test_a_note_of_a_closed_job_is_refused(owner, applicant, elsewhere):
    Job.objects.update(**CLOSED)
    assert owner.post(f"/profile/applications/new/{elsewhere.pk}/note/").status_code == 409


# --- The receipt, the list


def test_the_receipt_stays_when_advert_and_profile_go(owner, applicant, job):
    Job.objects.update(pay_min=600_000, pay_max=900_000)
    job.refresh_from_db()
    application = sent(applicant, job)
    score = application.copies.get().score
    Job.objects.all().delete()
    ProfileSkill.objects.all().delete()
    html = owner.get(f"/profile/applications/{application.pk}/").content.decode()
    for words in (
        "Data Analyst",
        "Acme",
        "Pune",
        "You answer questions with data.",
        "₹6L–₹9L a year",
        f"{score} of 100",
    ):
        assert words in html
    assert "version 1" in html
    assert "The job’s page" not in html


def test_the_score_is_frozen_with_its_lines(applicant, job):
    copy = sent(applicant, job).copies.get()
    assert copy.formula_version == copy.fit["version"]
    assert copy.score == copy.fit["table"]["score"]
    assert {row["slug"] for row in copy.fit["table"]["rows"]} == {"sql", "tableau", ""}
    unknown = sent(applicant, job_here(asks=[])).copies.get()
    assert (unknown.score, unknown.fit, unknown.formula_version) == (None, None, None)


def test_an_invented_job_can_be_tried_and_goes_to_nobody(
    owner, applicant, mailoutbox, django_capture_on_commit_callbacks
):
    job = job_here("jobs@acme.example", is_sample=True)
    page = owner.get(f"/profile/applications/new/?job={job.pk}").content.decode()
    assert "What you send goes to nobody" in page
    with django_capture_on_commit_callbacks(execute=True):
        receipt = send(owner, job, look(owner, job))["Location"]
    assert "it went to nobody" in owner.get(receipt).content.decode()
    assert mailoutbox == []


def test_the_list_says_what_comes_next_and_can_be_filtered(owner, applicant, job):
    sent(applicant, job)
    applications.withdraw(sent(applicant, job_here(title="Painter")))
    html = owner.get("/profile/applications/").content.decode()
    assert html.index("Painter") < html.index("Data Analyst")
    assert "Nobody has looked at it yet." in html
    assert "Sent: 1" in html
    only = owner.get("/profile/applications/?state=withdrawn").content.decode()
    assert "Painter" in only
    assert "Nobody has looked at it yet." not in only
    assert "None of your applications" in owner.get("/profile/applications/?state=hired").content.decode()
    for junk in ("?state=x&page=-1", "?page=99999999999999999999", "?page=x"):
        assert "Painter" in owner.get(f"/profile/applications/{junk}").content.decode()


def test_the_file_has_the_list_and_no_formula(owner, applicant):
    ApplicationFactory(profile=applicant, title="=HYPERLINK(1)", company_name="@Acme, Ltd")
    ApplicationFactory(profile=applicant, status="declined")
    ApplicationFactory(title="Somebody else")
    answer = owner.get("/profile/applications/applications.csv")
    lines = answer.content.decode().splitlines()
    assert lines[0] == "job,company,state,applied,changed,next,where,receipt"
    assert len(lines) == 3
    assert any(line.startswith("'=HYPERLINK(1),\"'@Acme, Ltd\",sent,2026-11-02,") for line in lines)
    assert len(owner.get("/profile/applications/applications.csv?state=declined").content.decode().splitlines()) == 2
    assert answer["Content-Disposition"].startswith("attachment")


def three_of_each(profile) -> Application:
    for _ in range(3):
        application = ApplicationFactory(profile=profile)
        for number in (1, 2, 3):
            ApplicationCopyFactory(application=application, number=number)
            ApplicationEventFactory(application=application)
    return application


@pytest.mark.parametrize(("path", "budget"), [("", 6), ("applications.csv", 4), ("{key}/", 6), ("{key}/withdraw/", 4)])
def test_pages_of_applications_keep_their_budget(owner, applicant, path, budget, django_assert_max_num_queries):
    address = f"/profile/applications/{path.format(key=three_of_each(applicant).pk)}"
    with django_assert_max_num_queries(budget):
        assert owner.get(address).status_code == 200


def test_the_way_to_an_application_keeps_its_budget(owner, applicant, job, django_assert_max_num_queries):
    for number in range(3):
        JobQuestionFactory(job=job, pk=number + 1)
    answers = {f"question_{number + 1}": "x" for number in range(3)}
    with django_assert_max_num_queries(12):
        owner.get(f"/profile/applications/new/?job={job.pk}")
    digest = look(owner, job, **answers)
    with django_assert_max_num_queries(16):
        owner.get(f"/profile/applications/new/{job.pk}/")
    with django_assert_max_num_queries(30):
        send(owner, job, digest)
    assert Application.objects.count() == 1


def test_pages_read_well(owner, applicant, job, elsewhere):
    JobQuestionFactory(job=job, words="When can you start?", kind="choice", choices="Now\nLater", pk=7)
    pages = [f"/profile/applications/new/?job={each.pk}" for each in (job, elsewhere)]
    digest = look(owner, job, question_7="Now")
    pages += [f"/profile/applications/new/{job.pk}/"]
    found = [fault for path in pages for fault in faults(owner.get(path).content.decode())]
    receipt = send(owner, job, digest)["Location"]
    for path in ("/profile/applications/", receipt, f"{receipt}withdraw/"):
        found += faults(owner.get(path).content.decode())
    assert found == []


# --- Others


def test_what_is_anothers_and_what_is_missing_look_the_same(owner, applicant, job):
    theirs = ApplicationCopyFactory(number=1).application
    draft = ApplicationDraftFactory()
    for key in (theirs.pk, theirs.pk + 99, 10**17):
        here = f"/profile/applications/{key}/"
        for path in (
            here,
            f"{here}resume/1.pdf",
            f"{here}withdraw/",
            f"/profile/applications/new/{draft.job_id}/resume.pdf",
        ):
            assert owner.get(path).status_code == 404, path
        for path in (f"{here}withdraw/", f"{here}answer/"):
            assert owner.post(path, {"to": "hired"}).status_code == 404, path
    theirs.refresh_from_db()
    assert theirs.status == "sent"
    assert b"Data Analyst" not in owner.get("/profile/applications/").content


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", ""),
        ("get", "applications.csv"),
        ("get", "new/1/"),
        ("get", "new/1/resume.pdf"),
        ("post", "new/1/send/"),
        ("post", "new/1/note/"),
        ("get", "1/"),
        ("get", "1/resume/1.pdf"),
        ("post", "1/answer/"),
        ("post", "1/withdraw/"),
    ],
)
def test_who_is_not_signed_in_gets_none_of_it(method, path, db):
    answer = getattr(Client(), method)(f"/profile/applications/{path}")
    assert answer["Location"].startswith("/accounts/login/?next=/profile/applications/")
    assert answer["Cache-Control"] == "no-store, private"


@pytest.mark.parametrize("path", ["new/{job}/send/", "new/{job}/note/", "{key}/answer/"])
def test_writing_needs_a_post_and_a_token(owner, applicant, job, path):
    application = sent(applicant, job_here())
    address = f"/profile/applications/{path.format(job=job.pk, key=application.pk)}"
    assert owner.get(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(applicant.user)
    assert strict.post(address).status_code == 403


def test_nothing_personal_stands_in_an_address_or_a_log(owner, applicant, job, caplog):
    answer = send(owner, job, look(owner, job))
    for word in ("asha", "Rao", "98765"):
        assert word not in answer["Location"]
        assert word not in caplog.text


def test_rows_go_with_the_profile_and_stay_without_the_job(applicant, job):
    application = sent(applicant, job)
    drafts.prepare(applicant, job_here(), "two", [])
    JobQuestionFactory(job=job)
    Job.objects.all().delete()
    application.refresh_from_db()
    assert application.job is None
    assert not JobQuestion.objects.exists()
    assert not ApplicationDraft.objects.exists()
    applicant.delete()
    for model in (Application, ApplicationCopy, ApplicationEvent):
        assert not model.objects.exists()


def test_the_copy_of_everything_has_what_was_sent(owner, applicant, job):
    import io
    import zipfile

    copy = sent(applicant, job).copies.get()
    ApplicationCopyFactory(application__profile=ProfileFactory(), contact={"name": "Somebody else"})
    with zipfile.ZipFile(io.BytesIO(owner.get("/profile/export.zip").content)) as file:
        [row] = json.loads(file.read("profiles-applicationcopy.json"))
        assert file.read(row["resume"]) == copy.pdf
        assert row["score"] == copy.score
        assert len(json.loads(file.read("profiles-applicationevent.json"))) == 1
