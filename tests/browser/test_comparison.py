"""What a reader does on the page of two roles, with JavaScript and without."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAIR = "/compare-roles/data-scientist-vs-ml-engineer/"
either_way = pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])


@either_way
def test_equal_facts_go_and_come_back(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto(PAIR)
    same, other = page.get_by_text("No difference: 1–8 years"), page.get_by_text("What it hands over")
    expect(same).to_be_visible()
    page.get_by_label("Show differences only").check()
    expect(same).to_be_hidden()
    expect(other).to_be_visible()
    page.get_by_label("Show differences only").uncheck()
    expect(same).to_be_visible()


@either_way
def test_both_columns_follow_the_city_and_years(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto(PAIR)
    page.get_by_label("City").select_option("Pune")
    page.get_by_label("Years").fill("1")
    page.get_by_role("button", name="Show pay for this").click()
    page.wait_for_url("**city=Pune&years=1*")
    expect(page.get_by_role("heading", name="Pay, before tax: Pune, with 1 year of experience")).to_be_visible()
    expect(page.locator(".pay-chart")).to_be_visible()


@either_way
def test_ticks_are_answered_and_can_be_sent_on(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto(PAIR)
    page.get_by_role("link", name="Tick what I have and like").click()
    page.get_by_label("MLOps").check()
    page.get_by_label("A/B tests and experiments").check()
    page.get_by_role("button", name="Show how each fits").click()
    expect(page.get_by_role("heading", name="How they fit")).to_be_visible()
    other = new_page(java_script_enabled=script)
    other.goto(page.url)
    expect(other.get_by_label("MLOps")).to_be_checked()
    expect(other.get_by_role("heading", name="How they fit")).to_be_visible()


def test_names_stay_in_sight_over_a_long_table(page: Page):
    page.goto(PAIR)
    row = page.locator(".differences tbody").last
    row.scroll_into_view_if_needed()
    head = page.locator(".differences thead th").first
    assert head.bounding_box()["y"] >= 0


@either_way
def test_a_source_opens_and_leads_to_the_report_form(new_page: Callable[..., Page], script: bool):
    page = new_page(java_script_enabled=script)
    page.goto(PAIR)
    page.locator(".opening .source-note summary").first.click()
    page.locator(".opening .source-note a.wrong").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("wrong")
    expect(page.locator("main")).to_contain_text("Data Scientists")
