from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PAGE = "/compare-roles/data-scientist-vs-ml-engineer/"


def copied_from(page: Page) -> str:
    """What is pasted after the button at the foot of the page was pressed."""
    button = page.get_by_role("button", name="Copy link")
    button.click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    expect(button).to_be_focused()
    box = page.get_by_role("combobox", name="Search roles")
    box.focus()
    page.keyboard.press("Control+V")
    return box.input_value()


def test_the_link_is_copied_and_it_is_said(new_page: Callable[..., Page], site: str):
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{PAGE}?years=3#pay")
    assert copied_from(page) == f"{site}{PAGE}?years=3"


def test_it_is_copied_without_a_clipboard_too(new_page: Callable[..., Page], site: str):
    page = new_page()
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.goto(PAGE)
    assert copied_from(page) == f"{site}{PAGE}"


def test_where_nothing_can_be_copied_the_link_is_shown(new_page: Callable[..., Page], site: str):
    page = new_page()
    page.add_init_script("delete Navigator.prototype.clipboard; document.execCommand = () => false")
    page.goto(PAGE)
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("status").filter(has_text=f"Copy it from here: {site}{PAGE}")).to_be_visible()


def test_without_javascript_there_is_no_button(new_page: Callable[..., Page]):
    page = new_page(java_script_enabled=False)
    page.goto(PAGE)
    expect(page.get_by_role("link", name="as Markdown")).to_be_visible()
    expect(page.get_by_role("button", name="Copy link", include_hidden=True)).to_be_hidden()
