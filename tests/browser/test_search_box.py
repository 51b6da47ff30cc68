from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

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
    expect(box).to_have_attribute("aria-activedescendant", "search-box-suggestion-0")
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


def as_in_a_large_catalogue(route: Route) -> None:
    """The page with a picker that has no list of all roles at hand."""
    answer = route.fetch()
    asked = 'class="picker" data-suggest="/search/suggest/?kind=role" data-fills'
    html = answer.text().replace('class="picker"', asked).replace(' list="role-names"', "")
    route.fulfill(response=answer, body=html)


def test_the_picker_is_filled_from_suggestions_of_roles(new_page: Callable[..., Page]):
    page = new_page()
    page.route("**/compare-roles/", as_in_a_large_catalogue)
    page.goto("/compare-roles/")
    for box, typed, option in ((0, "data scientst", "Data Scientist"), (1, "mle", "Machine Learning Engineer")):
        field = page.locator(".picker").get_by_role("combobox").nth(box)
        field.press_sequentially(typed)
        page.get_by_role("option", name=option, exact=True).click()
        expect(field).to_have_value(option)
        expect(field).to_have_attribute("aria-expanded", "false")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.wait_for_url("**/compare-roles/data-scientist-vs-ml-engineer/")
