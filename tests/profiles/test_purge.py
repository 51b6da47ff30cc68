"""What is deleted by itself, when, and what isn't."""

import datetime
import io

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from profiles.models import ApplicationDraft, Consent, DeletionWarning, KeptFile, Profile, ProfileView, Reading
from tests.factories import (
    ApplicationDraftFactory,
    ConsentFactory,
    DeletionWarningFactory,
    KeptFileFactory,
    ProfileFactory,
    ProfileViewFactory,
    ReadingFactory,
    SavedSearchFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

User = get_user_model()


def ago(days: float) -> datetime.datetime:
    return timezone.now() - datetime.timedelta(days=days)


def person(joined: float = 1000, signed_in: float | None = 0, warned: float | None = None, **more):
    """An account; all in days ago."""
    user = UserFactory(date_joined=ago(joined), last_login=None if signed_in is None else ago(signed_in), **more)
    if warned is not None:
        DeletionWarningFactory(user=user, sent_at=ago(warned))
    return user


def purge(*options: str) -> dict[str, int]:
    """What it says it did."""
    out = io.StringIO()
    call_command("purge_personal_data", *options, stdout=out)
    lines = out.getvalue().splitlines()[1:]
    return {line[:-6].strip(): int(line[-6:]) for line in lines}


@pytest.mark.parametrize(
    ("who", "is_kept"),
    [
        ({"signed_in": 1}, True),
        ({"signed_in": 731}, True),  # nobody warned them
        ({"signed_in": 731, "warned": 29}, True),
        ({"signed_in": 731, "warned": 30.1}, False),
        ({"signed_in": 729, "warned": 31}, True),  # not 24 months yet
        ({"signed_in": 10, "warned": 31}, True),  # signed in after the mail
        ({"joined": 8, "signed_in": None}, False),  # never confirmed
        ({"joined": 6, "signed_in": None}, True),
        ({"joined": 8, "signed_in": None, "is_staff": True}, True),
        ({"signed_in": 900, "warned": 60, "is_staff": True}, True),
    ],
)
def test_which_accounts_are_deleted(who, is_kept):
    user = person(**who)
    purge()
    assert User.objects.filter(pk=user.pk).exists() is is_kept


@pytest.mark.skipif(not apps.is_installed("allauth.account"), reason="addresses are confirmed by django-allauth")
@pytest.mark.parametrize("is_verified", [True, False])
def test_who_confirmed_an_address_is_no_leftover_of_a_sign_up(is_verified):
    user = person(joined=8, signed_in=None)
    addresses = apps.get_model("account", "EmailAddress").objects
    addresses.create(user=user, email=user.email, verified=is_verified, primary=True)
    purge()
    assert User.objects.filter(pk=user.pk).exists() is is_verified


def test_a_mail_goes_out_thirty_days_before_and_once():
    person(signed_in=699)
    late = person(signed_in=701, email="late@example.org")
    assert purge()["warnings sent"] == 1
    assert purge()["warnings sent"] == 0
    [sent] = mail.outbox
    assert sent.to == ["late@example.org"]
    assert "24 months" in sent.body
    assert "In 30 days it will be deleted" in sent.body
    assert "/profile/" in sent.body
    assert DeletionWarning.objects.get().user == late


def test_who_signs_in_is_warned_anew_the_next_time():
    user = person(signed_in=720, warned=725)  # signed in five days after the mail, then never again
    assert purge()["warnings that a sign-in made void"] == 1
    assert User.objects.filter(pk=user.pk).exists()
    assert len(mail.outbox) == 1


def test_a_mail_that_cannot_be_sent_counts_as_no_warning(monkeypatch):
    def fails(*_: object) -> int:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fails)
    person(signed_in=701)
    assert purge()["warnings sent"] == 0
    assert not DeletionWarning.objects.exists()


def test_a_profile_goes_with_its_account():
    user = person(signed_in=800, warned=40)
    ProfileFactory(user=user)
    purge()
    assert not Profile.objects.exists()
    assert not Consent.objects.exists()


def test_what_nobody_agrees_to_any_more_goes():
    """By the withdrawal itself already; this is for what came back from a backup."""
    kept, without = ProfileFactory(is_public=True), ProfileFactory(consent=False)
    ConsentFactory(user=without.user, withdrawn_at=timezone.now())
    counts = purge()
    assert (counts["profiles without consent"], counts["public pages without consent"]) == (1, 1)
    assert list(Profile.objects.all()) == [kept]
    before = kept.token
    kept.refresh_from_db()
    assert not kept.is_public
    assert kept.token != before


def test_old_looks_are_forgotten():
    today = timezone.localdate()
    for days in (364, 365, 366, 500):
        ProfileViewFactory(day=today - datetime.timedelta(days=days))
    assert purge()["days of looks"] == 2
    assert ProfileView.objects.count() == 2


def test_what_nobody_confirmed_is_forgotten_after_a_day():
    kept = ReadingFactory(read_at=ago(0.99))
    ReadingFactory(read_at=ago(1.01))
    assert purge()["readings that nobody confirmed"] == 1
    assert Reading.objects.get() == kept


def test_files_whose_owner_took_consent_back_go():
    kept = KeptFileFactory()
    ConsentFactory(user=kept.profile.user, purpose="files")
    ConsentFactory(user=KeptFileFactory().profile.user, purpose="files", withdrawn_at=timezone.now())
    assert purge()["kept files without consent"] == 1
    assert KeptFile.objects.get() == kept


def test_what_was_looked_at_and_never_sent_goes():
    for days in (29, 31):
        ApplicationDraftFactory(made_at=ago(days))
    assert purge()["applications that were never sent"] == 1
    assert ApplicationDraft.objects.count() == 1


def everything_due() -> None:
    person(joined=8, signed_in=None)
    person(signed_in=731, warned=31)
    person(signed_in=20, warned=31)
    person(signed_in=705)
    ProfileFactory(consent=False)
    ProfileFactory(is_public=True)
    SavedSearchFactory(often="daily")
    ProfileViewFactory(day=timezone.localdate() - datetime.timedelta(days=400))
    ReadingFactory(read_at=ago(1.01))
    KeptFileFactory()
    ApplicationDraftFactory(made_at=ago(31))


def test_a_dry_run_counts_the_same_and_does_nothing():
    everything_due()
    before = User.objects.count(), Profile.objects.count(), ProfileView.objects.count(), DeletionWarning.objects.count()
    said = purge("--dry-run")
    assert not mail.outbox
    after = User.objects.count(), Profile.objects.count(), ProfileView.objects.count(), DeletionWarning.objects.count()
    assert after == before
    assert said == purge()
    assert all(said.values())


def test_a_second_run_finds_nothing_to_do():
    everything_due()
    purge()
    assert not any(purge().values())
