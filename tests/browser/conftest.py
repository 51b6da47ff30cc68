"""Fixtures of the browser tests. A test fails when the browser complains or asks for anything outside the site."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer
from xdist.scheduler import LoadScopeScheduling

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
HERE = {"test_fit_line.py", "test_passkeys_in_chromium.py", "test_whole_way.py"}  # which have `site_here`
PHONE = {"width": 360, "height": 740}
PATIENCE = 10_000  # milliseconds
LEFT_OUT = "there is no Chromium"
WARNING = """
+------------------------------------------------------------------------------+
|  THE BROWSER TESTS WERE LEFT OUT: there is no Chromium on this machine.      |
|  Install one (Debian: apt-get install chromium) or name one in CHROME_PATH.  |
+------------------------------------------------------------------------------+"""


class BySite(LoadScopeScheduling):
    """One worker asks what `make run` serves, which takes a while to begin; the other has the sites of its own."""

    def _split_scope(self, nodeid: str) -> str:
        return "here" if nodeid.partition("::")[0].rpartition("/")[2] in HERE else "served"


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> BySite:
    return BySite(config, log)


@pytest.fixture(scope="session")
def folder_of_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(folder_of_site: Path, browser: Browser) -> Iterator[str]:
    """The address of what `make run` serves."""
    with served(folder_of_site) as address:
        yield address


@pytest.fixture
def site_here(browser: Browser, settings) -> Iterator[str]:
    """The address of a site in this process, so that a test has its mail and its tables. It is a name: passkeys belong
    to one, and 127.0.0.1 is none."""
    server = LiveServer("localhost")
    settings.SITE_URL = server.url
    cache.clear()
    yield server.url
    server.stop()


@pytest.fixture(scope="session")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        path = find_or_install()
    if path is None:
        leave_out = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        leave_out(LEFT_OUT)
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


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if any(LEFT_OUT in str(report.longrepr) for report in terminalreporter.getreports("skipped")):
        terminalreporter.write_line(WARNING, red=True, bold=True)
