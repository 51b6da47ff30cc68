"""Passkeys as far as a browser isn't needed: the ceremony itself is in tests/browser/test_passkeys.py."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.passkeys import CredentialField
from tests.accounts.visits import give_password, send
from tests.factories import MemberFactory

pytestmark = pytest.mark.django_db

LONG = "9" * 4400
CREDENTIAL = {"id": "AAAA", "rawId": "AAAA", "type": "public-key", "response": {"clientDataJSON": "e30"}}
SIGNED = {"clientDataJSON": "e30", "authenticatorData": "AAAA", "signature": "AAAA", "userHandle": "MQ"}
MADE = {"clientDataJSON": "e30", "attestationObject": "oA", "transports": ["usb"]}
HOSTILE = [
    "",
    "null",
    "{",
    LONG,
    "[" * 100_000,
    "1e400",
    "NaN",
    '"text"',
    "[]",
    "{}",
    '{"response": []}',
    '{"id": 1, "response": {}}',
    '{"id": "\\ud800", "response": {}}',
    "\0",
    "😀",
    json.dumps(CREDENTIAL),
    json.dumps(CREDENTIAL | {"response": SIGNED}),
    json.dumps(CREDENTIAL | {"response": SIGNED | {"userHandle": "_____w"}}),
    json.dumps(CREDENTIAL | {"response": SIGNED | {"userHandle": None}}),
    json.dumps(CREDENTIAL | {"response": SIGNED | {"userHandle": "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk5"}}),
    json.dumps(CREDENTIAL | {"response": MADE}),
    json.dumps(CREDENTIAL | {"response": MADE | {"attestationObject": "________"}}),
    json.dumps(CREDENTIAL | {"response": MADE | {"transports": [[]]}}),
    json.dumps(CREDENTIAL | {"response": SIGNED, "clientExtensionResults": 5}),
]


@pytest.fixture
def passkey(asha) -> Authenticator:
    data = {"name": "My <phone>", "credential": {}}
    return Authenticator.objects.create(user=asha, type=Authenticator.Type.WEBAUTHN, data=data)


@pytest.mark.parametrize("credential", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_answer_signs_nobody_in(asha, client, credential):
    client.get("/accounts/2fa/webauthn/login/", headers={"accept": "application/json"})
    answer = send(client, "2fa/webauthn/login/", credential=credential)
    assert answer.headers["Location"] == "/accounts/login/"
    assert client.get("/accounts/").status_code == 302


@pytest.mark.parametrize("credential", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_answer_adds_nothing(asha_client, credential):
    give_password(asha_client)
    asha_client.get("/accounts/2fa/webauthn/add/")
    assert send(asha_client, "2fa/webauthn/add/", name="x", credential=credential, passwordless="on").status_code == 200
    assert not Authenticator.objects.exists()


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_field_takes_what_looks_like_a_credential_and_nothing_else(value):
    try:
        read = CredentialField(required=False).clean(json.dumps(value))
    except ValidationError:
        return
    assert read in (None, "", [], {}) or isinstance(read["response"], dict)


def test_question_to_a_browser_names_our_own_site(client, settings):
    settings.SITE_URL = "https://jobs.example.in"
    answer = client.get("/accounts/2fa/webauthn/login/", headers={"accept": "application/json"})
    asked = answer.json()["request_options"]["publicKey"]
    assert asked["rpId"] == "jobs.example.in"
    assert asked["userVerification"] == "required"
    assert answer.headers["Cache-Control"] == "no-store, private"
    assert client.get("/accounts/2fa/webauthn/login/").headers["Location"] == "/accounts/login/"


def test_page_hands_the_question_over_without_inline_code(asha_client, settings):
    settings.SITE_URL = "https://jobs.example.in"
    give_password(asha_client)
    page = asha_client.get("/accounts/2fa/webauthn/add/").text
    asked = json.loads(page.partition('<script id="passkey-options" type="application/json">')[2].partition("<")[0])
    assert asked["publicKey"]["rp"] == {"id": "jobs.example.in", "name": settings.SITE_NAME}
    assert 'src="/static/js/passkeys.js"' in page


def test_list_rename_remove(asha, asha_client, passkey):
    page = asha_client.get("/accounts/2fa/webauthn/").text
    assert "My &lt;phone&gt;" in page
    give_password(asha_client)
    edit, remove = (f"2fa/webauthn/keys/{passkey.pk}/{verb}/" for verb in ("edit", "remove"))
    assert "Rename the passkey" in asha_client.get(f"/accounts/{edit}").text
    assert send(asha_client, edit, name="n" * 61).status_code == 200
    assert send(asha_client, edit, name="Old phone").headers["Location"] == "/accounts/2fa/webauthn/"
    assert "Old phone" in asha_client.get("/accounts/2fa/webauthn/").text
    assert "“Old phone” won’t let you in" in asha_client.get(f"/accounts/{remove}").text
    assert send(asha_client, remove).headers["Location"] == "/accounts/2fa/webauthn/"
    assert not Authenticator.objects.exists()


def test_nobody_else_touches_it(passkey):
    ravi = Client()
    ravi.force_login(MemberFactory(password="kettle-drum-orchard"))
    give_password(ravi)
    for verb in ("edit", "remove"):
        page = f"2fa/webauthn/keys/{passkey.pk}/{verb}/"
        assert ravi.get(f"/accounts/{page}").status_code == 404
        assert send(ravi, page, name="Ravi’s").status_code == 404
    assert "phone" not in ravi.get("/accounts/2fa/webauthn/").text
