"""The screen of openings: what an editor writes, sees before others, and decides."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from jobs.models import Job
from jobs.moves import MOVES, moves_of
from tests.desk import add_address, change_address, enter, errors, filled_in, list_address, listed, with_row
from tests.factories import (
    SEEN,
    CompanyFactory,
    JobFactory,
    JobFeedFactory,
    JobSourceFactory,
    LocationFactory,
    RoleFactory,
    SkillFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

LIST = list_address(Job)
STATES = {
    "draft": {},
    "held": {"held_because": "Asks for a fee."},
    "open": {},
    "closed": {"closed_at": SEEN, "closed_because": "gone"},
    "refused": {},
}


def written(**fields: object) -> dict[str, object]:
    """What an editor fills into an empty form."""
    return {
        "title": "Data Analyst",
        "slug": "data-analyst",
        "company": CompanyFactory(slug="acme").pk,
        "description": "<p>You answer questions.</p>",
        "posted_at": "2026-11-02T11:30:00",
        "is_posting_stated": "on",
        **fields,
    }


def added(editor_client, **fields: object) -> Job:
    form = filled_in(editor_client.get(add_address(Job))) | written(**fields)
    response = editor_client.post(add_address(Job), form)
    assert response.status_code == 302, errors(response)
    return Job.objects.get()


def test_a_new_job_is_a_draft_that_was_written_here(editor_client):
    job = added(editor_client)
    assert (job.status, job.is_by_hand, job.is_sample) == ("draft", True, False)
    assert timezone.localtime(job.posted_at).isoformat() == "2026-11-02T11:30:00+05:30"


def test_what_a_reader_must_not_get_is_cleaned_away(editor_client):
    job = added(editor_client, description='<p onclick="x()">Hello<script>alert(1)</script></p><img src=x>')
    assert job.description == "<p>Hello</p>"


def test_a_description_without_end_is_refused(editor_client):
    form = filled_in(editor_client.get(add_address(Job))) | written(description="x" * 50_001)
    assert "At most 50,000 characters." in errors(editor_client.post(add_address(Job), form))


@pytest.mark.parametrize(
    ("stated", "rupees"),
    [
        ({"stated_low": "40000", "stated_high": "60000", "stated_period": "month"}, (480_000, 720_000)),
        ({"stated_low": "600000", "stated_high": "", "stated_period": "year"}, (600_000, 600_000)),
        ({"stated_low": "500", "stated_high": "700", "stated_period": "day"}, (None, None)),
    ],
)
def test_rupees_a_year_follow_from_what_is_stated(editor_client, stated, rupees):
    job = added(editor_client, stated_currency="INR", **stated)
    assert (job.pay_min, job.pay_max) == rupees


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({"stated_low": "7", "stated_high": "6"}, "State the smaller end first."),
        ({"stated_low": "6", "stated_high": "99999999999"}, "more than anybody is paid"),
    ],
)
def test_pay_that_cannot_be_is_a_form_error(editor_client, stated, said):
    fields = written(stated_currency="INR", stated_period="year", **stated)
    form = filled_in(editor_client.get(add_address(Job))) | fields
    assert said in errors(editor_client.post(add_address(Job), form))


def test_saving_a_feeds_job_leaves_its_reading_of_pay_alone(editor_client):
    job = JobFactory(pay_min=600_000, pay_max=800_000, pay_words="6-8 LPA")
    form = filled_in(editor_client.get(change_address(job))) | {"title": "Analyst"}
    assert editor_client.post(change_address(job), form).status_code == 302
    job.refresh_from_db()
    assert (job.title, job.pay_min, job.pay_max) == ("Analyst", 600_000, 800_000)


def test_a_role_by_hand_is_certain(editor_client):
    job, role = JobFactory(role_confidence=40), RoleFactory()
    form = filled_in(editor_client.get(change_address(job)))
    editor_client.post(change_address(job), form)
    job.refresh_from_db()
    assert job.role_confidence == 40
    editor_client.post(change_address(job), form | {"role": role.pk})
    job.refresh_from_db()
    assert (job.role, job.role_confidence) == (role, 100)
    editor_client.post(change_address(job), form | {"role": ""})
    job.refresh_from_db()
    assert (job.role, job.role_confidence) == (None, 0)


def test_places_and_skills_are_rows_of_the_form(editor_client):
    job = JobFactory()
    form = filled_in(editor_client.get(change_address(job)))
    form = with_row(form, "place_rows", location=LocationFactory(slug="pune").pk, words="Poona")
    form = with_row(form, "skill_rows", skill=SkillFactory(slug="sql").pk)
    assert editor_client.post(change_address(job), form).status_code == 302
    assert job.place_rows.get().words == "Poona"
    assert job.skills.get().slug == "sql"


# --- From one state to another


def act(editor_client, name: str, *jobs: Job) -> str:
    """What the editor is told."""
    chosen = {"action": name, "_selected_action": [job.pk for job in jobs]}
    response = editor_client.post(LIST, chosen, follow=True)
    return " ".join(str(message) for message in response.context["messages"])


ENDS = {"publish": "open", "hold": "held", "close": "closed", "reopen": "open", "refuse": "refused"}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", MOVES)
def test_a_move_starts_where_it_may_and_nowhere_else(editor_client, name, state):
    job = JobFactory(status=state, **STATES[state])
    said = act(editor_client, name, job)
    job.refresh_from_db()
    if name in moves_of(JobFactory(status=state, **STATES[state])):
        assert (job.status, said) == (ENDS[name], f"{MOVES[name].label}: 1 done.")
    else:
        assert job.status == state
        assert "stays as it is. It is " in said


def test_a_closed_one_says_who_closed_it_and_a_reopened_one_when(editor_client):
    job = JobFactory()
    act(editor_client, "close", job)
    job.refresh_from_db()
    assert (job.closed_because, timezone.localdate(job.closed_at)) == ("editor", timezone.localdate())
    act(editor_client, "reopen", job)
    job.refresh_from_db()
    assert (job.closed_at, job.closed_because) == (None, "")
    assert timezone.localdate(job.reopened_at) == timezone.localdate()


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        ({"description": ""}, "It has no description yet."),
        ({"closes_at": SEEN + datetime.timedelta(hours=1)}, "Its last day has passed"),
    ],
)
def test_what_lacks_something_is_not_published(editor_client, lacks, said):
    job = JobFactory(status="draft", **lacks)
    assert said in act(editor_client, "publish", job)
    job.refresh_from_db()
    assert job.status == "draft"


def test_one_that_cannot_be_moved_does_not_stop_the_others(editor_client):
    good, bad = JobFactory(status="draft"), JobFactory(status="closed", **STATES["closed"])
    said = act(editor_client, "publish", good, bad)
    good.refresh_from_db()
    assert good.status == "open"
    assert "Publish: 1 done." in said


def test_a_button_saves_then_moves(editor_client):
    job = JobFactory(status="draft")
    page = editor_client.get(change_address(job))
    assert 'value="Save, then publish"' in page.content.decode()
    assert "Save, then close" not in page.content.decode()
    form = filled_in(page) | {"title": "Senior Analyst", "_move_publish": "Save, then publish"}
    assert editor_client.post(change_address(job), form).status_code == 302
    job.refresh_from_db()
    assert (job.title, job.status) == ("Senior Analyst", "open")


def test_asking_for_a_page_moves_nothing(editor_client):
    job = JobFactory(status="draft")
    editor_client.get(f"{change_address(job)}?_move_publish=1")
    editor_client.get(LIST, {"action": "publish", "_selected_action": job.pk})
    job.refresh_from_db()
    assert job.status == "draft"


# --- Preview


def preview_address(job: Job) -> str:
    return f"{LIST}{job.pk}/preview/"


@pytest.mark.parametrize("state", STATES)
def test_an_editor_sees_the_page_before_others_do(editor_client, state):
    job = JobFactory(status=state, **STATES[state])
    response = editor_client.get(preview_address(job))
    html = response.content.decode()
    assert response.status_code == 200
    assert "You answer questions with data." in html
    assert '<meta name="robots" content="noindex, ' in html
    assert 'rel="canonical"' not in html
    assert "application/ld+json" not in html
    assert "no-store" in response["Cache-Control"]


def test_nobody_else_sees_it(client, db):
    job = JobFactory(status="draft")
    assert client.get(preview_address(job)).headers["Location"].startswith("/admin/login/")
    editor = UserFactory(is_staff=True)
    enter(client, editor)
    assert client.get(preview_address(job)).status_code == 404
    editor.user_permissions.set(Permission.objects.filter(codename="view_job"))
    assert client.get(preview_address(job)).status_code == 200


def test_an_unknown_job_has_no_preview(editor_client):
    assert editor_client.get(f"{LIST}999/preview/").status_code == 404


# --- Finding


def test_queues_hold_what_waits(editor_client):
    held = JobFactory(status="held", held_because="Fee.", role=RoleFactory())
    unknown, draft = JobFactory(), JobFactory(status="draft", role=RoleFactory())
    JobFactory(role=RoleFactory())
    JobFactory(status="closed", **STATES["closed"])
    queues = {"held": [held], "role": [unknown], "drafts": [draft]}
    for queue, jobs in queues.items():
        assert listed(editor_client.get(LIST, {"queue": queue})) == jobs


def test_jobs_of_a_feed_are_listed_once(editor_client):
    feed, job = JobFeedFactory(name="Acme board"), JobFactory()
    JobSourceFactory.create_batch(2, feed=feed, job=job)
    JobSourceFactory()
    page = editor_client.get(LIST, {"sources__feed__id__exact": feed.pk})
    assert listed(page) == [job]
    assert '<td class="field-feed">Acme board</td>' in page.content.decode()
