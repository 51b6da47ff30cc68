"""What editors see of applications, and what they may say of them."""

import datetime
import re

import pytest
from django.contrib.auth.models import Permission
from django.http import HttpResponse
from django.utils import timezone

from jobs.models import Company, Job, JobQuestion
from profiles.applying import applications
from profiles.models import Application, ApplicationCopy, ProfileView
from tests.desk import change_address, enter, errors, filled_in, list_address, listed, with_row
from tests.factories import (
    ApplicationCopyFactory,
    ApplicationEventFactory,
    ApplicationFactory,
    JobFactory,
    UserFactory,
)
from tests.profiles.applied import filled, job_here, sent

pytestmark = pytest.mark.django_db

LIST = list_address(Application)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def application(profile) -> Application:
    return sent(filled(profile), job_here())


def resume_address(application: Application) -> str:
    return f"{LIST}{application.pk}/resume.pdf"


def without_token(response: HttpResponse) -> str:
    """The token of its forms is another one each time."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())


def test_an_editor_sees_what_was_sent_and_never_the_score(application, editor_client):
    answers = [{"question": 7, "words": "When?", "answer": "<b>Soon</b>"}]
    ApplicationCopy.objects.update(answers=answers, fit={"sentence": "Fits well."}, score=37)
    screens = [LIST, change_address(application)]
    pages = [without_token(editor_client.get(screen)) for screen in screens]
    ApplicationCopy.objects.update(score=73)
    assert [without_token(editor_client.get(screen)) for screen in screens] == pages
    for words in ("Asha Rao", "asha@example.org", "&lt;b&gt;Soon&lt;/b&gt;", "When?", "waits at the desk"):
        assert words in pages[1]
    for page in pages:
        for secret in ("Fits well", "score", "of 100"):
            assert secret not in page
    assert "Asha" not in pages[0]  # a list of people is nobody's to read


def test_each_opening_and_each_download_is_counted_and_its_owner_sees_it(application, editor_client, owner):
    editor_client.get(LIST)
    assert not ProfileView.objects.exists()
    editor_client.get(change_address(application))
    answer = editor_client.get(resume_address(application))
    assert answer.content == application.copies.get().pdf
    assert answer["Content-Disposition"] == 'attachment; filename="Asha-Rao-resume.pdf"'
    assert "no-store" in answer["Cache-Control"]
    assert ProfileView.objects.get().times == 2
    assert "an editor of this site" in owner.get("/profile/privacy/").content.decode()


def answered(editor_client, application: Application, to: str, words: str = ""):
    address = change_address(application)
    return editor_client.post(address, filled_in(editor_client.get(address)) | {"to": to, "words": words})


def test_an_answer_reaches_history_list_and_person(
    application, editor_client, owner, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        assert answered(editor_client, application, "shortlisted", "Come on Monday").status_code == 302
    html = owner.get(f"/profile/applications/{application.pk}/").content.decode()
    assert "“Come on Monday”" in html
    assert "the desk of this site, for the employer" in html
    assert "You are on the short list" in owner.get("/profile/applications/").content.decode()
    assert len(mailoutbox) == 1
    event = application.events.first()
    assert (event.before, event.after, event.by) == ("sent", "shortlisted", "desk")


def test_saving_without_an_answer_changes_nothing(application, editor_client):
    assert answered(editor_client, application, "").status_code == 302
    assert application.events.count() == 1
    assert "Say what the words are about." in answered(editor_client, application, "", "Hm").content.decode()


@pytest.mark.parametrize("bad", ["sent", "withdrawn", "noted", "lost"])
def test_an_editor_neither_withdraws_nor_takes_back(application, editor_client, bad):
    assert "Select a valid choice" in answered(editor_client, application, bad).content.decode()
    application.refresh_from_db()
    assert application.status == "sent"


def test_what_was_withdrawn_meanwhile_stays_so(application, editor_client, monkeypatch):
    address = change_address(application)
    form = filled_in(editor_client.get(address)) | {"to": "seen"}
    applications.withdraw(application)
    assert "Select a valid choice" in editor_client.post(address, form).content.decode()
    application.refresh_from_db()
    with pytest.raises(applications.NotAllowed):
        applications.move(application, "seen", "desk")
    assert application.status == "withdrawn"


def test_of_a_withdrawn_one_nothing_personal_is_left(application, editor_client):
    applications.withdraw(application)
    html = editor_client.get(change_address(application)).content.decode()
    assert "Withdrawn: nothing of it is shown any more." in html
    for word in ("Asha", "asha@", "98765"):
        assert word not in html
    assert editor_client.get(resume_address(application)).status_code == 404
    assert not ProfileView.objects.exists()


def test_sent_again_it_is_readable_again(application, editor_client):
    job = application.job
    applications.withdraw(application)
    sent(application.profile, job, "one")
    assert editor_client.get(resume_address(application)).content == application.copies.get(number=2).pdf


@pytest.mark.parametrize(
    ("days", "is_there"), [(None, True), (1, True), (179, True), (181, False)], ids=["open", "1", "179", "181"]
)
def test_the_desk_forgets_half_a_year_after_the_job_closed(application, editor_client, days, is_there):
    if days is not None:
        closed = timezone.now() - days * DAY
        Job.objects.update(status="closed", closed_at=closed, closed_because="gone")
    assert (listed(editor_client.get(LIST)) == [application]) is is_there
    assert (editor_client.get(resume_address(application)).status_code == 200) is is_there


def test_notes_invented_jobs_and_jobs_that_are_gone_are_not_the_desks(editor_client):
    for fields in (
        {"way": "elsewhere", "status": "noted"},
        {"job": JobFactory(is_sample=True)},
        {"job": None},
    ):
        application = ApplicationFactory(**fields)
        ApplicationCopyFactory(application=application)
        assert editor_client.get(resume_address(application)).status_code == 404
        assert editor_client.get(change_address(application)).status_code == 302  # Django: it isn't there
    assert listed(editor_client.get(LIST)) == []
    assert not ProfileView.objects.exists()


def test_who_may_not_see_applications_gets_none(application, client):
    helper = UserFactory(is_staff=True)
    enter(client, helper)
    for address in (LIST, change_address(application)):
        assert client.get(address).status_code == 403
    assert client.get(resume_address(application)).status_code == 404
    helper.user_permissions.add(Permission.objects.get(codename="view_application"))
    assert client.get(resume_address(application)).status_code == 200
    assert client.post(change_address(application), {"to": "hired"}).status_code == 403


def test_nothing_is_added_or_deleted_at_the_desk(application, editor_client):
    assert editor_client.get(f"{LIST}add/").status_code == 403
    assert editor_client.get(f"{LIST}{application.pk}/delete/").status_code == 403


def test_mails_that_did_not_go_out_are_found_and_sent_again(editor_client, mailoutbox):
    late = [
        ApplicationCopyFactory(delivery=delivery, recipient="jobs@acme.example", number=1).application
        for delivery in ("failed", "waiting")
    ]
    withdrawn = ApplicationFactory(status="withdrawn")
    ApplicationCopyFactory(application=withdrawn, delivery="failed", recipient="jobs@acme.example")
    ApplicationCopyFactory(number=1)
    assert set(listed(editor_client.get(f"{LIST}?waits=mail"))) == set(late)
    chosen = [each.pk for each in (*late, withdrawn)]
    answer = editor_client.post(LIST, {"action": "send_again", "_selected_action": chosen}, follow=True)
    assert "Sent: 2 of 3." in answer.content.decode()
    assert len(mailoutbox) == 2
    assert listed(editor_client.get(f"{LIST}?waits=mail")) == []


def test_what_is_to_be_handed_on_is_a_queue(editor_client):
    waiting = ApplicationCopyFactory(number=1).application
    ApplicationCopyFactory(number=1, application__status="seen")
    assert listed(editor_client.get(f"{LIST}?waits=desk")) == [waiting]


def test_screens_of_applications_keep_their_budget(editor_client, django_assert_max_num_queries):
    for _ in range(3):
        application = ApplicationFactory()
        for number in (1, 2, 3):
            ApplicationCopyFactory(application=application, number=number)
            ApplicationEventFactory(application=application)
    with django_assert_max_num_queries(9):
        editor_client.get(LIST)
    with django_assert_max_num_queries(14):
        editor_client.get(change_address(application))


# --- What a company and a job say of it


def test_an_editor_writes_questions_and_an_address(editor_client):
    job = job_here()
    form = filled_in(editor_client.get(change_address(job)))
    row = {
        "position": 1,
        "words": "When can you start?",
        "kind": "choice",
        "choices": "Now\nLater",
        "is_required": "on",
    }
    assert editor_client.post(change_address(job), with_row(form, "questions", **row)).status_code == 302
    assert JobQuestion.objects.get().offered == ["Now", "Later"]
    wrong = with_row(form, "questions", **row | {"kind": "short"})
    assert "Answers to choose from go with" in errors(editor_client.post(change_address(job), wrong))
    company = job.company
    form = filled_in(editor_client.get(change_address(company))) | {"applications_email": "jobs@acme.example"}
    assert editor_client.post(change_address(company), form).status_code == 302
    assert Company.objects.get().applications_email == "jobs@acme.example"


def test_where_applications_go_is_nothing_for_readers(client):
    job = job_here("jobs@acme.example")
    for path in (job.get_absolute_url(), job.company.get_absolute_url(), "/jobs/"):
        assert "jobs@acme.example" not in client.get(path).content.decode()
