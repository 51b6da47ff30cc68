"""Fixtures of the browser tests. A test fails when the browser complains or asks for anything outside the site."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright

from tests.browser.chromium import find_or_install
from tests.browser.served import served

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"width": 360, "height": 740}
PATIENCE = 10_000  # milliseconds
LEFT_OUT = pytest.StashKey[bool]()
WARNING = """
+------------------------------------------------------------------------------+
|  THE BROWSER TESTS WERE LEFT OUT: there is no Chromium on this machine.      |
|  Install one (Debian: apt-get install chromium) or name one in CHROME_PATH.  |
+------------------------------------------------------------------------------+"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """The address of what `make run` serves."""
    with served(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        path = find_or_install()
    if path is None:
        request.config.stash[LEFT_OUT] = True
        leave_out = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        leave_out("there is no Chromium")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright has a loop in this thread, which no query waits in
    with (
        sync_playwright() as playwright,
        closing(playwright.chromium.launch(executable_path=path, args=ARGUMENTS)) as browser,
    ):
        yield browser


@pytest.fixture
def new_page(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Opens a phone's page, or what Playwright's options for a context say. Paths are the site's."""
    complaints: list[str] = []

    def stay_on_the_site(route: Route) -> None:
        if route.request.url.startswith((f"{site}/", "data:")):
            route.continue_()
        else:
            complaints.append(f"asked for {route.request.url}")
            route.abort()

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(f"{message.type}: {message.text}")

    def new_page(**options: object) -> Page:
        context = browser.new_context(**({"base_url": site, "viewport": PHONE} | options))
        context.set_default_timeout(PATIENCE)
        context.route("**/*", stay_on_the_site)
        context.on("console", note)
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        return context.new_page()

    yield new_page
    for context in browser.contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.stash.get(LEFT_OUT, False):
        terminalreporter.write_line(WARNING, red=True, bold=True)
