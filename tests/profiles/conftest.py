import pytest
from django.core.cache import cache
from django.test import Client

from profiles.models import Profile
from tests.factories import ProfileFactory


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
