from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_suggestions_are_chosen_with_the_keyboard(new_page: Callable[..., Page]):
    page = new_page()
    page.goto("/roles/")
    box = page.get_by_role("combobox", name="Search roles")
    box.press_sequentially("data scientst")
    option = page.get_by_role("option", name="Data Scientist role")
    expect(option).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "search-suggestion-0")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press_sequentially(" ")
    expect(option).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")
    page.wait_for_url("**/roles/data-scientist/")


def test_a_comparison_is_suggested_and_clicked(new_page: Callable[..., Page]):
    page = new_page()
    page.goto("/")
    page.get_by_role("combobox", name="Search roles").fill("ds vs mle")
    page.get_by_role("option", name="Data Scientist vs Machine Learning Engineer").click()
    page.wait_for_url("**/compare-roles/data-scientist-vs-ml-engineer/")


def test_the_box_works_without_javascript(new_page: Callable[..., Page]):
    page = new_page(java_script_enabled=False)
    page.goto("/")
    box = page.get_by_role("searchbox", name="Search roles")
    box.fill("nurse")
    box.press("Enter")
    page.wait_for_url("**/search/?q=nurse")
    expect(page.get_by_role("link", name="Nurse", exact=True)).to_be_visible()
