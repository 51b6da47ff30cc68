"""Applying here: look at exactly what is sent, send it once."""

import datetime
import re

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from jobs.models import Job
from profiles.applying import applications, drafts
from profiles.documents.files import NoFileError
from profiles.models import Application, ApplicationCopy, ApplicationDraft, ProfileSkill
from tests.factories import (
    ApplicationCopyFactory,
    ApplicationDraftFactory,
    ApplicationFactory,
    JobFactory,
    JobQuestionFactory,
    ProfileFactory,
    UserFactory,
)
from tests.profiles.applied import filled, job_here, look, send, sent
from tests.profiles.test_resume_pdf import read

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


def test_who_has_no_name_writes_it_and_comes_back(client, job):
    client.force_login(ProfileFactory().user)
    here = f"/profile/applications/new/?job={job.pk}"
    [about] = re.findall(r'href="(/profile/about/[^"]+)"', client.get(here).content.decode())
    assert f'name="next" value="{here}"' in client.get(about).content.decode()
    assert client.post("/profile/about/", {"name": "Asha Rao", "next": here})["Location"] == here
    assert "step 1 of 2" in client.get(here).content.decode()
    assert client.post("/profile/about/", {"next": "https://evil.example/profile/"})["Location"] == "/profile/"


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


@pytest.mark.parametrize("status", ["draft", "held", "refused"])
@pytest.mark.parametrize("act", ["send", "note"])
def test_nobody_reads_of_an_unpublished_job_by_trying_to_apply(owner, applicant, job, status, act):
    Job.objects.update(status=status, held_because="x")
    ApplicationDraftFactory(job=job)  # of somebody else
    assert owner.post(f"/profile/applications/new/{job.pk}/{act}/").status_code == 404


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


def test_a_resume_made_for_the_job_says_first_what_it_asks_for(applicant):
    """The person's own order is SQL, Loom weaving, Excel, Python, Payroll."""
    job = job_here(asks=["python"])
    plain, made = (read(drafts.prepare(applicant, job, variant, []).pdf) for variant in ("two", "tailored"))
    assert plain.index("Loom weaving") < plain.index("Python")
    assert made.index("Python") < made.index("Loom weaving")
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
