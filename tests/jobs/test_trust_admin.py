"""The editors' desk: reports on jobs, and the rules."""

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.test import Client

from jobs.models import Job, JobReport, ScamRule
from tests.desk import add_address, change_address, enter, errors, list_address, listed
from tests.factories import JobFactory, JobReportFactory, ScamRuleFactory, UserFactory

pytestmark = pytest.mark.django_db

TRY = "/admin/jobs/scamrule/try/"


@pytest.fixture
def plain_editor() -> Client:
    editor = UserFactory(is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["change_jobreport", "delete_jobreport"]))
    return enter(Client(), editor)


def act(client: Client, action: str, *reports: JobReport) -> list[str]:
    sent = {"action": action, "_selected_action": [report.pk for report in reports]}
    return [str(message) for message in get_messages(client.post(list_address(JobReport), sent).wsgi_request)]


def test_new_reports_come_first(editor_client):
    first, done, last = JobReportFactory(), JobReportFactory(verdict="wrong"), JobReportFactory()
    assert listed(editor_client.get(list_address(JobReport))) == [last, first, done]


@pytest.mark.parametrize(
    ("action", "verdict", "status", "because"),
    [
        ("right", "right", "open", ""),
        ("right_and_hold", "right", "held", ""),
        ("right_and_close", "right", "closed", "editor"),
        ("right_and_refuse", "right", "refused", ""),
        ("not_so", "wrong", "open", ""),
        ("not_so_and_open", "wrong", "open", ""),
    ],
)
def test_action_decides_on_the_report_and_the_job_in_one_step(plain_editor, action, verdict, status, because):
    report = JobReportFactory()
    said = act(plain_editor, action, report)
    assert said == [f"{'Right' if verdict == 'right' else 'Not so'}: 1."]
    report.refresh_from_db()
    job = Job.objects.get()
    assert (report.verdict, job.status, job.closed_because) == (verdict, status, because)
    assert (job.decided_at is None) == (action in ("right", "not_so"))


def test_letting_a_held_job_stand_settles_what_others_reported_of_it(editor_client):
    job = JobFactory(status="held", held_because="Readers report it")
    report, other, elsewhere = JobReportFactory(job=job), JobReportFactory(job=job), JobReportFactory()
    act(editor_client, "not_so_and_open", report)
    job.refresh_from_db()
    assert (job.status, job.held_because) == ("open", "")
    assert {each.pk: each.verdict for each in JobReport.objects.all()} == {
        report.pk: "wrong",
        other.pk: "wrong",
        elsewhere.pk: "new",
    }


def test_reports_are_neither_added_nor_changed_by_hand_nor_deleted_by_a_plain_editor(editor_client, plain_editor):
    report = JobReportFactory()
    assert editor_client.get(add_address(JobReport)).status_code == 403
    page = plain_editor.get(change_address(report))
    assert "<textarea" not in page.content.decode()
    assert plain_editor.post(f"{list_address(JobReport)}{report.pk}/delete/", {"post": "yes"}).status_code == 403


def test_queue_costs_the_same_for_many(editor_client, django_assert_max_num_queries):
    JobReportFactory.create_batch(20)
    with django_assert_max_num_queries(9):
        editor_client.get(list_address(JobReport))


def test_rule_without_a_phrase_is_refused(editor_client):
    sent = {"name": "A", "explanation": "B", "phrases": "…\n !", "unless": "", "is_active": "on"}
    assert "Write a phrase a line" in errors(editor_client.post(add_address(ScamRule), sent))
    assert editor_client.post(add_address(ScamRule), {**sent, "phrases": "joining fee"}).status_code == 302
    assert ScamRule.objects.get().phrases == "joining fee"


def test_rules_can_be_tried_on_a_text_and_nothing_is_kept(editor_client):
    ScamRuleFactory(name="Asks for a fee", phrases="joining fee")
    ScamRuleFactory(name="Sleeps", phrases="joining", is_active=False)
    assert TRY in editor_client.get(list_address(ScamRule)).content.decode()
    assert editor_client.get(TRY).status_code == 200
    html = editor_client.post(TRY, {"text": "<p>A <b>Joining</b> fee, call 98765 43210</p>"}).content.decode()
    assert "Asks for a fee: “Joining fee”" in html
    assert "call [phone number]" in html
    assert "Sleeps" not in html
    assert "No rule speaks up" in editor_client.post(TRY, {"text": "Hello"}).content.decode()
    assert "This field is required" in editor_client.post(TRY, {"text": ""}).content.decode()


def test_trying_is_for_editors(client, plain_editor):
    assert client.get(TRY).status_code == 302
    assert b"Asks" not in plain_editor.post(TRY, {"text": "joining fee"}).content
