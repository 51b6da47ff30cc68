"""What somebody does who signs up, signs in or looks after an account, as a browser sends it."""

import re
from typing import Any

from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.http import HttpResponse
from django.test import Client

PASSWORD = "kettle-drum-orchard"
NEW_PASSWORD = "quiet-river-lantern"
SIGN_UP = {"email": "asha@example.org", "password1": PASSWORD, "is_adult": "on"}


def send(client: Client, page: str, **form: Any) -> HttpResponse:
    """A form of accounts. Any: values of its fields."""
    return client.post(f"/accounts/{page}", form)


def code_in_mail() -> str:
    """Of the newest mail."""
    return re.findall(r"^(\d{4}-\d{4})$", mail.outbox[-1].body, re.MULTILINE)[0]


def sign_in(client: Client, email: str = "asha@example.org", password: str = PASSWORD) -> HttpResponse:
    return send(client, "login/", login=email, password=password)


def give_password(client: Client) -> HttpResponse:
    """Once more, where what comes next is worth protecting."""
    return send(client, "reauthenticate/", password=PASSWORD)


def totp_code(secret: str, periods: int = 0) -> str:
    """That an app shows now, or so many half minutes from now."""
    counters = list(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, counters[len(counters) // 2] + periods))


def add_app(client: Client) -> str:
    """The secret, once the app is switched on."""
    give_password(client)
    page = client.get("/accounts/2fa/totp/activate/")
    secret = page.context["form"].secret
    answer = send(client, "2fa/totp/activate/", code=totp_code(secret))
    assert answer.headers["Location"] == "/accounts/2fa/recovery-codes/"
    return secret


def is_signed_in(client: Client) -> bool:
    return client.get("/accounts/").status_code == 200
