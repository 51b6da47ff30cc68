"""Readers report a job: the form, what is kept, and when a job waits for an editor because of it."""

import datetime

import pytest
from django.test import Client

from jobs.models import Closing, Job, JobReport
from jobs.trust.reported import HOLD_AFTER, take
from roles.models import DataVersion
from tests.factories import JobFactory, JobReportFactory
from tests.prose import parse, text_of
from tests.site.raw import ask

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
SENT = {"complaint": "fee", "words": "They asked for ₹500."}


def form_of(job: Job) -> str:
    return f"/jobs/{job.pk}/report/"


def main_of(response) -> str:
    return text_of(next(parse(response.content.decode()).iter("main")))


def sender(number: int) -> str:
    return f"{number:016x}"


# --- The form


def test_form_names_the_job_and_what_may_be_wrong(client, django_assert_num_queries):
    job = JobFactory()
    with django_assert_num_queries(2):  # one is for the version of the data
        response = client.get(form_of(job))
    text = main_of(response)
    assert f"{job.title}, {job.company.name}" in text
    assert "It asks for money" in text
    assert "Please write nothing personal" in text


def test_form_is_not_indexed_not_kept_and_says_that_it_sets_a_cookie(client):
    response = client.get(form_of(JobFactory()))
    html = response.content.decode()
    assert '<meta name="robots" content="noindex">' in html
    assert 'rel="canonical"' not in html
    assert (response["Cache-Control"], response.cookies["csrftoken"]["max-age"]) == ("no-store", "")
    assert "Only this page sets a cookie" in html


def test_page_cache_leaves_the_form_alone(client, settings):
    settings.PAGE_CACHE_MB = 4
    job = JobFactory()
    first, second = (Client().get(form_of(job)) for _ in range(2))
    assert "ETag" not in first
    assert first.cookies["csrftoken"].value != second.cookies["csrftoken"].value


@pytest.mark.parametrize("status", ["draft", "held", "refused"])
def test_job_that_readers_may_not_see_is_not_there(client, status):
    job = JobFactory(status=status, held_because="x")
    assert client.get(form_of(job)).status_code == 404
    assert client.post(form_of(job), SENT).status_code == 404


@pytest.mark.parametrize("key", ["0", "99", "9" * 40, "x", "-1"])
def test_what_is_no_job_is_not_there(client, key):
    assert client.get(f"/jobs/{key}/report/").status_code == 404


def test_sending_needs_the_token(client):
    job = JobFactory()
    assert Client(enforce_csrf_checks=True).post(form_of(job), SENT).status_code == 403


# --- What is sent


def test_report_is_kept_without_an_address_and_its_sender_thanked(client, django_assert_max_num_queries):
    job = JobFactory()
    with django_assert_max_num_queries(11):  # 4 of them begin and end the transaction and its parts
        response = client.post(form_of(job), SENT)
    assert (response.status_code, response["Cache-Control"]) == (302, "no-store")
    report = JobReport.objects.get()
    assert (report.job, report.complaint, report.words, report.verdict) == (job, "fee", SENT["words"], "new")
    assert len(report.sender) == 16
    thanks = client.get(response["Location"])
    assert "Your report is with the editors" in main_of(thanks)
    assert not thanks.cookies
    assert thanks["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("sent", "error"),
    [
        ({"complaint": ""}, "Choose what is wrong"),
        ({"complaint": "scam"}, "Choose what is wrong"),
        ({"complaint": "other", "words": ""}, "Say what it is, in 10 characters or more."),
        ({"complaint": "wrong", "words": "bad"}, "Say what it is, in 10 characters or more."),
        ({"complaint": "fee", "words": "x" * 1001}, "Say it in 1,000 characters or fewer."),
    ],
)
def test_form_says_what_is_missing_and_keeps_what_was_written(client, sent, error):
    response = client.post(form_of(JobFactory()), sent)
    assert response.status_code == 200
    assert error in main_of(response)
    assert sent.get("words", "") in response.content.decode()
    assert not JobReport.objects.exists()


@pytest.mark.parametrize("complaint", ["fee", "fake", "filled"])
def test_some_complaints_need_no_words(client, complaint):
    assert client.post(form_of(JobFactory()), {"complaint": complaint}).status_code == 302


def test_program_that_fills_in_everything_is_thanked_and_not_kept(client):
    response = client.post(form_of(JobFactory()), {**SENT, "website": "https://evil.example"})
    assert response.status_code == 302
    assert not JobReport.objects.exists()


def test_sixth_report_of_an_hour_waits(client):
    jobs = JobFactory.create_batch(6)
    statuses = [client.post(form_of(job), SENT).status_code for job in jobs]
    assert statuses == [302] * 5 + [429]
    refused = client.post(form_of(jobs[5]), SENT)
    assert int(refused["Retry-After"]) > 3_500
    assert SENT["words"] in refused.content.decode()
    assert client.post(form_of(jobs[5]), SENT, REMOTE_ADDR="198.51.100.7").status_code == 302


def test_senders_are_forgotten_after_a_day():
    old = JobReportFactory(sender=sender(1), sent_at=NOW - DAY)
    take(JobFactory(), "filled", "", sender(2), NOW)
    old.refresh_from_db()
    assert old.sender == ""


def test_report_that_changes_no_job_moves_no_page():
    job = JobFactory()
    before = DataVersion.objects.get().number
    take(job, "filled", "", sender(1), NOW)
    assert DataVersion.objects.get().number == before


def test_junk_is_refused_or_not_there():
    job = JobFactory()
    for address in (f"/jobs/{job.pk}/report/%00", f"/jobs/{job.pk}/report/?a=%00", "/jobs/%FF/report/"):
        assert ask(address).status in (400, 404)


# --- When a job waits


def reported(job: Job, *reports: tuple[str, int, datetime.datetime]) -> list[bool]:
    return [take(job, complaint, "", sender(number), at) for complaint, number, at in reports]


def test_third_serious_report_holds_the_job_and_says_why():
    job = JobFactory()
    held = reported(job, ("fee", 1, NOW), ("fake", 2, NOW), ("fee", 3, NOW))
    job.refresh_from_db()
    assert (HOLD_AFTER, held, job.status) == (3, [False, False, True], "held")
    assert set(job.held_because.splitlines()) == {
        "Readers report: It asks for money (2)",
        "Readers report: The company or the job isn’t real (1)",
    }


@pytest.mark.parametrize(
    "reports",
    [
        [("fee", 1, NOW), ("fee", 1, NOW + HOUR), ("fee", 1, NOW + 2 * HOUR)],
        [("fee", 1, NOW), ("fake", 1, NOW), ("fee", 2, NOW)],
        [("filled", 1, NOW), ("wrong", 2, NOW), ("fee", 3, NOW), ("unfair", 4, NOW), ("other", 5, NOW)],
        # Two of one day whose senders are forgotten can't be told apart.
        [("fee", 1, NOW - 2 * DAY), ("fee", 2, NOW - 2 * DAY), ("fee", 3, NOW)],
    ],
    ids=["one network", "two networks", "harmless", "forgotten"],
)
def test_fewer_do_not(reports):
    job = JobFactory()
    assert not any(reported(job, *reports))
    job.refresh_from_db()
    assert job.status == "open"


def test_reports_of_three_days_hold_though_their_senders_are_forgotten():
    assert reported(JobFactory(), ("fee", 1, NOW - 4 * DAY), ("fee", 1, NOW - 2 * DAY), ("fee", 1, NOW))[-1]


def test_reports_of_other_jobs_do_not_count():
    one, other = JobFactory(), JobFactory()
    assert not any(reported(one, ("fee", 1, NOW), ("fee", 2, NOW)) + reported(other, ("fee", 3, NOW)))


@pytest.mark.parametrize("verdict", ["right", "wrong"])
def test_decided_reports_do_not_count_again(verdict):
    job = JobFactory()
    reported(job, ("fee", 1, NOW), ("fee", 2, NOW))
    JobReport.objects.update(verdict=verdict)
    assert not any(reported(job, ("fee", 3, NOW), ("fee", 4, NOW)))


def test_editors_decision_stands_until_as_many_report_it_anew():
    job = JobFactory()
    reported(job, *(("fee", number, NOW) for number in range(3)))
    job.refresh_from_db()
    job.let_stand(NOW + HOUR)
    job.save()
    later = NOW + 2 * HOUR
    assert reported(job, ("fee", 4, later), ("fee", 5, later), ("fee", 6, later)) == [False, False, True]


def test_closed_job_stays_closed():
    job = JobFactory()
    job.close(Closing.GONE, NOW)
    job.save()
    assert not any(reported(job, *(("fee", number, NOW) for number in range(4))))
    job.refresh_from_db()
    assert job.status == "closed"
