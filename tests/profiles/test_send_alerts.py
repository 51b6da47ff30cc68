"""Mail about new jobs: who gets it, what is in it, once."""

import datetime
import io
import re
import smtplib

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from jobs.models import Job
from profiles.alerts.models import REMEMBERED, Arrival
from profiles.alerts.sending import MOST_TRIES, Outcome
from profiles.models import AlertMail, Consent, SavedSearch
from tests.factories import CompanyFactory, JobFactory, RoleFactory, SavedSearchFactory

pytestmark = pytest.mark.django_db

SENDING = "django.core.mail.backends.locmem.EmailBackend.send_messages"


@pytest.fixture
def search(db) -> SavedSearch:
    """Of remote jobs, mailed daily."""
    return SavedSearchFactory(is_mailable=True, query="mode=remote", name="Remote jobs", often="daily")


def send(*options: str) -> dict[str, int]:
    """What it says it did, by people; nothing that is 0."""
    out = io.StringIO()
    call_command("send_alerts", *options, stdout=out)
    counts = dict(re.findall(r"^  (\S.*?)  +(\d+)$", out.getvalue(), re.M))
    return {what: int(count) for what, count in counts.items() if count != "0"}


def a_day_later(search: SavedSearch) -> None:
    yesterday = timezone.now() - datetime.timedelta(days=1)
    SavedSearch.objects.filter(pk=search.pk).update(told_at=yesterday)
    AlertMail.objects.filter(profile=search.profile).update(sent_at=yesterday)


def close(job: Job, days_ago: int = 0) -> None:
    job.close("gone", timezone.now() - datetime.timedelta(days=days_ago))
    job.save()


def reopen(job: Job) -> None:
    job.reopen(timezone.now())
    job.save()


def test_new_jobs_are_told_of_once(search):
    JobFactory(title="Office Clerk", mode="office")
    JobFactory(title="Night Nurse", mode="remote", company=CompanyFactory(name="Acme"))
    assert send() == {"sent": 1}
    assert send("--now") == {"nothing new": 1}
    [sent] = mail.outbox
    assert sent.to == [search.profile.user.email]
    assert sent.subject == "1 new job: Remote jobs"
    [(html, kind)] = sent.alternatives
    assert kind == "text/html"
    for text in (sent.body, html):
        assert "Night Nurse" in text
        assert "Acme" in text
        assert "Office Clerk" not in text
        assert f"http://127.0.0.1:8000{Job.objects.get(mode='remote').get_absolute_url()}" in text
        assert "http://127.0.0.1:8000/jobs/?mode=remote" in text
        assert search.stop_url in text
    a_day_later(search)
    assert send() == {"nothing new": 1}
    JobFactory(title="Day Nurse", mode="remote")
    assert send() == {"sent": 1}
    assert "Day Nurse" in mail.outbox[1].body
    assert "Night Nurse" not in mail.outbox[1].body


def test_nothing_is_sent_before_it_is_due(search):
    JobFactory(mode="remote")
    SavedSearch.objects.update(told_at=timezone.now())
    assert send() == {}
    assert send("--now") == {"sent": 1}


def test_a_dry_run_sends_and_keeps_nothing(search):
    JobFactory(mode="remote")
    for _ in range(2):
        assert send("--dry-run") == {"sent": 1}
    assert not mail.outbox
    assert not Arrival.objects.exists()
    assert not AlertMail.objects.exists()
    assert send() == {"sent": 1}


def test_headers_let_mail_programs_stop_it(search):
    JobFactory(mode="remote")
    send()
    headers = mail.outbox[0].message()
    token = AlertMail.objects.get().token
    assert headers["List-Unsubscribe"] == f"<http://127.0.0.1:8000/alerts/{token}/stop/>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Id"] == "New jobs <alerts.127.0.0.1>"
    assert headers["Auto-Submitted"] == "auto-generated"
    assert headers["Precedence"] == "bulk"
    assert re.fullmatch(r"<[0-9a-f]{32}@127\.0\.0\.1>", headers["Message-ID"])
    assert search.profile.user.email not in headers["List-Unsubscribe"]


def test_searches_of_one_person_come_in_one_mail_and_each_job_once(search):
    SavedSearchFactory(profile=search.profile, query="q=nurse", name="Nurses", often="weekly")
    SavedSearchFactory(profile=search.profile, query="mode=field", name="Field", often="daily")
    SavedSearchFactory(profile=search.profile, query="mode=office", name="No mail")
    for number in range(3):
        JobFactory(title=f"Nurse {number}", mode="remote")
    JobFactory(title="Nurse at home", mode="office")
    assert send() == {"sent": 1}
    [sent] = mail.outbox
    assert sent.subject == "4 new jobs for 2 searches"
    assert [sent.body.count(f"Nurse {number}") for number in range(3)] == [1, 1, 1]
    assert "Nurses: " in sent.body
    assert "Field" not in sent.body
    assert "No mail" not in sent.body
    assert sent.body.count("/stop/") == 3  # each search, and all


def test_nobody_gets_two_mails_a_day(search):
    SavedSearchFactory(profile=search.profile, query="mode=field", name="Field", often="daily")
    JobFactory(mode="remote")
    assert send() == {"sent": 1}
    JobFactory(mode="field")
    assert send() == {}
    a_day_later(search)
    JobFactory(mode="remote")
    assert send() == {"sent": 1}
    assert mail.outbox[1].subject == "2 new jobs for 2 searches"


def test_a_mail_has_twenty_and_a_link_to_the_rest(search, django_assert_max_num_queries):
    for number in range(30):
        JobFactory(title=f"Nurse {number}", mode="remote")
    with django_assert_max_num_queries(36):
        send()
    assert len(re.findall(r"^- Nurse", mail.outbox[0].body, re.M)) == 20
    assert "There are 10 more: http://127.0.0.1:8000/jobs/?mode=remote" in mail.outbox[0].body


def test_a_thousand_new_ones_are_said_to_be_many(search):
    for _ in range(105):
        JobFactory(mode="remote")
    send()
    assert mail.outbox[0].subject == "100+ new jobs: Remote jobs"
    assert "There are more than these" in mail.outbox[0].body
    a_day_later(search)
    assert send() == {"nothing new": 1}


# --- Who


def unverified(search: SavedSearch) -> None:
    EmailAddress.objects.update(verified=False)


def another_address(search: SavedSearch) -> None:
    EmailAddress.objects.update(email="other@example.org")


def inactive(search: SavedSearch) -> None:
    type(search.profile.user).objects.update(is_active=False)


def withdrawn(search: SavedSearch) -> None:
    Consent.objects.filter(purpose="alerts").update(withdrawn_at=timezone.now())


def never(search: SavedSearch) -> None:
    SavedSearch.objects.update(often="never")


@pytest.mark.parametrize("change", [unverified, another_address, inactive, withdrawn, never])
def test_who_gets_no_mail(search, change):
    JobFactory(mode="remote")
    change(search)
    assert send("--now") == {}
    assert not mail.outbox


def test_mail_without_consent_is_switched_off_by_the_purge(search):
    withdrawn(search)
    call_command("purge_personal_data", stdout=io.StringIO())
    search.refresh_from_db()
    assert search.often == "never"


def test_a_search_for_what_is_gone_isnt_one_for_everything(search):
    role = RoleFactory(slug="nurse")
    SavedSearch.objects.update(query="role=nurse")
    JobFactory()
    role.delete()
    assert send() == {"nothing new": 1}
    assert not mail.outbox


# --- Which jobs are new


def test_a_reading_that_ends_late_is_not_passed_over(search):
    """Its jobs say when it began; others were told of since."""
    JobFactory(mode="remote", title="Told")
    send()
    early = timezone.now() - datetime.timedelta(days=2)
    JobFactory(mode="remote", title="Late", first_seen_at=early, posted_at=early)
    a_day_later(search)
    assert send() == {"sent": 1}
    assert "Late" in mail.outbox[1].body


def test_a_held_job_is_told_of_when_an_editor_lets_it_stand(search):
    job = JobFactory(mode="remote", status="held", held_because="Look")
    assert send() == {"nothing new": 1}
    job.let_stand(timezone.now())
    job.save()
    assert send() == {"sent": 1}


def test_who_was_told_of_a_job_isnt_told_again_when_it_flickers(search):
    job = JobFactory(mode="remote")
    send()
    close(job)
    a_day_later(search)
    assert send() == {"nothing new": 1}
    reopen(job)
    assert send() == {"nothing new": 1}


def test_a_job_that_was_away_for_long_is_news(search):
    job = JobFactory(mode="remote")
    send()
    close(job, days_ago=REMEMBERED.days + 1)
    a_day_later(search)
    assert send() == {"nothing new": 1}
    reopen(job)
    assert send() == {"sent": 1}


def test_a_job_that_was_away_when_somebody_was_to_be_told_is_news_when_it_is_back(search):
    """It was open for a while before, between two mails."""
    job = JobFactory(mode="remote")
    Arrival.objects.catch_up(timezone.now())
    close(job)
    assert send() == {"nothing new": 1}
    reopen(job)
    assert send() == {"sent": 1}


def test_numbers_are_never_given_twice(db):
    first = JobFactory()
    Arrival.objects.catch_up(timezone.now())
    before = Arrival.objects.newest()
    first.delete()
    JobFactory()
    Arrival.objects.catch_up(timezone.now())
    assert Arrival.objects.get().number > before
    assert Arrival.objects.catch_up(timezone.now()) == Arrival.objects.newest()


# --- What fails


class Post:
    """A mail server: refuses some addresses, is down for others, keeps the rest."""

    def __init__(self, refused: str = "", down: str = "", code: int = 550) -> None:
        self.refused, self.down, self.code, self.taken = refused, down, code, []

    def send_messages(self, messages: list) -> int:
        [to] = messages[0].to
        if to == self.refused:
            raise smtplib.SMTPRecipientsRefused({to: (self.code, b"no")})
        if self.down in ("all", to):
            raise ConnectionResetError(f"while sending to {to}")
        self.taken.append(messages[0])
        return 1


def people(count: int) -> list[SavedSearch]:
    return [SavedSearchFactory(is_mailable=True, query="mode=remote", often="daily") for _ in range(count)]


def test_one_address_that_fails_stops_nobody_else_and_stays_out_of_the_log(db, monkeypatch, caplog):
    first, second, third = people(3)
    JobFactory(mode="remote")
    post = Post(refused=first.profile.user.email, down=second.profile.user.email)
    monkeypatch.setattr(SENDING, post.send_messages)
    assert send() == {"sent": 1, Outcome.REFUSED: 1, Outcome.LATER: 1}
    assert [message.to for message in post.taken] == [[third.profile.user.email]]
    assert "@" not in caplog.text
    assert "ConnectionResetError" in caplog.text
    post.refused = post.down = ""
    assert send() == {"sent": 1}  # the second; who refused isn't asked again for the same
    assert post.taken[1].to == [second.profile.user.email]


def test_an_address_that_refuses_for_now_is_tried_again_under_the_same_number(search, monkeypatch):
    JobFactory(mode="remote")
    post = Post(refused=search.profile.user.email, code=451)
    monkeypatch.setattr(SENDING, post.send_messages)
    assert send() == {Outcome.LATER: 1}
    code = AlertMail.objects.get().code
    JobFactory(mode="remote", title="Came later")
    post.refused = ""
    assert send() == {"sent": 1}
    assert post.taken[0].extra_headers["Message-ID"].startswith(f"<{code.hex}@")
    assert "Came later" not in post.taken[0].body
    assert AlertMail.objects.get().code is None
    a_day_later(search)
    assert send() == {"sent": 1}
    assert "Came later" in post.taken[1].body


def test_it_gives_up_in_the_end(search, monkeypatch):
    JobFactory(mode="remote")
    monkeypatch.setattr(SENDING, Post(down="all").send_messages)
    for _ in range(MOST_TRIES):
        assert send() == {Outcome.LATER: 1}
    assert send() == {Outcome.GIVEN_UP: 1}
    assert send() == {}


def test_a_server_that_is_down_isnt_asked_for_everybody(db, monkeypatch):
    people(8)
    JobFactory(mode="remote")
    post = Post(down="all")
    monkeypatch.setattr(SENDING, post.send_messages)
    with pytest.raises(CommandError, match="takes nothing now"):
        send()
    assert AlertMail.objects.exclude(code=None).count() == 5
    post.down = ""
    assert send() == {"sent": 8}


def test_what_closed_before_it_could_be_sent_isnt_sent(search, monkeypatch):
    job = JobFactory(mode="remote")
    post = Post(down="all")
    monkeypatch.setattr(SENDING, post.send_messages)
    send()
    close(job)
    post.down = ""
    assert send() == {"nothing new": 1}
    assert AlertMail.objects.get().code is None
    reopen(job)
    a_day_later(search)
    assert send() == {"sent": 1}


# --- Killed


class Killed(BaseException):
    """As nothing catches it."""


def killed(before_the_mail: bool):
    def send_messages(self: object, messages: list) -> int:
        if not before_the_mail:
            mail.outbox.extend(messages)
        raise Killed

    return send_messages


def time_passes() -> None:
    AlertMail.objects.exclude(busy_until=None).update(busy_until=timezone.now())


@pytest.mark.parametrize(("before_the_mail", "copies"), [(True, 1), (False, 2)])
def test_killed_while_sending_it_is_sent_by_the_next_run(search, monkeypatch, before_the_mail, copies):
    JobFactory(mode="remote")
    with monkeypatch.context() as patched:
        patched.setattr(SENDING, killed(before_the_mail))
        with pytest.raises(Killed):
            send()
    assert send() == {Outcome.BUSY: 1}  # somebody may be at it
    time_passes()
    assert send() == {"sent": 1}
    assert len(mail.outbox) == copies
    assert len({message.message()["Message-ID"] for message in mail.outbox}) == 1
    assert send("--now") == {"nothing new": 1}


def test_killed_twice_there_are_two_mails_at_most(search, monkeypatch):
    JobFactory(mode="remote")
    with monkeypatch.context() as patched:
        patched.setattr(SENDING, killed(before_the_mail=False))
        for _ in range(2):
            with pytest.raises(Killed):
                send()
            time_passes()
    assert send() == {Outcome.GIVEN_UP: 1}
    assert send("--now") == {"nothing new": 1}
    assert len(mail.outbox) == 2


def test_killed_before_it_was_decided_nothing_has_happened(search, monkeypatch):
    JobFactory(mode="remote")
    with monkeypatch.context() as patched:
        patched.setattr("profiles.alerts.sending.Letter", lambda *_: (_ for _ in ()).throw(Killed))
        with pytest.raises(Killed):
            send()
    assert send() == {"sent": 1}
    assert len(mail.outbox) == 1


def test_stopping_reaches_a_mail_that_waits(search, monkeypatch, client):
    JobFactory(mode="remote")
    monkeypatch.setattr(SENDING, Post(down="all").send_messages)
    send()
    client.post(f"/alerts/search/{search.token}/stop/")
    assert send("--now") == {}
    search.refresh_from_db()
    assert search.telling is None
