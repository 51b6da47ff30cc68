from collections.abc import Callable

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/compare-roles/",
    "/compare-roles/data-scientist-vs-ml-engineer/",
    "/compare-roles/data-scientist-vs-ml-engineer/suits/?have=python",
    "/feedback/?page=/roles/",
    "/roles/",
    "/roles/data-scientist/",
    "/salaries/",
    "/salaries/data-scientist/?pay=12&years=3",
    "/skills/",
    "/skills/python/",
    "/sources/",
    "/method/",
    "/fit/",
    "/data/",
    "/search/?q=data",
)
WIDTHS = (320, 360, 768, 1440)
OVERHANG = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
BACKGROUND = """() => [document.body, document.documentElement]
    .map(element => getComputedStyle(element).backgroundColor)
    .find(colour => colour !== "rgba(0, 0, 0, 0)")"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_from_phone_to_desktop(new_page: Callable[..., Page], path: str, scheme: str):
    page = new_page(color_scheme=scheme)
    assert page.goto(path).status == 200
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(OVERHANG) == 0, width


@pytest.mark.parametrize("path", PAGES)
def test_dark_has_another_background(new_page: Callable[..., Page], path: str):
    backgrounds = set()
    for scheme in ("light", "dark"):
        page = new_page(color_scheme=scheme)
        page.goto(path)
        backgrounds.add(page.evaluate(BACKGROUND))
    assert len(backgrounds) == 2


@pytest.mark.parametrize("path", ["/", "/compare-roles/"])
def test_picker_takes_a_slip_and_a_name_without_javascript(new_page: Callable[..., Page], path: str):
    page = new_page(java_script_enabled=False)
    page.goto(path)
    roles = page.locator("main input[name=role]")
    roles.nth(0).fill("ml engneer")
    roles.nth(1).fill("Data scientist")
    roles.nth(1).press("Enter")
    page.wait_for_url("**/compare-roles/data-scientist-vs-ml-engineer/")
    assert page.locator("h1").is_visible()


def test_keyboard_reaches_the_main_part_first(page: Page):
    page.goto("/compare-roles/data-scientist-vs-ml-engineer/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith(f"#{page.locator('main').get_attribute('id')}")


def test_files_of_a_page_are_kept_for_good(page: Page):
    """Their names change with their content."""
    kept = {}
    page.on("response", lambda file: kept.update({file.url: file.headers.get("cache-control", "")}))
    page.goto("/", wait_until="networkidle")
    files = {url: words for url, words in kept.items() if "/static/" in url}
    assert len(files) >= 4
    assert {url for url, words in files.items() if "immutable" not in words} == set()
