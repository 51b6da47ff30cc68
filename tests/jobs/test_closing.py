"""Openings that end by themselves."""

import datetime
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from jobs.models import UNSEEN_DAYS, Job
from tests.factories import JobFactory

pytestmark = pytest.mark.django_db

NOW = datetime.datetime(2026, 11, 25, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
TODAY = timezone.localdate(NOW)


@pytest.mark.parametrize(("closes_at", "closed"), [(NOW - DAY, 1), (NOW, 1), (NOW + DAY, 0), (None, 0)])
def test_job_closes_when_its_last_day_has_passed(closes_at, closed, django_assert_num_queries):
    job = JobFactory(closes_at=closes_at, posted_at=NOW - 9 * DAY)
    with django_assert_num_queries(1):
        assert Job.objects.close_expired(NOW) == closed
    job.refresh_from_db()
    assert (job.status, job.closed_because) == (("closed", "expired") if closed else ("open", ""))
    assert job.closed_at == (NOW if closed else None)


@pytest.mark.parametrize(("days", "closed"), [(0, 0), (UNSEEN_DAYS, 0), (UNSEEN_DAYS + 1, 1)])
def test_job_of_a_feed_closes_when_no_feed_lists_it_for_so_long(days, closed):
    job = JobFactory(is_by_hand=False, last_seen_on=TODAY - days * DAY)
    assert Job.objects.close_unseen(NOW) == closed
    job.refresh_from_db()
    assert job.closed_because == ("unseen" if closed else "")


def test_job_written_here_needs_no_feed():
    JobFactory(is_by_hand=True, last_seen_on=TODAY - 99 * DAY)
    assert Job.objects.close_unseen(NOW) == 0


@pytest.mark.parametrize("status", ["draft", "held", "refused"])
def test_what_readers_never_saw_does_not_become_public_by_closing(status):
    JobFactory(status=status, held_because="x", is_by_hand=False, last_seen_on=TODAY - 99 * DAY, closes_at=NOW - DAY)
    Job.objects.update(posted_at=NOW - 9 * DAY)
    assert (Job.objects.close_expired(NOW), Job.objects.close_unseen(NOW)) == (0, 0)


def test_command_says_what_it_closed_and_is_safe_to_run_twice():
    now = timezone.now()
    JobFactory(closes_at=now - DAY, posted_at=now - 9 * DAY)
    JobFactory.create_batch(2, is_by_hand=False, last_seen_on=timezone.localdate(now) - 99 * DAY)
    JobFactory()
    said = []
    for _ in range(2):
        out = StringIO()
        call_command("close_jobs", stdout=out)
        said.append(out.getvalue())
    assert said == [
        "Jobs closed: 1 whose last day passed, 2 not seen for 14 days.\n",
        "Jobs closed: 0 whose last day passed, 0 not seen for 14 days.\n",
    ]
