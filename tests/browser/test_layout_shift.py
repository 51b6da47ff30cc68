"""Nothing that a reader looks at moves while the page loads, whichever comes late."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route

pytestmark = pytest.mark.browser

PAGES = ["/compare-roles/data-scientist-vs-ml-engineer/", "/", "/roles/data-scientist/", "/salaries/data-scientist/"]
WIDTHS = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1280, "height": 800}}
OBSERVE = """
    window.shifts = [];
    new PerformanceObserver(list => window.shifts.push(...list.getEntries()))
        .observe({type: "layout-shift", buffered: true});
"""
# Two frames on, what the last change moved has been seen.
MOVED = """async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
    return window.shifts.map(shift => [shift.value, shift.sources.map(source => source.node?.outerHTML?.slice(0, 80))]);
}"""


def moved(page: Page) -> list[object]:
    """Each shift so far: how much, and what."""
    return page.evaluate(MOVED)


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("viewport", WIDTHS.values(), ids=WIDTHS.keys())
def test_nothing_moves_while_a_page_loads(new_page: Callable[..., Page], path: str, viewport: dict[str, int]):
    page = new_page(viewport=viewport)
    page.add_init_script(OBSERVE)
    page.goto(path)
    assert moved(page) == []


@pytest.mark.parametrize("viewport", WIDTHS.values(), ids=WIDTHS.keys())
def test_nothing_moves_when_the_script_comes_late(new_page: Callable[..., Page], viewport: dict[str, int]):
    page = new_page(viewport=viewport)
    page.add_init_script(OBSERVE)
    late: list[Route] = []
    page.route("**/*.js", lambda route: late.append(route))
    page.goto(PAGES[0], wait_until="commit")
    page.wait_for_function("document.querySelector('.page-files')")
    moved(page)
    for route in late:
        route.continue_()
    page.wait_for_load_state()
    assert moved(page) == []


def test_a_shift_is_seen(page: Page):
    """The watch itself: something above that grows after the page was drawn."""
    page.add_init_script(OBSERVE)
    page.goto(PAGES[0])
    page.evaluate("document.querySelector('.site-header').style.paddingBlockEnd = '90px'")
    assert moved(page) != []
