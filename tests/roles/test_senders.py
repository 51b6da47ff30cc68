"""Whom a limit counts: the address that our own proxy saw, as a code for a day."""

import datetime
import re

import pytest
from django.test import RequestFactory

from roles.feedback.senders import client_address, sender_code

DAY = datetime.date(2026, 11, 1)


def request(remote: str = "203.0.113.9", forwarded: str | None = None):
    headers = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return RequestFactory().post("/feedback/", REMOTE_ADDR=remote, **headers)


@pytest.mark.parametrize(
    ("behind_proxy", "forwarded", "address"),
    [
        (False, None, "203.0.113.9"),
        (False, "198.51.100.7", "203.0.113.9"),
        (True, None, "203.0.113.9"),
        (True, "", "203.0.113.9"),
        (True, "198.51.100.7", "198.51.100.7"),
        (True, "192.0.2.1, 198.51.100.7", "198.51.100.7"),
        (True, "192.0.2.1,192.0.2.2,198.51.100.7 ", "198.51.100.7"),
        (True, "2001:db8::1", "2001:db8::1"),
    ],
)
def test_address_is_the_one_that_no_client_can_write(settings, behind_proxy, forwarded, address):
    settings.BEHIND_PROXY = behind_proxy
    assert client_address(request(forwarded=forwarded)) == address


def test_client_cannot_become_another_sender_by_a_header(settings):
    settings.BEHIND_PROXY = True
    codes = {sender_code(request(forwarded=f"192.0.2.{n}, 198.51.100.7"), DAY) for n in range(9)}
    assert len(codes) == 1


def test_code_is_16_hexadecimal_digits_without_the_address():
    code = sender_code(request(), DAY)
    assert re.fullmatch("[0-9a-f]{16}", code)
    assert code == sender_code(request(), DAY)


def test_code_is_another_one_on_another_day():
    assert sender_code(request(), DAY) != sender_code(request(), DAY + datetime.timedelta(days=1))


def test_code_needs_the_key(settings):
    code = sender_code(request(), DAY)
    settings.SECRET_KEY = "another"
    assert sender_code(request(), DAY) != code


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("203.0.113.9", "203.0.113.10", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", True),
        ("2001:db8:1:2::1", "2001:DB8:0001:2:0::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.9", "203.0.113.9", True),
        ("::ffff:203.0.113.9", "::ffff:203.0.113.10", False),
        ("fe80::1%eth0", "fe80::1", True),
        ("", "unknown", False),
    ],
)
def test_one_network_is_one_sender(one, other, is_same):
    assert (sender_code(request(one), DAY) == sender_code(request(other), DAY)) is is_same
