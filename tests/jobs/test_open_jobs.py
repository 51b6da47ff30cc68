"""How many jobs are open, on the pages of roles, skills and comparisons."""

import datetime
import re

import pytest

from comparisons.page import render_pair
from comparisons.queries import find_roles
from jobs.counts import open_jobs
from jobs.models import Job
from tests.factories import SEEN, JobFactory, RoleFactory

pytestmark = pytest.mark.django_db

PAIR = "/compare-roles/data-analyst-vs-welder/"
DAY = datetime.timedelta(days=1)


@pytest.fixture
def roles():
    return [RoleFactory(slug=slug, core={"python": 90}) for slug in ("data-analyst", "welder")]


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def page(client, path: str) -> str:
    return client.get(path).content.decode()


def test_the_newest_three_of_each_role_come_with_how_many_there_are(roles, django_assert_num_queries):
    analyst, welder = roles
    jobs = [JobFactory(role=analyst, title=f"Analyst {n}", posted_at=SEEN + n * DAY) for n in range(5)]
    JobFactory(role=analyst, status="held", held_because="Fee.")
    JobFactory(role=analyst, is_sample=True)
    JobFactory(role=RoleFactory())
    with django_assert_num_queries(1):
        first, second = open_jobs(analyst, welder)
    assert (first.count, first.text, first.path) == (5, "5 open jobs", "/jobs/role/data-analyst/")
    assert [link.path for link in first.newest] == [job.get_absolute_url() for job in reversed(jobs[2:])]
    assert (second.count, second.newest) == (0, ())


def test_a_role_shows_them(client, roles):
    assert 'id="jobs"' not in page(client, "/roles/data-analyst/")
    job = JobFactory(role=roles[0])
    html = page(client, "/roles/data-analyst/")
    assert '<a href="/jobs/role/data-analyst/">1 open job of Data Analysts</a>' in html
    assert f'href="{job.get_absolute_url()}"' in html


def test_a_comparison_shows_both_side_by_side(client, roles):
    assert "Open jobs" not in page(client, PAIR)
    JobFactory.create_batch(2, role=roles[0])
    text = text_of(page(client, PAIR))
    assert "Open jobs here 2 open jobs of Data Analysts None at present" in text
    assert "Open jobs of both Data Analyst 2 open jobs of Data Analysts here. The newest:" in text
    assert "Welder None is open here at present." in text
    turned = text_of(page(client, f"{PAIR}?first=welder"))
    assert "Open jobs here None at present 2 open jobs of Data Analysts" in turned


def test_what_two_roles_are_measured_by_does_not_hang_on_openings(roles):
    before = render_pair(*find_roles("data-analyst", "welder"))
    JobFactory(role=roles[0])
    assert render_pair(*find_roles("data-analyst", "welder")) == before


def test_a_skill_says_how_many_ask_for_it(client, roles, monkeypatch):
    assert 'id="jobs"' not in page(client, "/skills/python/")
    JobFactory.create_batch(2, asks=["python"])
    JobFactory(asks=["python"], is_sample=True)
    assert '<a href="/jobs/?skill=python">2 open jobs asking for Python</a>' in page(client, "/skills/python/")
    monkeypatch.setattr("jobs.counts.MOST_COUNTED", 2)
    assert "2 open jobs or more asking for Python" in page(client, "/skills/python/")


def test_a_closed_one_counts_no_more(client, roles):
    JobFactory(role=roles[0])
    Job.objects.update(status="closed", closed_at=SEEN, closed_because="gone")
    assert 'id="jobs"' not in page(client, "/roles/data-analyst/")
