"""How many reports are taken, and what junk does to the form: nothing."""

import datetime
import re

import pytest
from django.test import Client
from django.utils import timezone

from roles.models import Report
from tests.factories import ReportFactory
from tests.site.raw import Answer, ask

FORM = "/feedback/"
SENT = {
    "page": "/compare-roles/a-vs-b/",
    "fact": "Pay of Data Scientists",
    "what_is_wrong": "The median is that of 2019.",
    "better_source": "https://example.org/pay",
}
HOUR = datetime.timedelta(hours=1)


# --- How much


def test_sixth_report_of_an_hour_waits_and_keeps_its_text(client, db):
    for _ in range(5):
        assert client.post(FORM, SENT).status_code == 302
    refused = client.post(FORM, SENT)
    assert refused.status_code == 429
    assert 3590 < int(refused["Retry-After"]) <= 3600
    assert "Not sent: there were too many reports" in refused.content.decode()
    assert "send it again in 1 hour." in refused.content.decode()
    for typed in SENT.values():
        assert typed in refused.content.decode()
    assert Report.objects.count() == 5
    assert client.post(FORM, SENT, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_place_is_free_again_when_the_hour_is_over(client, db):
    for _ in range(5):
        client.post(FORM, SENT)
    Report.objects.filter(pk=Report.objects.earliest("pk").pk).update(sent_at=timezone.now() - HOUR)
    assert client.post(FORM, SENT).status_code == 302
    assert client.post(FORM, SENT).status_code == 429


def test_limits_are_5_an_hour_20_a_day_and_200_an_hour_of_all(db):
    now = timezone.now()

    def wait() -> datetime.timedelta:
        return Report.objects.wait("a" * 16, now)

    ReportFactory.create_batch(4, sender="a" * 16, sent_at=now - HOUR / 4)
    ReportFactory.create_batch(15, sender="a" * 16, sent_at=now - 5 * HOUR)
    assert not wait()
    ReportFactory(sender="a" * 16, sent_at=now - HOUR / 2)
    assert wait() == 19 * HOUR  # the twentieth last is 5 hours old
    Report.objects.filter(sent_at=now - 5 * HOUR).delete()
    assert wait() == HOUR / 2
    Report.objects.update(sent_at=now - HOUR)
    assert not wait()
    ReportFactory.create_batch(199, sent_at=now - HOUR / 4)
    assert not wait()
    ReportFactory(sent_at=now - HOUR / 4)
    assert wait() == 3 * HOUR / 4
    assert Report.objects.wait("b" * 16, now) == 3 * HOUR / 4


def test_sender_is_forgotten_when_no_limit_needs_it(client, db):
    now = timezone.now()
    old = ReportFactory(sent_at=now - 24 * HOUR)
    young = ReportFactory(sent_at=now - 23 * HOUR)
    client.post(FORM, SENT)
    senders = dict(Report.objects.values_list("pk", "sender"))
    assert (senders[old.pk], senders[young.pk]) == ("", young.sender)


# --- Junk


def send(body: str, content_type: str = "application/x-www-form-urlencoded") -> Answer:
    """With a right token, so that it is the form that must say no."""
    token = f"csrfmiddlewaretoken={'a' * 32}&"
    return ask(FORM, method="POST", body=token + body, CONTENT_TYPE=content_type, HTTP_COOKIE=f"csrftoken={'a' * 32}")


def test_raw_report_is_taken(db):
    assert send("page=/roles/&what_is_wrong=The+median+is+old.").status == 302


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 200),
        ("page=/roles/", 200),
        ("what_is_wrong=The+median+is+old.", 200),
        ("page=%00&fact=%00&what_is_wrong=%00&better_source=%00&website=%00", 200),
        ("page=/a%00b&what_is_wrong=0123456789", 200),
        ("page=http://[&what_is_wrong=0123456789", 200),
        ("page=/roles/&what_is_wrong=0123456789%00", 200),
        ("page=/roles/&what_is_wrong=" + "x" * 500_000, 200),
        ("page=/roles/&better_source=" + "x" * 500_000, 200),
        ("page=/roles/&what_is_wrong=" + "x" * 1_000_000, 400),
        ("&".join(f"a{n}=" for n in range(2001)), 400),
    ],
)
def test_junk_is_the_form_again_or_refused(db, body, status):
    assert send(body).status == status
    assert not Report.objects.exists()


@pytest.mark.parametrize("bytes_", ["%ff%fe", "%ED%A0%80", "%F0%9F%98%80", "%E2%80%AE", "%01%1b", "%C0%AF"])
def test_broken_and_odd_letters_are_no_server_error(db, bytes_):
    answer = send(f"page=/roles/{bytes_}&fact={bytes_}&what_is_wrong={bytes_ * 10}&better_source={bytes_}")
    assert answer.status == 200
    answer = send(f"page=/roles/&fact={bytes_}&what_is_wrong={bytes_ * 10}&better_source={bytes_}")
    assert answer.status == 302
    assert Report.objects.count() == 1


@pytest.mark.parametrize("charset", ["rot13", "utf-16"])
def test_unreadable_charset_is_refused(charset):
    assert send("page=/", f"application/x-www-form-urlencoded; charset={charset}").status == 415


@pytest.mark.parametrize("query", ["page=%00", "fact=a%00b", "fact=" + "x" * 401, "page=/&" * 41])
def test_guard_refuses_junk_in_the_address(query):
    assert ask(f"{FORM}?{query}").status == 400


def test_report_without_the_right_token_is_refused(db):
    client = Client(enforce_csrf_checks=True)
    assert client.post(FORM, SENT).status_code == 403
    [token] = re.findall(r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(FORM).content.decode())
    assert client.post(FORM, SENT | {"csrfmiddlewaretoken": token[::-1]}).status_code == 403
    assert not Report.objects.exists()
    assert client.post(FORM, SENT | {"csrfmiddlewaretoken": token}).status_code == 302
