"""The line of public pages that says how something fits: for who is signed in by the script, for all others a link."""

from collections.abc import Callable, Iterator

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, Page, expect

from profiles.fit.weighing import weigh
from tests.browser.test_layout_shift import OBSERVE, moved
from tests.factories import JobFactory, MemberFactory, ProfileFactory, RoleFactory
from tests.profiles.fitting import with_skills

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "kettle-drum-orchard"
PAGES = {
    "/roles/data-analyst/": "57 of 100: partial. Why?",
    "/jobs/900001-data-analyst/": "44 of 100: partial, 1 blocker. Why?",
    "/compare-roles/data-analyst-vs-nurse/": "57 and 20 of 100. Why?",
}
QUESTION = "How well do"


@pytest.fixture
def phone(browser: Browser, site_here: str) -> Iterator[Callable[..., Page]]:
    """Opens a page on the narrowest phone. What a page complains of or asks of personal pages is in its lists."""
    complaints: list[str] = []

    def open_page(**options: object) -> Page:
        context = browser.new_context(**{"base_url": site_here, "viewport": {"width": 320, "height": 640}} | options)
        context.set_default_timeout(10_000)
        context.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url.removeprefix(site_here)))
        return page

    yield open_page
    for context in browser.contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def asha(phone) -> None:
    """Who has one of the two skills that a data analyst is asked for, and a third of the years."""
    analyst, _ = (
        RoleFactory(slug=slug, core=core)
        for slug, core in {
            "data-analyst": {"sql": 90, "excel": 100},
            "nurse": {"first-aid": 90},
        }.items()
    )
    JobFactory(pk=900001, role=analyst, asks=["sql", "excel"], years_min=9)
    weigh(list)
    profile = ProfileFactory(user=MemberFactory(email="asha@example.org", password=PASSWORD), months=24)
    with_skills(profile, ["sql"])


def sign_in(page: Page) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("E-mail address").fill("asha@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/profile/")


def test_who_is_signed_in_sees_the_score_and_nothing_moves(asha, phone):
    page = phone()
    sign_in(page)
    page.add_init_script(OBSERVE)
    for path, words in PAGES.items():
        page.goto(path)
        line = page.locator(".fit-part > summary")
        expect(line).to_have_text(words)
        assert moved(page) == []
        assert line.evaluate("line => line.scrollWidth <= line.clientWidth")
        expect(page.get_by_text("Every line of the score").first).to_be_hidden()
        line.click()
        expect(page.get_by_text("Every line of the score").first).to_be_visible()
        expect(page.locator(".fit-meter").first).to_have_css("width", "288px")
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_nothing_moves_on_a_desktop_either(asha, phone):
    page = phone(viewport={"width": 1280, "height": 2400})
    sign_in(page)
    page.add_init_script(OBSERVE)
    for path, words in PAGES.items():
        page.goto(path)
        expect(page.locator(".fit-part > summary")).to_have_text(words)
        assert moved(page) == []


def test_the_words_are_read_out_once_and_the_panel_is_not(asha, phone):
    page = phone()
    sign_in(page)
    page.goto("/roles/data-analyst/")
    expect(page.locator(".fit-part > summary")).to_be_visible()
    expect(page.locator(".fit-line")).not_to_have_attribute("aria-live", "polite")


def test_who_is_not_signed_in_asks_nothing(asha, phone):
    page = phone()
    for path in PAGES:
        page.goto(path, wait_until="networkidle")
        expect(page.locator(".fit-line")).to_contain_text(QUESTION)
    assert not [path for path in page.asked if path.startswith("/profile/")]


def test_after_signing_out_nothing_is_asked(asha, phone):
    page = phone()
    sign_in(page)
    page.goto("/accounts/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/accounts/login/")
    page.asked.clear()
    page.goto("/roles/data-analyst/", wait_until="networkidle")
    expect(page.locator(".fit-line")).to_contain_text(QUESTION)
    assert not [path for path in page.asked if path.startswith("/profile/")]


def test_a_session_that_ended_elsewhere_leaves_the_link_and_is_forgotten(asha, phone):
    page = phone()
    sign_in(page)
    Session.objects.all().delete()
    page.goto("/roles/data-analyst/", wait_until="networkidle")
    expect(page.locator(".fit-line")).to_contain_text(QUESTION)
    assert "signed_in" not in page.evaluate("document.cookie")


def test_without_javascript_the_link_leads_to_the_same(asha, phone):
    page = phone(java_script_enabled=False)
    page.goto("/roles/data-analyst/")
    page.get_by_role("link", name="How well does this role fit you?").click()
    page.get_by_label("E-mail address").fill("asha@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/profile/fit/role/data-analyst/")
    expect(page.locator(".fit-score")).to_contain_text("57 of 100")
