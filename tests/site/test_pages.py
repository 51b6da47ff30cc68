"""What belongs to no single app: health, errors, the frame."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


def test_healthz_says_ok_when_the_database_answers(client, django_assert_num_queries):
    with django_assert_num_queries(1):
        response = client.get("/healthz/")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response["Cache-Control"] == "no-store"


def test_who_was_told_of_no_icon_finds_one(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/favicon.ico")
    assert (response.status_code, response["Location"]) == (302, "/static/icon.svg")
    assert response["Cache-Control"] == "public, max-age=86400"
    assert not response.cookies


def test_a_lost_page_leads_on_without_guessing(client):
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert "Did you look for" not in response.content.decode()
    assert 'href="/compare-roles/"' in response.content.decode()


def test_tests_never_touch_the_real_database():
    assert "test" in str(connection.settings_dict["NAME"])
