from collections.abc import Iterator

import hypothesis
import pytest
from django.test import Client

from accounts.models import User
from onjob.page_cache import row
from onjob.page_cache.listening import Listener
from tests.desk import enter
from tests.factories import UserFactory

DATABASE = {"db", "transactional_db", "django_db_setup", "live_server"}

# What is right stays right on a busy machine.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What can touch the database says so: the rest is the same on each, and is run once."""
    for item in items:
        if item.get_closest_marker("django_db") or DATABASE & set(item.fixturenames):
            item.add_marker("database")


@pytest.fixture
def editor(db) -> User:
    return UserFactory(email="editor@example.org", is_staff=True, is_superuser=True)


@pytest.fixture
def editor_client(editor: User) -> Client:
    return enter(Client(), editor)


@pytest.fixture(autouse=True)
def quick_passwords(settings):
    """A good hash is slow on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def unhashed_static_files(settings):
    """Pages link to static files without a `collectstatic` first."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
    settings.WHITENOISE_AUTOREFRESH = True  # otherwise it warns of the folder that isn't there


@pytest.fixture(autouse=True)
def desk_needs_a_second_factor(settings):
    """As by default, whatever a developer's .env says."""
    settings.STAFF_NEED_SECOND_FACTOR = True


@pytest.fixture(autouse=True)
def no_dataset_yet(settings, tmp_path):
    """What a developer exported isn't what is tested."""
    settings.DATASET_ROOT = tmp_path / "dataset"


@pytest.fixture(autouse=True)
def pages_built_each_time(settings):
    """A test changes code and settings between two requests. Ready pages have tests of their own."""
    settings.PAGE_CACHE_MB = 0


@pytest.fixture
def own_listener(monkeypatch) -> Iterator[Listener]:
    """On PostgreSQL: its connection is closed after the test, before the database is dropped."""
    listener = Listener()
    monkeypatch.setattr(row, "listener", listener)
    yield listener
    listener.close()
