"""The whole way of a person through the site in a real browser, by links and buttons, with JavaScript and without: sign
up, import, confirm, see the fit, what if, apply, receipt, withdraw, export, delete. And mail of new jobs, stopped."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import pytest
from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from accounts.models import User
from jobs.models import Job
from profiles.documents.files import resume_pdf
from profiles.export import tables_of
from profiles.fit.weighing import weigh
from profiles.models import Application, ApplicationCopy, Profile
from tests.browser.walking import EMAIL, PASSWORD, Walk, sign_in, sign_up
from tests.factories import CompanyFactory, JobFactory, JobQuestionFactory, LocationFactory, RoleFactory, SkillFactory
from tests.profiles.resumes import ASHA

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

EMPLOYER = "people@acme.example"
ADVERT = "<p>You answer questions with data, for forty shops.</p>"
QUESTION, ANSWER = "Which report of yours was used most?", "The one of returned goods."
with_and_without = pytest.mark.parametrize("script", [True, False], ids=["with-javascript", "without-javascript"])


@pytest.fixture
def site(browser: Browser, settings) -> Iterator[str]:
    """In this process, so that a test has its mail and its tables."""
    server = LiveServer("localhost")
    settings.SITE_URL = server.url
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    yield server.url
    server.stop()


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


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def bring(walk: Walk, resume: Path) -> None:
    """A résumé becomes the profile, as far as the person says yes."""
    walk.sees("We read it, and you say what is added.")
    walk.follow("Bring a résumé")
    walk.page.locator("input[type=file]").set_input_files(resume)
    walk.press("Read it")
    walk.is_at("Is this right?")
    expect(walk.page.get_by_label("Name", exact=True)).to_have_value("Asha Rao")
    walk.sees("Senior Data Analyst", "Northern Bank", "Fergusson College", "Line 1:")
    assert not Profile.objects.exclude(name="").exists()
    walk.press("Add what is ticked")
    walk.follow("See your profile")
    walk.is_at("Asha Rao")
    walk.sees("Acme Retail", "Northern Bank", "Wrote SQL tests", "Fergusson College", "Marathi")


def aim(walk: Walk) -> None:
    """What is next says so itself, and a slip of the pen is forgiven."""
    walk.follow("Choose a role that you aim for")
    walk.fill("Role 1", "data anlyst")
    walk.press("Save")
    expect(walk.page.locator("#wishes .chips")).to_have_text("Data Analyst")


def see_fit(walk: Walk, script: bool) -> int:
    """From one's profile to the job, from the job to why it fits. The score."""
    walk.follow("Jobs that fit you")
    walk.sees("1 job", "Missing most: Excel, Tableau.")
    score = int(walk.page.locator(".fit-row .fit-number strong").inner_text())
    walk.follow("Data Analyst")
    if script:
        line = walk.page.locator(".fit-part > summary")
        expect(line).to_have_text(re.compile(rf"^{score} of 100: \w+\. Why\?$"))
        line.click()
        walk.sees("What would raise it most")
        walk.look()
        walk.follow("What one skill more would change")
    else:
        expect(walk.page.locator(".fit-part")).to_have_count(0)
        walk.follow("How well does this job fit you?")
    walk.sees(f"{score} of 100:", f"Tableau: {score} to")
    return score


def imagine(walk: Walk, score: int) -> None:
    """Nothing of it is stored."""
    walk.follow("Try several at once")
    walk.tick("Tableau")
    walk.press("Count it")
    walk.is_at("What if you had Tableau?")
    before, after = re.findall(r"\d+", walk.page.locator(".fit-number strong").inner_text())
    assert int(before) < int(after) <= 100
    walk.sees("I have Tableau")
    assert not Profile.objects.filter(profileskill_rows__name="Tableau").exists()


def look_at_resume(walk: Walk) -> None:
    """What it says, what could be better, and how it is ordered for this job. Back at the job."""
    walk.go_home()
    walk.follow("Your résumé")
    walk.sees("All of your profile fits on one page.", "Wrote SQL tests")
    walk.follow("What could be better?")
    walk.is_at("Advice on your résumé")
    walk.go_home()
    walk.follow("Jobs that fit you")
    walk.click(walk.page.get_by_role("link", name="Why Data Analyst fits so"))
    walk.follow("Your résumé for this job")
    walk.sees("The advert asks for Excel, SQL, Tableau.")
    walk.follow("Data Analyst at Acme")


def apply(walk: Walk, score: int) -> None:
    """The employer's question, a look at all of it, and off."""
    walk.follow("Apply here")
    walk.sees("Which résumé?", QUESTION)
    expect(walk.page.get_by_role("radio", name="Made for this job")).to_have_css("width", "24px")
    walk.fill(QUESTION, ANSWER)
    walk.press("Look at all of it")
    walk.sees(
        "Made for this job", "Asha Rao", EMAIL, ANSWER, EMPLOYER, f"Not sent: your fit score. It is {score} of 100"
    )
    assert not Application.objects.exists()
    walk.press("I agree: send it")
    walk.is_at("Data Analyst")
    walk.sees("Sent", f"Sent by e-mail to {EMPLOYER}", QUESTION, ANSWER, f"{score} of 100:")


def employer_has_it(walk: Walk, score: int) -> None:
    """The résumé, the answer and how to reach the person; nothing of the score."""
    message = mail.outbox[-1]
    assert (message.to, message.reply_to) == ([EMPLOYER], [EMAIL])
    [(name, pdf, kind)] = message.attachments
    assert (name, kind) == ("Asha-Rao-resume.pdf", "application/pdf")
    told = message.subject + message.body + text_of(pdf)
    for said in ("Asha Rao", ANSWER, "Senior Data Analyst", "Northern Bank", "+91 98765 43210"):
        assert said in told
    for kept_back in ("of 100", "fit", f" {score} "):
        assert kept_back not in told
    own = walk.page.get_by_role("link", name="The résumé as you sent it (PDF)").get_attribute("href")
    assert walk.page.request.get(own).body() == pdf


def keep_receipt(walk: Walk, job: Job) -> None:
    """Whatever becomes of the advert, what was sent stays as it was."""
    Job.objects.filter(pk=job.pk).update(title="Night Guard", description="<p>Other.</p>", pay_min=None, pay_max=None)
    walk.follow("Your applications")
    walk.sees("Sent: 1", "Acme")
    walk.follow("Data Analyst")
    walk.page.get_by_text("The advert’s words, as they were").click()
    walk.sees("for forty shops", "₹9L–₹12L a year", "Pune", "3 years")
    walk.page.get_by_text("Every line of the score").click()
    walk.sees("It isn’t in your profile.")
    expect(walk.page.get_by_text("Night Guard")).to_have_count(0)


def take_back(walk: Walk) -> None:
    walk.follow("Withdraw")
    walk.press("Withdraw it")
    history = walk.page.locator("#history li")
    expect(history).to_have_count(2)
    walk.sees("Withdrawn", ANSWER)
    message = mail.outbox[-1]
    assert message.to == [EMPLOYER]
    assert message.subject == "Withdrawn: Data Analyst, Asha Rao"


def take_along(walk: Walk) -> None:
    """Everything that is kept, as files that can be read."""
    walk.go_home()
    walk.follow("Privacy, copy, deletion")
    walk.sees("Keep my profile", "Nobody but you.")
    with walk.page.expect_download() as download:
        walk.page.get_by_role("link", name="Take all of it along (ZIP)").click()
    with zipfile.ZipFile(io.BytesIO(Path(download.value.path()).read_bytes())) as file:
        rows = {name: json.loads(file.read(name)) for name in file.namelist() if name.endswith(".json")}
        [sent] = [file.read(name) for name in file.namelist() if name.endswith(".pdf")]
        assert "accounts-user.json" in file.read("README.txt").decode()
    assert [user["email"] for user in rows["accounts-user.json"]] == [EMAIL]
    assert [row["title"] for row in rows["profiles-experience.json"]] == ["Senior Data Analyst", "Data Analyst"]
    assert [row["after"] for row in rows["profiles-applicationevent.json"]] == ["sent", "withdrawn"]
    assert rows["profiles-applicationcopy.json"][0]["answers"][0]["answer"] == ANSWER
    assert sent == ApplicationCopy.objects.get().pdf
    assert "Asha Rao" in text_of(sent)


def go(walk: Walk) -> None:
    """And nothing is left: of the account, of its profile, in any table."""
    tables = [rows for _, rows in tables_of(User.objects.get()) if rows]
    assert len(tables) > 12
    walk.follow("Delete my account")
    walk.fill("Your password", "not mine at all")
    walk.press("Delete my account")
    walk.sees("That isn’t your password. Nothing was deleted.")
    walk.fill("Your password", PASSWORD)
    walk.press("Delete my account")
    walk.is_at("Your account is deleted")
    assert [type(rows[0]).__name__ for rows in tables if type(rows[0]).objects.exists()] == []
    assert [table.__name__ for table in apps.get_models() if "Asha" in str(list(table.objects.values_list()))] == []
    sign_in(walk)
    walk.is_at("Sign in")
    walk.sees("The address or the password isn’t right.")


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


def save(walk: Walk) -> None:
    """A job with a note; a search with mail, by words and a place."""
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
