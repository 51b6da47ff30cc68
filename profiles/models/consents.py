"""What a person agreed to, who looked at their profile, and who was told that an account will be deleted."""

import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils import timezone

from profiles.models.profiles import Profile
from profiles.notices import Purpose, version_of
from roles.models.constraints import one_of, text_given


class ConsentQuerySet(models.QuerySet):
    def current(self, user: models.Model) -> Self:
        """What this person agrees to now."""
        return self.filter(user=user, withdrawn_at=None)

    def is_given(self, user: models.Model, purpose: Purpose) -> bool:
        return self.current(user).filter(purpose=purpose).exists()

    def is_current(self, user: models.Model, purpose: Purpose) -> bool:
        """Whether they agree to the notice as its words are now."""
        return self.current(user).filter(purpose=purpose, notice_version=version_of(purpose)).exists()

    def give(self, user: models.Model, purpose: Purpose) -> None:
        """To the notice as it stands now. Who agreed to it already needs nothing more; who agreed to an older wording
        has that one closed."""
        now, version = timezone.now(), version_of(purpose)
        given = self.current(user).filter(purpose=purpose)
        given.exclude(notice_version=version).update(withdrawn_at=now)
        self.get_or_create(
            user=user, purpose=purpose, withdrawn_at=None, defaults={"notice_version": version, "given_at": now}
        )

    def withdraw(self, user: models.Model, purpose: Purpose) -> None:
        self.current(user).filter(purpose=purpose).update(withdrawn_at=timezone.now())


class Consent(models.Model):
    """One purpose, the words that were agreed to (by their version), and from when until when."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="consents")
    purpose = models.CharField(max_length=12, choices=Purpose)
    notice_version = models.CharField(max_length=10)
    given_at = models.DateTimeField("given", default=timezone.now)
    withdrawn_at = models.DateTimeField("withdrawn", null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        ordering = ["-given_at", "-pk"]
        constraints = [
            one_of("consent", "purpose", Purpose),
            text_given("consent", "notice_version"),
            UniqueConstraint(fields=["user", "purpose"], name="consent_once", condition=Q(withdrawn_at=None)),
            CheckConstraint(
                name="consent_withdrawn_after_given",
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__isnull=False, withdrawn_at__gte=F("given_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"consent {self.pk}: {self.purpose}"


class Viewer(models.TextChoices):
    STAFF = "staff", "an editor of this site"
    PUBLIC = "public", "somebody with the address of your public page"


class ViewQuerySet(models.QuerySet):
    def count_one(self, profile: Profile, viewer: Viewer) -> None:
        """One more look, today. Two queries, four for the first of a day. Nothing is kept of who it was."""
        now = timezone.now()
        today = self.filter(profile=profile, viewer=viewer, day=timezone.localdate(now))
        if not today.update(times=F("times") + 1, last_at=now):
            view, is_new = self.get_or_create(
                profile=profile, viewer=viewer, day=timezone.localdate(now), defaults={"last_at": now}
            )
            if not is_new:
                self.filter(pk=view.pk).update(times=F("times") + 1, last_at=now)

    def older_than(self, time: datetime.timedelta, now: datetime.datetime) -> Self:
        return self.filter(day__lt=timezone.localdate(now - time))


class ProfileView(models.Model):
    """How often a profile was looked at on a day, by what kind of viewer."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="views")
    viewer = models.CharField(max_length=6, choices=Viewer)
    day = models.DateField(default=timezone.localdate)
    times = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField("last", default=timezone.now)

    objects = ViewQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "viewer"]
        constraints = [
            one_of("profileview", "viewer", Viewer),
            UniqueConstraint(fields=["profile", "viewer", "day"], name="profileview_once_a_day"),
            CheckConstraint(name="profileview_happened", condition=Q(times__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.times} × {self.viewer} on {self.day}"


class DeletionWarning(models.Model):
    """This account was told by e-mail that it will be deleted unless somebody signs in."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="deletion_warning")
    sent_at = models.DateTimeField("sent", default=timezone.now)

    def __str__(self) -> str:
        return f"warning {self.pk}"
