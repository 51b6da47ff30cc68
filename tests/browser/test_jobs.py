"""Finding openings on a phone, with JavaScript and without."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import DATABASE, ROOT, copy_database, served

pytestmark = pytest.mark.browser

OPENINGS = """
import django
django.setup()
from roles.models import Role
from tests.factories import CompanyFactory, JobFactory
for title, mode, role in [
    ("Data Analyst", "remote", "data-analyst"),
    ("Senior Data Analyst", "office", "data-analyst"),
    ("Staff Nurse", "office", "nurse"),
]:
    JobFactory(title=title, mode=mode, role=Role.objects.get(slug=role), company=CompanyFactory(slug="acme"))
"""


@pytest.fixture(scope="module")
def site(site: str, folder_of_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Another one with a few openings. Its catalogue is loaded and judged already."""
    folder = tmp_path_factory.mktemp("jobs")
    copy_database(folder_of_site, folder)
    with served(folder) as address:
        database = {"DATABASE_URL": f"sqlite:///{folder / DATABASE}", "DJANGO_SETTINGS_MODULE": "onjob.settings"}
        subprocess.run([sys.executable, "-c", OPENINGS], cwd=ROOT, env={**os.environ, **database}, check=True)  # noqa: S603
        yield address


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_openings_are_filtered_and_the_filter_taken_back(new_page: Callable[..., Page], scripts: bool):
    page = new_page(java_script_enabled=scripts)
    page.goto("/jobs/")
    expect(page.get_by_role("heading", name="3 jobs")).to_be_visible()
    expect(page.get_by_label("Where you work")).to_be_hidden()
    page.get_by_text("Filters and order").click()
    page.get_by_label("Where you work").select_option("office")
    page.get_by_label("Title, skill, company or place").fill("analyst")
    page.get_by_role("button", name="Show jobs").click()
    page.wait_for_url("**/jobs/?q=analyst&mode=office")
    expect(page.locator(".jobs h3")).to_have_text(["Senior Data Analyst"])
    page.get_by_role("link", name="Without “analyst”").click()
    page.wait_for_url("**/jobs/?mode=office")
    expect(page.locator(".jobs h3")).to_have_count(2)


def test_jobs_without_stated_pay_stay_unless_unticked(page: Page):
    page.goto("/jobs/?pay=5")
    expect(page.get_by_role("heading", name="3 jobs")).to_be_visible()
    page.get_by_text("Filters and order").click()
    tick = page.get_by_role("checkbox", name="Also jobs that state no pay")
    expect(tick).to_be_checked()
    tick.uncheck()
    page.get_by_role("button", name="Show jobs").click()
    page.wait_for_url("**/jobs/?pay=5&unstated=no")
    expect(page.get_by_role("heading", name="No jobs found")).to_be_visible()
    page.get_by_role("link", name="Without Only with stated pay").first.click()
    expect(page.get_by_role("heading", name="3 jobs")).to_be_visible()


def test_a_phone_shows_the_first_opening_without_scrolling_far(page: Page):
    page.goto("/jobs/")
    box = page.locator(".jobs h3").first.bounding_box()
    assert box is not None
    assert box["y"] < 740  # the height of the window
    assert page.evaluate("document.documentElement.scrollWidth") == 360
