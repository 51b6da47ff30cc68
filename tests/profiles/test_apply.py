"""Applying here: look at exactly what is sent, send it once, withdraw it, have a receipt."""

import datetime
import json

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from jobs.models import Job, JobQuestion
from profiles.applying import applications, drafts
from profiles.documents.files import NoFileError
from profiles.models import Application, ApplicationCopy, ApplicationDraft, ApplicationEvent, Consent, ProfileSkill
from tests.factories import (
    ApplicationCopyFactory,
    ApplicationDraftFactory,
    ApplicationEventFactory,
    ApplicationFactory,
    JobFactory,
    JobQuestionFactory,
    ProfileFactory,
    UserFactory,
)
from tests.profiles.applied import filled, job_here, look, send, sent
from tests.prose import faults

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


@pytest.fixture
def applicant(profile):
    return filled(profile)


@pytest.fixture
def job(db) -> Job:
    return job_here()


def history(application: Application) -> list[tuple[str, str, str]]:
    return list(application.events.order_by("pk").values_list("before", "after", "by"))


# --- The way to it


def test_the_jobs_page_leads_to_the_form_and_names_nobody(client, job, owner, applicant):
    page = client.get(job.get_absolute_url())
    assert f'href="/profile/applications/new/?job={job.pk}" rel="nofollow">Apply here' in page.content.decode()
    assert owner.get(job.get_absolute_url()).content == page.content
    assert not page.cookies
    assert "csrf" not in page.content.decode()


@pytest.mark.parametrize(
    ("fields", "is_here", "is_elsewhere"),
    [
        ({}, True, False),
        ({"apply_url": "https://acme.example/7"}, False, True),
        ({"is_by_hand": False}, False, False),  # from a feed that gives no address: nobody agreed to be sent anything
        ({"apply_url": "https://x.example/7", "is_sample": True}, True, False),
        ({"closes_at": timezone.now() - DAY, "posted_at": timezone.now() - 9 * DAY}, False, False),
        ({"status": "closed", "closed_at": timezone.now(), "closed_because": "gone"}, False, False),
    ],
)
def test_which_jobs_offer_it(client, fields, is_here, is_elsewhere):
    html = client.get(job_here(**fields).get_absolute_url()).content.decode()
    assert ("Apply here" in html) is is_here
    assert ("Note in my applications" in html) is is_elsewhere


def test_who_is_not_signed_in_comes_back_after_it(client, job):
    answer = client.get(f"/profile/applications/new/?job={job.pk}")
    assert answer["Location"] == f"/accounts/login/?next=/profile/applications/new/%3Fjob%3D{job.pk}"
    assert client.get(answer["Location"]).status_code == 200


def test_who_has_no_profile_starts_one_and_comes_back(client, job):
    client.force_login(UserFactory())
    here = f"/profile/applications/new/?job={job.pk}"
    start = client.get(here)["Location"]
    assert f'name="next" value="{here}"' in client.get(start).content.decode()
    assert f'value="{here}"' in client.post("/profile/start/", {"next": here}).content.decode()  # without the tick
    assert client.post("/profile/start/", {"is_agreed": "on", "next": here})["Location"] == here
    assert "Your name first" in client.get(here).content.decode()


@pytest.mark.parametrize("bad", ["https://evil.example/profile/", "//evil.example/", "/admin/", "\\x", ""])
def test_nobody_is_led_away_after_starting_a_profile(client, bad):
    client.force_login(UserFactory())
    answer = client.post("/profile/start/", {"is_agreed": "on", "next": bad})
    assert answer["Location"] == "/profile/"


@pytest.mark.parametrize("asked", ["", "0", "x", "-1", "99999999", "9" * 30, "1e3"])
def test_an_unknown_job_is_not_found(owner, applicant, asked):
    assert owner.get("/profile/applications/new/", {"job": asked}).status_code == 404


@pytest.mark.parametrize("status", ["draft", "held", "refused"])
def test_a_job_that_readers_may_not_see_is_not_found(owner, applicant, job, status):
    Job.objects.update(status=status, held_because="x")
    assert owner.get(f"/profile/applications/new/?job={job.pk}").status_code == 404


# --- Looking at it, sending it


def test_what_is_looked_at_is_what_is_sent_byte_for_byte(owner, applicant, job):
    JobQuestionFactory(job=job, words="When can you start?", pk=7)
    page = owner.get(f"/profile/applications/new/?job={job.pk}").content.decode()
    assert "When can you start?" in page
    assert "Nothing is sent yet" in page
    digest = look(owner, job, question_7="In two weeks", variant="one")
    html = owner.get(f"/profile/applications/new/{job.pk}/").content.decode()
    for words in (
        "In two weeks",
        "One page",
        "asha@example.org",
        "+91 98765 43210",
        "I agree: send it",
        "Never the fit",
    ):
        assert words in html
    seen = owner.get(f"/profile/applications/new/{job.pk}/resume.pdf")
    assert seen["Content-Type"] == "application/pdf"
    assert seen["Cache-Control"] == "no-store, private"
    assert not Application.objects.exists()
    answer = send(owner, job, digest)
    application = Application.objects.get()
    assert answer["Location"] == f"/profile/applications/{application.pk}/"
    copy = application.copies.get()
    assert copy.pdf == seen.content
    assert copy.pdf.startswith(b"%PDF")
    assert copy.answers == [{"question": 7, "words": "When can you start?", "answer": "In two weeks"}]
    assert copy.contact["phone"] == "+91 98765 43210"
    assert (copy.variant, copy.delivery, copy.number) == ("one", "desk", 1)
    assert (copy.advert["title"], copy.advert["places"]) == ("Data Analyst", "Pune")
    assert not ApplicationDraft.objects.exists()


def test_a_required_question_is_answered_first(owner, applicant, job):
    JobQuestionFactory(job=job)
    answer = owner.post(f"/profile/applications/new/?job={job.pk}", {"variant": "two"})
    assert "Not ready yet" in answer.content.decode()
    assert not ApplicationDraft.objects.exists()


def test_the_form_remembers_what_was_chosen(owner, applicant, job):
    JobQuestionFactory(job=job, pk=7)
    look(owner, job, question_7="In two weeks", variant="one")
    html = owner.get(f"/profile/applications/new/?job={job.pk}").content.decode()
    assert 'value="In two weeks"' in html
    assert 'value="one" id="apply-variant_0" required checked' in html


def test_a_double_click_makes_one_application(owner, applicant, job):
    digest = look(owner, job)
    first, second = send(owner, job, digest), send(owner, job, digest)
    assert first["Location"] == second["Location"]
    assert (Application.objects.count(), ApplicationCopy.objects.count()) == (1, 1)
    assert history(Application.objects.get()) == [("", "sent", "you")]


def test_applying_once_more_leads_to_the_receipt(owner, applicant, job):
    receipt = send(owner, job, look(owner, job))["Location"]
    for path in (f"/profile/applications/new/?job={job.pk}", f"/profile/applications/new/{job.pk}/"):
        assert owner.get(path)["Location"] == receipt


def test_the_database_holds_one_of_a_person_and_a_job(applicant, job):
    sent(applicant, job)
    with pytest.raises(IntegrityError), transaction.atomic():
        ApplicationFactory(profile=applicant, job=job)


def test_nothing_is_sent_that_nobody_looked_at(owner, applicant, job):
    for digest in ("", "0" * 64):
        assert send(owner, job, digest)["Location"] == f"/profile/applications/new/?job={job.pk}"
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda job, profile: ProfileSkill.objects.filter(name="SQL").update(evidence="Something else"),
        lambda job, profile: type(profile).objects.update(phone="100"),
        lambda job, profile: type(profile).objects.update(summary="Other words."),
        lambda job, profile: type(profile.user).objects.filter(pk=profile.user.pk).update(email="new@example.org"),
        lambda job, profile: Job.objects.update(description="<p>Other work.</p>"),
        lambda job, profile: Job.objects.update(pay_min=1, pay_max=2),
        lambda job, profile: type(job.company).objects.update(applications_email="other@example.org"),
    ],
    ids=["skill", "phone", "summary", "email", "advert", "pay", "recipient"],
)
def test_what_changed_since_it_was_looked_at_is_shown_again_and_not_sent(owner, applicant, job, change):
    digest = look(owner, job)
    change(job, applicant)
    answer = send(owner, job, digest)
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "Not sent." in html
    assert not Application.objects.exists()
    new = html.partition('name="digest" value="')[2][:64]
    assert new != digest
    assert "/profile/applications/" in send(owner, job, new)["Location"]
    assert Application.objects.count() == 1


def test_a_page_that_is_old_is_not_looked_at(owner, applicant, job):
    look(owner, job)
    type(applicant).objects.update(headline="Another one")
    assert owner.get(f"/profile/applications/new/{job.pk}/")["Location"].endswith(f"?job={job.pk}")


def test_an_older_tab_does_not_send_what_a_newer_one_prepared(owner, applicant, job):
    old = look(owner, job, variant="two")
    look(owner, job, variant="one")
    assert send(owner, job, old).status_code == 409
    assert not Application.objects.exists()


def test_questions_that_changed_are_answered_anew(owner, applicant, job):
    JobQuestionFactory(job=job, pk=7)
    digest = look(owner, job, question_7="x")
    JobQuestionFactory(job=job, words="And the other?")
    assert send(owner, job, digest)["Location"] == f"/profile/applications/new/?job={job.pk}"
    assert not Application.objects.exists()


CLOSED = {"status": "closed", "closed_at": timezone.now(), "closed_because": "gone"}


@pytest.mark.parametrize(
    "fields",
    [
        CLOSED,
        {"closes_at": timezone.now() - datetime.timedelta(seconds=1)},  # nobody has closed it yet
        {"status": "held", "held_because": "x"},
        {"apply_url": "https://acme.example/7"},
    ],
    ids=["closed", "expired", "held", "elsewhere"],
)
def test_what_closed_meanwhile_takes_nothing(owner, applicant, job, fields):
    digest = look(owner, job)
    Job.objects.update(**fields)
    answer = send(owner, job, digest)
    assert answer.status_code == 409
    assert "No application is taken any more" in answer.content.decode()
    assert not Application.objects.exists()


def test_a_closed_job_says_so_before_anything_is_filled_in(owner, applicant, job):
    Job.objects.update(**CLOSED)
    for ask in (owner.get, owner.post):
        assert "No application is taken any more" in ask(f"/profile/applications/new/?job={job.pk}").content.decode()
    with pytest.raises(applications.JobClosed):
        applications.apply_for(applicant, job.pk + 1, "")


def test_a_resume_that_cannot_be_made_says_so(owner, applicant, job, monkeypatch):
    def fails(*_: object, **__: object) -> None:
        raise NoFileError

    monkeypatch.setattr(drafts, "resume_pdf", fails)
    answer = owner.post(f"/profile/applications/new/?job={job.pk}", {"variant": "two"})
    assert "could not be made just now" in answer.content.decode()
    assert not ApplicationDraft.objects.exists()


def test_a_resume_made_for_the_job_says_first_what_it_asks_for(applicant, job):
    """Excel and Python were before Payroll, but the job names neither."""
    plain, made = (drafts.prepare(applicant, job, variant, []).pdf for variant in ("two", "tailored"))
    assert plain.startswith(b"%PDF")
    assert made.startswith(b"%PDF")
    assert drafts.can_be_tailored(job)
    assert not drafts.can_be_tailored(JobFactory())


def test_nobody_floods_employers(owner, applicant, job, monkeypatch):
    monkeypatch.setattr(applications, "MOST_A_DAY", 2)
    for number in range(2):
        ApplicationCopyFactory(application__profile=applicant, number=number + 1, sent_at=timezone.now())
    ApplicationCopyFactory(application__profile=applicant, sent_at=timezone.now() - 2 * DAY)
    answer = send(owner, job, look(owner, job))
    assert answer.status_code == 429
    assert "Enough for today" in answer.content.decode()
    assert Application.objects.count() == 3


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
