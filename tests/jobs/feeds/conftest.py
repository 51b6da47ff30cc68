import ssl

import pytest

from jobs.feeds.fetching import Fetcher
from tests.jobs.feeds.server import serving


@pytest.fixture
def site():
    with serving() as site:
        yield site


@pytest.fixture(scope="module")
def tls() -> ssl.SSLContext:
    return ssl.create_default_context()


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def fetch(tls, waits) -> Fetcher:
    return Fetcher("OnJob (+https://onjob.example/)", allow_loopback=True, wait=waits.append, tls=tls)
