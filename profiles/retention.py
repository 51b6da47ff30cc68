"""How long what is kept, and what goes when it ends. The same numbers stand on the public page."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from profiles.applying.applications import withdraw_all
from profiles.models import (
    ApplicationDraft,
    Consent,
    DeletionWarning,
    KeptFile,
    Often,
    Profile,
    ProfileView,
    Reading,
    SavedSearch,
)
from profiles.notices import Purpose

UNUSED = datetime.timedelta(days=730)  # 24 months without a sign-in
WARNING = datetime.timedelta(days=30)  # from the mail to the deletion
SIGN_UP = datetime.timedelta(days=7)  # to confirm an address
LOOKS_KEPT = datetime.timedelta(days=365)
DRAFTS_KEPT = datetime.timedelta(days=30)  # of applications that were looked at and not sent


def end_purpose(user: models.Model, purpose: Purpose) -> None:
    """What hung on a consent that is withdrawn."""
    ENDS[purpose](Profile.objects.filter(user=user))


def _end_all(profiles: models.QuerySet) -> None:
    """A profile goes with everything that other purposes keep of it."""
    _withdraw(profiles)
    for profile in profiles.select_related("user"):
        for purpose in ENDS:
            Consent.objects.withdraw(profile.user, purpose)
    profiles.delete()


def _go_private(profiles: models.QuerySet) -> None:
    for profile in profiles:
        profile.go_private()


def _withdraw(profiles: models.QuerySet) -> None:
    for profile in profiles:
        withdraw_all(profile)


ENDS: dict[Purpose, Callable[[models.QuerySet], object]] = {
    Purpose.PROFILE: _end_all,
    Purpose.PUBLIC: _go_private,
    Purpose.WORDING: lambda profiles: None,  # nothing is kept for it
    Purpose.FILES: lambda profiles: KeptFile.objects.filter(profile__in=profiles).delete(),
    Purpose.ALERTS: lambda profiles: SavedSearch.objects.filter(profile__in=profiles).stop(),
    Purpose.APPLY: _withdraw,
}


@dataclass(frozen=True, slots=True)
class Due:
    """What is due at a time; querysets, nothing is read yet."""

    now: datetime.datetime

    @property
    def unconfirmed(self) -> models.QuerySet:
        """Sign-ups that nobody confirmed: never signed in, no confirmed address, nothing of them but the address."""
        users = _people().filter(last_login=None, date_joined__lt=self.now - SIGN_UP, profile=None)
        if not apps.is_installed("allauth.account"):
            return users
        addresses = apps.get_model("account", "EmailAddress").objects
        return users.exclude(Exists(addresses.filter(user=OuterRef("pk"), verified=True)))

    @property
    def to_warn(self) -> models.QuerySet:
        """Unused for so long that in a month they will be deleted; nobody told them yet."""
        return self._unused(UNUSED - WARNING).filter(deletion_warning=None)

    @property
    def unused(self) -> models.QuerySet:
        """Told a month ago or more, and not signed in since."""
        return self._unused(UNUSED).filter(deletion_warning__sent_at__lte=self.now - WARNING)

    @property
    def void_warnings(self) -> models.QuerySet:
        """Of people who signed in since."""
        return DeletionWarning.objects.filter(user__last_login__gt=F("sent_at"))

    @property
    def profiles_without_consent(self) -> models.QuerySet:
        return Profile.objects.exclude(Exists(_given(Purpose.PROFILE)))

    @property
    def pages_without_consent(self) -> models.QuerySet:
        return Profile.objects.filter(is_public=True).exclude(Exists(_given(Purpose.PUBLIC)))

    @property
    def files_without_consent(self) -> models.QuerySet:
        return KeptFile.objects.exclude(Exists(_given(Purpose.FILES, "profile__user")))

    @property
    def old_readings(self) -> models.QuerySet:
        return Reading.objects.expired(self.now)

    @property
    def mail_without_consent(self) -> models.QuerySet:
        """Profiles with searches that would be mailed."""
        mailed = SavedSearch.objects.exclude(often=Often.NEVER).filter(profile=OuterRef("pk"))
        return Profile.objects.filter(Exists(mailed)).exclude(Exists(_given(Purpose.ALERTS)))

    @property
    def old_looks(self) -> models.QuerySet:
        return ProfileView.objects.older_than(LOOKS_KEPT, self.now)

    @property
    def old_drafts(self) -> models.QuerySet:
        return ApplicationDraft.objects.filter(made_at__lt=self.now - DRAFTS_KEPT)

    def _unused(self, time: datetime.timedelta) -> models.QuerySet:
        """Who never signed in is counted from when they joined."""
        before = self.now - time
        never = Q(last_login=None, date_joined__lt=before)
        warned_before_sign_in = Q(deletion_warning__sent_at__lt=F("last_login"))
        return _people().filter(never | Q(last_login__lt=before)).exclude(warned_before_sign_in)


def _people() -> models.QuerySet:
    """Accounts of the desk are looked after by those who gave them."""
    return get_user_model().objects.filter(is_staff=False)


def _given(purpose: Purpose, owner: str = "user") -> models.QuerySet:
    """owner: the way from a row to whose it is."""
    return Consent.objects.filter(user=OuterRef(owner), purpose=purpose, withdrawn_at=None)
