"""Consent, who looked, a copy of everything, deletion, and what the public page about privacy says."""

import io
import json
import re
import zipfile

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.test import Client

from profiles.models import Consent, Experience, Profile, ProfileView
from profiles.notices import NOTICES, Notice, Purpose
from profiles.views.private import NOBODY_KEEPS
from tests.constraints import FACTORIES
from tests.desk import change_address, enter, list_address
from tests.factories import (
    ConsentFactory,
    ExperienceFactory,
    LocationFactory,
    ProfileFactory,
    ProfileViewFactory,
    RoleFactory,
    UserFactory,
)
from tests.profiles.filled import FACTS

pytestmark = pytest.mark.django_db

MODELS = list(apps.get_app_config("profiles").get_models())


def row_of(model: type, profile: Profile) -> None:
    """A row of this model that is this person's."""
    names = {field.name for field in model._meta.fields}
    owner = {"profile": profile} if "profile" in names else {"user": profile.user}
    if "application" in names:
        owner = {"application": profile.applications.get()}
    if model is Profile or (model is Consent and Consent.objects.filter(user=profile.user).exists()):
        return
    FACTORIES[model](**owner)


@pytest.fixture
def everything(profile: Profile) -> Profile:
    for model in MODELS:
        row_of(model, profile)
    profile.target_roles.add(RoleFactory())
    profile.would_move_to.add(LocationFactory(slug="pune"))
    return profile


def test_withdrawing_the_profile_deletes_it_and_keeps_the_account(everything, owner):
    user = everything.user
    assert owner.post("/profile/privacy/profile/withdraw/")["Location"] == "/profile/privacy/"
    assert not Profile.objects.exists()
    assert not Experience.objects.exists()
    assert get_user_model().objects.filter(pk=user.pk).exists()
    assert not Consent.objects.current(user).exists()
    assert "Before" in owner.get("/profile/privacy/").content.decode()


def test_consent_says_what_was_agreed_to_and_when(profile, owner):
    text = owner.get("/profile/privacy/").content.decode()
    assert "Agreed on 2 November 2026, 11:30, to the notice of 2 November 2026; its words have changed since." in text
    assert NOTICES[Purpose.PROFILE].after in text


def test_agreeing_to_new_words_closes_the_old(profile, monkeypatch):
    Consent.objects.give(profile.user, Purpose.PROFILE)
    versions = list(Consent.objects.order_by("pk").values_list("notice_version", "withdrawn_at"))
    assert [version for version, _ in versions] == ["2026-11-02", "2026-11-25"]
    assert [withdrawn is None for _, withdrawn in versions] == [False, True]
    Consent.objects.give(profile.user, Purpose.PROFILE)
    assert Consent.objects.count() == 2


def test_consent_can_be_given_again(profile, owner):
    owner.post("/profile/privacy/profile/withdraw/")
    owner.post("/profile/start/", {"is_agreed": "on"})
    assert Profile.objects.of(profile.user)
    assert Consent.objects.is_given(profile.user, Purpose.PROFILE)


def test_withdrawing_twice_is_fine(profile, owner):
    for _ in range(2):
        assert owner.post("/profile/privacy/public/withdraw/").status_code == 302


def test_who_looked_is_shown_to_the_owner_alone(profile, owner):
    ProfileViewFactory(profile=profile, viewer="staff", times=4)
    ProfileViewFactory(viewer="public", times=98_765)
    text = owner.get("/profile/privacy/").content.decode()
    assert "an editor of this site" in text
    assert "4, last at 11:30" in text
    assert not re.search("98,?765", text)


def unpacked(answer) -> dict[str, object]:
    with zipfile.ZipFile(io.BytesIO(answer.content)) as file:
        assert file.testzip() is None
        return {name: file.read(name).decode() for name in file.namelist()}


def test_the_copy_has_every_table_of_the_person(everything, profile, owner):
    FACTORIES[Experience](title="Somebody else")
    answer = owner.get("/profile/export.zip")
    assert answer["Content-Type"] == "application/zip"
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    files = unpacked(answer)
    for model in MODELS:
        rows = json.loads(files[f"profiles-{model._meta.model_name}.json"])
        assert len(rows) == 1, model
    assert json.loads(files["accounts-user.json"])[0]["email"] == "asha@example.org"
    assert len(json.loads(files["profiles-profile_target_roles.json"])) == 1
    assert all(name in files["README.txt"] for name in files if name.endswith(".json"))
    [sent] = json.loads(files["profiles-applicationcopy.json"])
    assert files[sent["resume"]] == "%PDF-1.7 of Asha"
    whole = " ".join(files.values())
    assert "Somebody else" not in whole
    assert profile.user.password.startswith("md5$")
    assert profile.user.password not in whole
    assert '"password"' not in whole


def test_the_copy_says_pay_in_rupees(profile, owner):
    Profile.objects.update(pay_wanted=1_234_567)
    [row] = json.loads(unpacked(owner.get("/profile/export.zip"))["profiles-profile.json"])
    assert (row["pay_wanted"], row["is_public"]) == (1_234_567, False)


def test_an_account_without_a_profile_has_a_copy_too(client):
    client.force_login(UserFactory(email="new@example.org"))
    assert "new@example.org" in unpacked(client.get("/profile/export.zip"))["accounts-user.json"]


def left_of(user_pk: int) -> list[str]:
    """Tables that still hold a row of this account."""
    found = []
    for model in apps.get_models():
        names = {f.name for f in model._meta.fields if f.is_relation and f.related_model is get_user_model()}
        found += [
            model._meta.label for name in names if model._default_manager.filter(**{f"{name}_id": user_pk}).exists()
        ]
        profile = {f.name for f in model._meta.fields if f.is_relation and f.related_model is Profile}
        found += [model._meta.label for _ in profile if model._default_manager.exists()]
    return found


def test_deletion_takes_everything_at_once(everything, owner):
    key = everything.user.pk
    answer = owner.post("/profile/delete/", {"confirmation": "a long password"})
    assert answer["Location"] == "/profile/deleted/"
    assert not get_user_model().objects.filter(pk=key).exists()
    for model in MODELS:
        assert not model.objects.exists(), model
    assert not Session.objects.exists()
    assert "Your account is deleted" in owner.get("/profile/deleted/").content.decode()
    assert owner.get("/profile/").status_code == 302


def test_deletion_leaves_others_alone(profile, owner):
    other = ExperienceFactory()
    owner.post("/profile/delete/", {"confirmation": "a long password"})
    assert Experience.objects.get() == other


@pytest.mark.parametrize("typed", ["", "wrong", "delete", "A LONG PASSWORD", " a long password", "x" * 500])
def test_nothing_is_deleted_without_the_password(profile, owner, typed):
    answer = owner.post("/profile/delete/", {"confirmation": typed})
    assert answer.status_code == 200
    assert "Nothing was deleted" in answer.content.decode()
    assert Profile.objects.exists()


@pytest.mark.parametrize(("typed", "is_deleted"), [("delete", True), (" Delete ", True), ("no", False)])
def test_who_has_no_password_types_a_word(client, typed, is_deleted):
    user = UserFactory()
    client.force_login(user)
    client.post("/profile/delete/", {"confirmation": typed})
    assert get_user_model().objects.filter(pk=user.pk).exists() is not is_deleted


def test_the_page_about_privacy_is_for_everyone(client, settings, django_assert_max_num_queries):
    settings.GRIEVANCE_CONTACT = "Asha <Rao>, privacy@example.org"
    with django_assert_max_num_queries(1):
        answer = client.get("/privacy/")
    text = answer.content.decode()
    assert "Asha &lt;Rao&gt;, privacy@example.org" in text
    for words in ("24 months", "30 days after an e-mail", "7 days", "365 days", "Data Protection Board of India"):
        assert words in text
    assert not answer.cookies
    assert "noindex" not in text


def test_without_a_contact_the_page_says_so(client, settings):
    settings.GRIEVANCE_CONTACT = ""
    assert "have not named a contact yet" in client.get("/privacy/").content.decode()


def test_the_desk_sees_neither_pay_nor_telephone_and_is_counted(profile, editor_client):
    profile.take(FACTS)
    Profile.objects.update(pay_now=777_000, pay_wanted=888_000)
    listed = editor_client.get(list_address(Profile)).content.decode()
    assert not ProfileView.objects.exists()
    for _ in range(2):
        opened = editor_client.get(change_address(profile)).content.decode()
    assert "Asha Rao" in opened
    for text in (listed, opened):
        for hidden in ("777000", "777,000", "888000", "98765", str(profile.token), "Built reports"):
            assert hidden not in text
    view = ProfileView.objects.get()
    assert (view.viewer, view.times, view.profile) == ("staff", 2, profile)


def test_the_desk_changes_nothing_of_a_profile(profile, editor_client):
    assert editor_client.get(f"{list_address(Profile)}add/").status_code == 403
    assert editor_client.post(change_address(profile), {"name": "Other"}).status_code == 403
    assert editor_client.get(f"{list_address(Profile)}{profile.pk}/delete/").status_code == 403
    profile.refresh_from_db()
    assert profile.name == ""


def test_opening_what_isnt_there_counts_nothing(profile, editor_client, client):
    editor_client.get(f"{list_address(Profile)}{profile.pk + 1}/change/")
    helper = UserFactory(is_staff=True)  # may not see profiles
    enter(client, helper)
    assert client.get(change_address(profile)).status_code == 403
    assert not ProfileView.objects.exists()


@pytest.mark.parametrize("notice", NOTICES.values(), ids=lambda notice: notice.version)
def test_a_notice_says_what_why_and_what_then(notice: Notice):
    assert all(len(words) > 40 for words in (notice.what, notice.why, notice.after))


def test_every_own_answer_tells_caches_and_crawlers_to_stay_away(profile, owner):
    for path in ("/profile/", "/profile/skills/", "/profile/privacy/", "/profile/export.zip"):
        for client in (owner, Client()):
            answer = client.get(path)
            assert {name: answer[name] for name in NOBODY_KEEPS} == NOBODY_KEEPS


def test_consents_of_others_are_not_shown(profile, owner):
    ConsentFactory(user=ProfileFactory().user, purpose="public")
    assert "Make a public page" in owner.get("/profile/privacy/").content.decode()
