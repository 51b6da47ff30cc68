"""The queue of reports."""

import pytest
from django.contrib.auth.models import Permission
from django.contrib.messages import get_messages
from django.test import Client
from django.utils import timezone

from roles.models import Report
from tests.desk import add_address, change_address, enter, errors, filled_in, list_address, listed
from tests.factories import ReportFactory, UserFactory

ACTIONS = [("accept", "accepted"), ("decline", "declined"), ("call_spam", "spam")]
DECIDED = [status for _, status in ACTIONS]


def decided(status: str = "accepted", **fields) -> Report:
    return ReportFactory(status=status, decided_at=timezone.now(), **fields)


@pytest.fixture
def plain_editor(db) -> Client:
    """May edit reports, and was even given the right to delete them, but is no superuser."""
    editor = UserFactory(is_staff=True)
    editor.user_permissions.set(Permission.objects.filter(codename__in=["change_report", "delete_report"]))
    return enter(Client(), editor)


def test_new_reports_come_first_and_the_newest_of_them_before_the_others(editor_client):
    first, done, last = ReportFactory(), decided(), ReportFactory()
    assert listed(editor_client.get(list_address(Report))) == [last, first, done]


def test_queue_counts_what_is_new(editor_client):
    decided()
    ReportFactory.create_batch(2)
    page = editor_client.get(list_address(Report))
    assert "new (2)" in page.content.decode()
    assert len(listed(editor_client.get(list_address(Report), {"status__exact": "new"}))) == 2


def test_queue_shows_page_fact_and_text_and_opens_the_page_beside_it(editor_client):
    report = ReportFactory(fact="Pay of <Nurses>", what_is_wrong="Wrong. " * 100)
    for address in (list_address(Report), change_address(report)):
        html = editor_client.get(address).content.decode()
        assert f'<a href="{report.page}" target="_blank" rel="noopener">{report.page}</a>' in html
        assert "Pay of &lt;Nurses&gt;" in html
    assert "Wrong. " * 20 in editor_client.get(list_address(Report)).content.decode()
    assert "Wrong. " * 30 not in editor_client.get(list_address(Report)).content.decode()


@pytest.mark.parametrize(("action", "status"), ACTIONS)
def test_action_decides_and_says_when_and_is_noted(editor_client, action, status):
    report, other, before = ReportFactory(), ReportFactory(), timezone.now()
    response = editor_client.post(list_address(Report), {"action": action, "_selected_action": [report.pk]})
    assert [str(message) for message in get_messages(response.wsgi_request)] == [f"Now {status}: 1."]
    report.refresh_from_db()
    assert report.status == status
    assert before <= report.decided_at <= timezone.now()
    assert Report.objects.get(pk=other.pk).status == "new"
    history = editor_client.get(change_address(report).replace("/change/", "/history/")).content.decode()
    assert f"Now {status}." in history


@pytest.mark.parametrize("status", DECIDED)
def test_form_decides_too(editor_client, status):
    report = ReportFactory()
    form = filled_in(editor_client.get(change_address(report))) | {"status": status, "answer_note": "Checked."}
    assert editor_client.post(change_address(report), form).status_code == 302
    report.refresh_from_db()
    assert (report.status, report.answer_note) == (status, "Checked.")
    assert report.decided_at is not None


def test_note_alone_decides_nothing_again(editor_client):
    report = decided()
    form = filled_in(editor_client.get(change_address(report))) | {"answer_note": "Checked."}
    editor_client.post(change_address(report), form)
    assert Report.objects.get().decided_at == report.decided_at


def test_decision_can_be_taken_back(editor_client):
    report = decided()
    form = filled_in(editor_client.get(change_address(report))) | {"status": "new"}
    editor_client.post(change_address(report), form)
    report.refresh_from_db()
    assert (report.status, report.decided_at) == ("new", None)


def test_unknown_status_is_a_form_error(editor_client):
    report = ReportFactory()
    form = filled_in(editor_client.get(change_address(report))) | {"status": "nonsense"}
    assert "nonsense is not one of the available choices" in errors(editor_client.post(change_address(report), form))


def test_what_the_reader_wrote_stays_as_it_is(editor_client):
    report = ReportFactory(fact="Pay", better_source="A report")
    before = Report.objects.values().get()
    theirs = {"page": "/", "fact": "x", "what_is_wrong": "Something else.", "better_source": "x", "sender": ""}
    form = filled_in(editor_client.get(change_address(report))) | theirs | {"sent_at_0": "2020-01-01"}
    assert editor_client.post(change_address(report), form).status_code == 302
    assert Report.objects.values().get() == before


def test_only_readers_write_reports(editor_client):
    assert editor_client.get(add_address(Report)).status_code == 403


def test_superuser_deletes(editor_client):
    report = ReportFactory()
    address = change_address(report).replace("/change/", "/delete/")
    assert editor_client.post(address, {"post": "yes"}).status_code == 302
    assert not Report.objects.exists()


def test_other_editors_decide_but_do_not_delete(plain_editor):
    report = ReportFactory()
    assert plain_editor.get(change_address(report).replace("/change/", "/delete/")).status_code == 403
    delete = {"action": "delete_selected", "_selected_action": [report.pk], "post": "yes"}
    plain_editor.post(list_address(Report), delete)
    plain_editor.post(list_address(Report), {"action": "accept", "_selected_action": [report.pk]})
    assert Report.objects.get().status == "accepted"
