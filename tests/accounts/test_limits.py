"""Whoever guesses has to wait; and where the counting is done."""

import pytest
from django.core import mail
from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from django.test import Client

from onjob.limits import SharedOrOwnCache
from tests.accounts.visits import PASSWORD, SIGN_UP, is_signed_in, send, sign_in

pytestmark = pytest.mark.django_db


def test_five_wrong_passwords_for_an_address_are_enough(asha, client):
    for number in range(5):
        client.defaults["REMOTE_ADDR"] = f"203.0.113.{number}"
        assert "isn’t right" in sign_in(client, password="wrong password").text
    client.defaults["REMOTE_ADDR"] = "198.51.100.1"
    assert "Too many tries" in sign_in(client).text
    assert not is_signed_in(client)


def test_another_port_in_the_host_wins_no_more_tries(asha, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    for port in range(5):
        sign_in(Client(headers={"host": f"testserver:{port + 1}"}), password="wrong password")
    assert "Too many tries" in sign_in(Client()).text


def test_ten_wrong_passwords_of_a_network_are_enough(asha):
    for number in range(10):
        sign_in(Client(), f"person{number}@example.org", "wrong password")
    assert "Too many tries" in sign_in(Client()).text
    assert sign_in(Client(REMOTE_ADDR="198.51.100.1")).status_code == 302


@pytest.mark.parametrize(
    ("page", "form", "most"),
    [
        ("signup/", SIGN_UP | {"password1": ""}, 20),
        ("password/reset/", {"email": "asha@example.org"}, 5),
        ("login/", {"login": "", "password": ""}, 30),
        ("2fa/webauthn/login/", {"credential": "{}"}, 10),
    ],
)
def test_too_many_are_answered_with_429_and_a_page(page, form, most):
    answers = [send(Client(), page, **form) for _ in range(most + 1)]
    assert {answer.status_code for answer in answers[:-1]} <= {200, 302}
    assert answers[-1].status_code == 429
    assert "Too many tries" in answers[-1].text
    assert "no-store" in answers[-1].headers["Cache-Control"]


def test_a_mailbox_isnt_flooded(asha):
    for _ in range(6):
        send(Client(), "login/code/", email=asha.email)
    assert len(mail.outbox) == 3


def test_the_visitor_behind_our_proxy_is_its_last_entry(asha, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(10):
        forged = f"203.0.113.{number}, 198.51.100.1"
        sign_in(Client(headers={"x-forwarded-for": forged}), f"person{number}@example.org", "wrong password")
    assert "Too many tries" in sign_in(Client(headers={"x-forwarded-for": "1.2.3.4, 198.51.100.1"})).text
    assert sign_in(Client(headers={"x-forwarded-for": "198.51.100.2"})).status_code == 302


def test_without_a_proxy_nobody_chooses_their_address(asha):
    for number in range(10):
        forged = {"x-forwarded-for": f"203.0.113.{number}"}
        sign_in(Client(headers=forged), f"person{number}@example.org", "wrong password")
    assert "Too many tries" in sign_in(Client(headers={"x-forwarded-for": "203.0.113.99"})).text


# --- Where it is counted


class BrokenCache(BaseCache):
    def __init__(self, *_: object) -> None:
        super().__init__({})

    def _fail(self, *_: object, **__: object) -> None:
        raise ConnectionError("refused")

    add = get = set = delete = _fail


@pytest.fixture
def shared(settings) -> str:
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "shared"}
    settings.CACHES = {
        "default": {"BACKEND": "onjob.limits.SharedOrOwnCache", "LOCATION": "pages"},
        "cards": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
        "pages": memory,
        "broken": {"BACKEND": f"{__name__}.BrokenCache"},
    }
    caches["pages"].clear()
    return "pages"


def test_all_workers_count_together(shared):
    first, second = SharedOrOwnCache(shared, {}), SharedOrOwnCache(shared, {})
    assert first.add("tries", 1)
    assert not second.add("tries", 1)
    second.set("tries", 2)
    assert first.get("tries") == 2
    assert first.delete("tries")
    assert second.get("tries", "none") == "none"


def test_while_the_shared_cache_is_down_each_counts_its_own(shared, caplog):
    own = SharedOrOwnCache("broken", {})
    assert own.add("tries", 1)
    assert not own.add("tries", 1)
    own.set("tries", 2)
    assert own.get("tries") == 2
    assert caplog.text.count("shared cache: refused") == 1
    assert own.delete("tries")


def test_limit_holds_through_it(shared, asha, settings):
    for _ in range(5):
        sign_in(Client(), password="wrong password")
    assert "Too many tries" in sign_in(Client(), password=PASSWORD).text
    settings.CACHES = settings.CACHES | {"pages": settings.CACHES["broken"]}
    assert sign_in(Client(), password=PASSWORD).status_code == 302
