"""Other words for lines over HTTP, with a language model of our own that answers as it likes."""

import json
import time
from contextlib import contextmanager
from dataclasses import replace

import pytest
from answering import lines, listening, saying, sending
from django.test import Client

from profiles import chat_server
from profiles.advice.grounding import WHY
from profiles.facts import Contact, Position, ProfileFacts
from profiles.models import Consent, Profile
from profiles.notices import NOTICES, Purpose
from profiles.views import wording
from tests.factories import ProfileFactory, SkillFactory

pytestmark = pytest.mark.django_db

LINE = "Was working on churn reports in Python for 3 teams"
GOOD = "Wrote churn reports in Python for 3 teams"
SECOND = "Was helping with 2 audits of stores"
BETTER = "Helped with 2 audits of stores"
FACTS = ProfileFacts(
    contact=Contact("Asha Rao", "asha@example.org", "+91 98765 43210", "Pune"),
    headline="Analyst Asha",
    positions=(Position("Analyst", "Acme", "Pune", lines=(LINE, SECOND, "Asha earned 12 LPA", "Call 98765 43210")),),
)


@pytest.fixture
def person(profile: Profile) -> Profile:
    SkillFactory(slug="python", name="Python", category="tool")
    SkillFactory(slug="tableau", name="Tableau", category="tool")
    profile.take(FACTS)
    return profile


@pytest.fixture
def agreed(person: Profile) -> Profile:
    Consent.objects.give(person.user, Purpose.WORDING)
    return person


@contextmanager
def model(settings, answer):
    with listening(answer) as (url, asked):
        settings.LLM_URL, settings.LLM_MODEL, settings.LLM_KEY = url, "small", ""
        yield asked


def lines_of(profile: Profile) -> tuple[str, ...]:
    return Profile.objects.get(pk=profile.pk).facts().positions[0].lines


def ask(client: Client, **sent: str) -> object:
    return client.post("/profile/advice/wording/", sent)


def take(client: Client, use: object = 0, *pairs: tuple[str, str]) -> object:
    sent = {"line": [line for line, _ in pairs], "text": [text for _, text in pairs], "use": use}
    return client.post("/profile/advice/wording/take/", sent)


# --- Off, and before anything is agreed to -----------------------------------------------------------------------
def test_without_a_model_nothing_is_asked_taken_or_mentioned(agreed, owner, settings):
    settings.LLM_URL = ""
    assert ask(owner)["Location"] == "/profile/advice/#wording"
    assert take(owner, 0, (LINE, GOOD))["Location"] == "/profile/advice/"
    assert lines_of(agreed)[0] == LINE
    assert 'id="wording"' not in owner.get("/profile/advice/").content.decode()


def test_before_it_is_agreed_the_notice_stands_there_and_nothing_is_sent(person, owner, settings):
    with model(settings, saying(lines((0, GOOD)))) as asked:
        text = owner.get("/profile/advice/").content.decode()
        assert NOTICES[Purpose.WORDING].what in text
        assert "To be sent: 2 lines, to 127.0.0.1." in text
        assert "I agree: ask for wording suggestions" in text
        assert ask(owner)["Location"] == "/profile/advice/#wording"
    assert asked == []
    assert not Consent.objects.is_given(person.user, Purpose.WORDING)


def test_one_button_agrees_and_asks(person, owner, settings):
    with model(settings, saying(lines((0, GOOD)))) as asked:
        text = ask(owner, agreed="yes").content.decode()
        assert len(asked) == 1
        assert "I agree" not in owner.get("/profile/advice/").content.decode()
    assert GOOD in text
    assert Consent.objects.is_current(person.user, Purpose.WORDING)


def test_other_words_of_the_notice_are_agreed_to_anew(agreed, owner, settings, monkeypatch):
    monkeypatch.setitem(NOTICES, Purpose.WORDING, replace(NOTICES[Purpose.WORDING], version="2027-01-01"))
    with model(settings, saying(lines((0, GOOD)))) as asked:
        assert ask(owner).status_code == 302
    assert asked == []


def test_it_is_taken_back_by_one_button_and_the_rest_stays(agreed, owner, settings):
    settings.LLM_URL, settings.LLM_MODEL = "http://127.0.0.1:9/v1", "small"
    assert "send nothing any more" in owner.get("/profile/privacy/").content.decode()
    Profile.objects.filter(pk=agreed.pk).update(is_public=True)
    owner.post("/profile/privacy/wording/withdraw/")
    assert not Consent.objects.is_given(agreed.user, Purpose.WORDING)
    assert Consent.objects.is_given(agreed.user, Purpose.PROFILE)
    assert Profile.objects.get(pk=agreed.pk).is_public


def test_it_ends_with_the_profile(agreed, owner):
    owner.post("/profile/privacy/profile/withdraw/")
    assert not Consent.objects.is_given(agreed.user, Purpose.WORDING)


# --- Asking ------------------------------------------------------------------------------------------------------
def test_each_offer_cites_its_line_and_shows_the_difference(agreed, owner, settings):
    row = agreed.experience_rows.get()
    with model(settings, saying(lines((0, GOOD)))):
        text = ask(owner).content.decode()
    assert "Analyst at Acme" in text
    assert f'href="/profile/experience/{row.pk}/"' in text
    assert '<del><span class="visually-hidden">taken out: </span>Was working on</del>' in text
    assert '<ins><span class="visually-hidden">put in: </span>Wrote</ins>' in text
    assert lines_of(agreed) == FACTS.positions[0].lines


def test_name_contact_and_pay_are_not_sent(agreed, owner, settings):
    with model(settings, saying(lines())) as asked:
        ask(owner)
    ((_, _, body),) = asked
    assert json.loads(json.loads(body)["messages"][1]["content"]) == [LINE, SECOND]
    for private in (b"Asha", b"asha", b"98765", b"LPA", b"Pune"):
        assert private not in body


def test_what_a_line_does_not_say_is_not_offered(agreed, owner, settings):
    with model(settings, saying(lines((0, GOOD + " and Tableau"), (1, BETTER)))):
        text = ask(owner).content.decode()
    assert "Tableau" not in text
    assert BETTER in text


@pytest.mark.parametrize(
    "answer",
    [
        saying("no JSON"),
        saying(lines((9, GOOD))),
        saying(lines((0, GOOD)), 500),
        saying(lines((0, GOOD)), 302, Location="http://127.0.0.1:1/"),
        sending(b"<html>"),
        lambda handler: handler.connection.close(),
        lambda handler: time.sleep(1),  # longer than the patience
    ],
)
def test_a_model_that_fails_is_told_in_kind_words(agreed, owner, settings, monkeypatch, answer):
    made = chat_server.ChatServer
    monkeypatch.setattr(wording, "chat_server", lambda: made(settings.LLM_URL, "small", "", patience=0.4))
    with model(settings, answer):
        refused = ask(owner)
    assert refused.status_code == 503
    assert "gave no answer that we can use. Nothing was changed" in refused.content.decode()
    assert lines_of(agreed) == FACTS.positions[0].lines


def test_nothing_to_offer_is_said(agreed, owner, settings):
    with model(settings, saying(lines())):
        assert "There is nothing to offer" in ask(owner).content.decode()


def test_who_asks_often_waits(agreed, owner, settings, monkeypatch):
    monkeypatch.setattr(wording, "PACE", replace(wording.PACE, times=1))
    with model(settings, saying(lines())) as asked:
        ask(owner)
        refused = ask(owner)
    assert (refused.status_code, len(asked)) == (429, 1)
    assert "You can ask again in 1 hour" in refused.content.decode()


# --- Taking --------------------------------------------------------------------------------------------------------
@pytest.fixture
def on(settings):
    settings.LLM_URL, settings.LLM_MODEL = "http://127.0.0.1:9/v1", "small"


def test_one_is_taken_word_for_word_and_the_others_stay_offered(on, agreed, owner):
    text = take(owner, 0, (LINE, GOOD), (SECOND, BETTER)).content.decode()
    assert lines_of(agreed) == (GOOD, *FACTS.positions[0].lines[1:])
    assert f"Your line now says: {GOOD}" in text
    assert f'value="{BETTER}"' in text
    assert f'href="/profile/experience/{agreed.experience_rows.get().pk}/"' in text
    text = take(owner, 0, (SECOND, BETTER)).content.decode()
    assert lines_of(agreed)[:2] == (GOOD, BETTER)
    assert "That was the last one" in text


def test_the_page_of_offers_carries_its_token(agreed, owner, settings):
    with model(settings, saying(lines((0, GOOD)))):
        assert "csrfmiddlewaretoken" in ask(owner).content.decode()


@pytest.mark.parametrize(
    ("line", "text", "why"),
    [
        (LINE, GOOD + " and Tableau", "names a skill"),
        (LINE, "Wrote churn reports in Python for 30 teams", "has a number"),
        (LINE, "Led churn reports in Python for 3 teams", "claims a rank"),
        (LINE, GOOD + " at Acme", "names an employer"),
        (LINE, "Wrote <b>churn</b> reports in Python for 3 teams", "marks of a program"),
        (LINE, "x" * 5000, "far more or far less"),
        ("Ran all of Google", "Led all of Google", "has no such line"),
        (LINE, LINE, "what your line says already"),
    ],
)
def test_a_forged_text_is_refused_and_changes_nothing(on, agreed, owner, line, text, why):
    before = Profile.objects.get(pk=agreed.pk).facts()
    refused = take(owner, 0, (line, text), (SECOND, BETTER))
    assert refused.status_code == 400
    assert why in refused.content.decode()
    assert Profile.objects.get(pk=agreed.pk).facts() == before


def test_a_forged_offer_beside_the_chosen_one_is_not_shown(on, agreed, owner):
    text = take(owner, 0, (LINE, GOOD), (SECOND, "Led 2000 audits of stores")).content.decode()
    assert "2000" not in text


@pytest.mark.parametrize("use", ["", "1", "-1", "99", "x", "٣", "0" * 50])
def test_a_number_that_was_not_offered_takes_nothing(on, agreed, owner, use):
    assert take(owner, use, (LINE, GOOD))["Location"] == "/profile/advice/"
    assert lines_of(agreed) == FACTS.positions[0].lines


def test_nobody_takes_words_into_anothers_profile(on, agreed):
    other = ProfileFactory()
    client = Client()
    client.force_login(other.user)
    assert take(client, 0, (LINE, GOOD)).status_code == 400
    assert lines_of(agreed) == FACTS.positions[0].lines
    assert Client().post("/profile/advice/wording/").status_code == 302


def test_every_reason_has_a_sentence():
    """Those that grounding.py and suggestions.py give."""
    reasons = {"line", "nothing new", "length", "signs", "markup", "link", "number", "rank", "skill", "employer"}
    assert set(WHY) == reasons | {"letters", "name"}
