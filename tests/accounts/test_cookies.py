"""What a browser is given to keep, and what is kept for it: nothing that says who somebody is for work."""

import pytest
from django.test import Client

from tests.accounts.visits import PASSWORD, is_signed_in, sign_in
from tests.factories import ExperienceFactory, ProfileFactory

pytestmark = pytest.mark.django_db

SAID = {"name": "Asha Rao-Quill", "phone": "98123 45670", "city": "Pune", "pay_now": 1_717_171}


def test_a_sign_in_gives_a_random_word_that_scripts_cant_read(asha, client):
    cookie = sign_in(client).cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["domain"]) == (True, "Lax", "/", "")
    assert cookie["max-age"] == 8 * 60 * 60
    assert cookie.value.isalnum()
    assert len(cookie.value) == 32


def test_a_sign_in_and_a_sign_out_change_the_word(asha, client):
    client.get("/accounts/login/")
    sign_in(client)
    first = client.cookies["sessionid"].value
    client.post("/accounts/logout/")
    sign_in(client)
    assert client.cookies["sessionid"].value != first
    stolen = Client()
    stolen.cookies["sessionid"] = first
    assert not is_signed_in(stolen)


def test_a_session_holds_nothing_of_a_profile(asha, asha_client):
    profile = ProfileFactory(user=asha, **SAID)
    ExperienceFactory(profile=profile, company="Quokka Looms")
    for page in ("", "about/", "wishes/", "experience/", "public/", "privacy/", "delete/"):
        assert asha_client.get(f"/profile/{page}").status_code == 200
    asha_client.post("/profile/delete/", {"confirmation": "wrong"})
    asha_client.post("/profile/about/", {"name": "Asha Rao-Quill", "years": "many"})
    kept = repr(dict(asha_client.session))
    assert asha.email in kept  # who proved it is they
    assert not [words for words in (*SAID.values(), "Quokka Looms", PASSWORD) if str(words) in kept]
