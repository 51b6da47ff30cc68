import pytest
from django.core.cache import cache
from django.test import Client

from accounts.models import User
from tests.accounts.visits import PASSWORD
from tests.factories import MemberFactory


@pytest.fixture(autouse=True)
def nobody_tried_before(db):
    """Limits are counted in the cache."""
    cache.clear()


@pytest.fixture
def asha() -> User:
    return MemberFactory(email="asha@example.org", password=PASSWORD)


@pytest.fixture
def asha_client(asha: User) -> Client:
    """Signed in a moment ago, with the password."""
    client = Client()
    answer = client.post("/accounts/login/", {"login": asha.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/profile/"
    return client
