"""The whole way of a person through the site in a real browser, with JavaScript and without, by what a reader sees:
sign up, import, confirm, fit, what if, apply, receipt, withdraw, export, delete. And mail about new jobs, stopped.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from playwright.sync_api import Page, expect

from jobs.models import Job
from profiles.documents.files import resume_pdf
from profiles.fit.weighing import weigh
from tests.browser.on_the_way import (
    ADVERT,
    EMPLOYER,
    QUESTION,
    aim,
    apply,
    bring,
    employer_has_it,
    go,
    imagine,
    keep_receipt,
    look_at_resume,
    see_fit,
    take_along,
    take_back,
)
from tests.browser.walking import EMAIL, Walk, make_account, sign_up, start_profile
from tests.factories import CompanyFactory, JobFactory, JobQuestionFactory, LocationFactory, RoleFactory, SkillFactory
from tests.profiles.resumes import ASHA

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

with_and_without = pytest.mark.parametrize("script", [True, False], ids=["with-javascript", "without-javascript"])


@pytest.fixture
def site(site_here: str) -> str:
    """Where pages are opened."""
    return site_here


@pytest.fixture
def job(db) -> Job:
    """Of a company that takes applications by mail. Two skills of four are those of the résumé."""
    SkillFactory(slug="power-bi", name="Power BI"), SkillFactory(slug="statistics"), LocationFactory(slug="pune")
    analyst = RoleFactory(slug="data-analyst", core={"sql": 90, "python": 60, "tableau": 80, "excel": 70})
    RoleFactory(slug="nurse", core={"first-aid": 90})
    asked_for = {"role": analyst, "asks": ["sql", "tableau", "excel"], "at": ["pune"], "years_min": 3}
    acme = CompanyFactory(slug="acme", name="Acme", applications_email=EMPLOYER)
    job = JobFactory(company=acme, description=ADVERT, pay_min=900_000, pay_max=1_200_000, **asked_for)
    JobQuestionFactory(job=job, words=QUESTION)
    weigh(list)
    return job


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """As the site itself would set it."""
    file = tmp_path / "asha-rao.pdf"
    file.write_bytes(resume_pdf(ASHA, pages=2).body)
    return file


@with_and_without
def test_the_whole_way(new_page: Callable[..., Page], job: Job, resume: Path, script: bool):
    walk = Walk(new_page(java_script_enabled=script))
    sign_up(walk)
    bring(walk, resume)
    aim(walk)
    score = see_fit(walk, script)
    imagine(walk, score)
    look_at_resume(walk)
    apply(walk, score)
    employer_has_it(walk, score)
    keep_receipt(walk, job)
    take_back(walk)
    take_along(walk)
    go(walk)
    assert not walk.faults, "\n".join(walk.faults)


def test_who_comes_to_apply_first_is_led_back_to_it(new_page: Callable[..., Page], job: Job):
    """Without account, profile or name."""
    walk = Walk(new_page(java_script_enabled=False))
    walk.follow("Jobs", within="header")
    walk.follow("Data Analyst")
    walk.follow("Apply here")
    make_account(walk)
    start_profile(walk)
    walk.is_at("Your name first")
    walk.follow("Write it, then come back here")
    walk.fill("Your name", "Asha Rao")
    walk.press("Save")
    walk.is_at("Apply: step 1 of 2")
    walk.sees(QUESTION)
    assert not walk.faults, "\n".join(walk.faults)


def save(walk: Walk) -> None:
    """A job with a note; a search with mail."""
    walk.follow("Jobs", within="header")
    walk.follow("Data Analyst")
    walk.follow("Save this job")
    walk.fill("Note", "Ask about the shops")
    walk.press("Save this job")
    walk.is_at("Saved jobs")
    walk.sees("Data Analyst", "Acme", "Ask about the shops")
    walk.follow("Jobs", within="header")
    walk.fill("Title, skill, company or place", "analyst")
    walk.press("Find jobs")
    walk.follow("Save this search")
    walk.page.get_by_label("Mail about new jobs").select_option("At most once a day")
    walk.press("Save this search")
    walk.sees("Not saved yet", "Tick this box if you want mail")
    walk.tick("I agree to get this mail")
    walk.press("Save this search")
    walk.is_at("Saved searches")
    walk.sees("1 open job", "At most once a day")


@with_and_without
def test_mail_about_new_jobs_is_stopped_by_one_click(new_page: Callable[..., Page], job: Job, script: bool):
    walk = Walk(new_page(java_script_enabled=script))
    sign_up(walk)
    save(walk)
    walk.go_home()
    expect(walk.page.get_by_role("listitem").filter(has_text="Saved searches")).to_contain_text("1")
    JobFactory(title="Senior Analyst", company=job.company)
    call_command("send_alerts", "--now", verbosity=0)
    message = mail.outbox[-1]
    assert (message.to, message.subject) == ([EMAIL], "1 new job: “analyst” jobs")
    assert "Senior Analyst" in message.body
    [stop] = re.findall(r"^Stop all of it, without signing in: (\S+)$", message.body, re.MULTILINE)

    stranger = Walk(new_page(java_script_enabled=script), at=stop)
    stranger.is_at("Stop all mail about new jobs?")
    stranger.press("Stop all of it")
    stranger.is_at("Stopped")
    assert stranger.page.context.cookies() == []
    JobFactory(title="Junior Analyst", company=job.company)
    call_command("send_alerts", "--now", verbosity=0)
    assert mail.outbox[-1] is message
    walk.follow("Saved searches")
    walk.sees("No mail", "3 open jobs", "1 new job")
    walk.follow("saved jobs")
    walk.sees("Ask about the shops")
    assert not walk.faults + stranger.faults, "\n".join(walk.faults + stranger.faults)
