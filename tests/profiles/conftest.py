from dataclasses import replace
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from profiles.importing.extracting import running
from profiles.models import Profile
from profiles.views import importing
from tests.factories import ProfileFactory, SkillFactory


@pytest.fixture
def profile(db) -> Profile:
    return ProfileFactory(user__email="asha@example.org", user__password="a long password")


@pytest.fixture
def owner(profile: Profile) -> Client:
    client = Client()
    client.force_login(profile.user)
    return client


@pytest.fixture(autouse=True)
def nobody_asked_before():
    """Keys of accounts come again in the next test, and how often each asked is counted by them."""
    cache.clear()


@pytest.fixture(autouse=True)
def own_turns(tmp_path, monkeypatch) -> tuple[Path, ...]:
    """To read files in; otherwise tests of other processes would be waited for."""
    places = tmp_path / "first-turn", tmp_path / "second-turn"
    for place in places:
        place.touch()
    monkeypatch.setattr(running, "PLACES", places)
    return places


@pytest.fixture
def python_is_known(db) -> None:
    """A catalogue of one skill."""
    SkillFactory(slug="python", name="Python")


@pytest.fixture
def plenty(monkeypatch) -> None:
    """However much one test brings, it isn't too much."""
    monkeypatch.setattr(importing, "PACE", replace(importing.PACE, times=1_000))
