"""What people bring: what was understood of a file, until they confirm it, and the files that they want kept."""

import datetime
from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Q
from django.db.models.functions import Length
from django.utils import timezone

from profiles.importing.extracting.answers import MOST_BYTES
from profiles.importing.kept import as_json, from_json
from profiles.importing.kinds import FileKind
from profiles.importing.pieces import Understood
from profiles.models.profiles import Profile
from profiles.typed import LONGEST_NAME
from roles.models.constraints import one_of, text_given

READING_KEPT = datetime.timedelta(hours=24)
MOST_FILES = 3  # of a profile


class ReadingQuerySet(models.QuerySet):
    def expired(self, now: datetime.datetime) -> Self:
        return self.filter(read_at__lte=now - READING_KEPT)

    def current(self) -> Self:
        return self.filter(read_at__gt=timezone.now() - READING_KEPT)

    def to_confirm(self, profile: Profile, key: int | None = None) -> "Reading | None":
        """What this person has yet to confirm; with a key only that of this number, for which others then wait. One
        query."""
        current = self.current().filter(profile=profile)
        return current.first() if key is None else current.select_for_update().filter(pk=key).first()

    def keep(self, profile: Profile, understood: Understood) -> "Reading":
        """In place of what was read before. Whatever ran out goes at the same time. Three queries."""
        self.expired(timezone.now()).delete()
        self.filter(profile=profile).delete()
        return self.create(profile=profile, understood=as_json(understood))


class Reading(models.Model):
    """What was understood of a file or text, without the file. Gone when it is confirmed, thrown away or a day old."""

    profile = models.OneToOneField(Profile, models.CASCADE, related_name="reading")
    understood = models.JSONField()
    read_at = models.DateTimeField("read", default=timezone.now)

    objects = ReadingQuerySet.as_manager()

    def __str__(self) -> str:
        """Nothing personal."""
        return f"reading {self.pk}"

    def value(self) -> Understood | None:
        """None for what another release wrote and this one can't read."""
        try:
            return from_json(self.understood)
        except ValueError:
            return None


class Held(models.TextChoices):
    """What a kept file is."""

    PDF = FileKind.PDF.value, "PDF"
    DOCX = FileKind.DOCX.value, "Word file"
    TEXT = FileKind.TEXT.value, "text"
    JSON = FileKind.JSON.value, "JSON Resume"
    LINKEDIN = FileKind.LINKEDIN.value, "download from LinkedIn"


class KeptFileQuerySet(models.QuerySet):
    def of(self, profile: Profile) -> Self:
        """Without their bytes."""
        return self.filter(profile=profile).defer("content")


class KeptFile(models.Model):
    """A file that its owner wants kept, as it came. In the database, so that it is in the same backup, goes in the same
    moment as the account, and has no address that a web server could give away."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="kept_files")
    name = models.CharField(max_length=LONGEST_NAME)
    kind = models.CharField(max_length=8, choices=Held)
    size = models.PositiveIntegerField("size in bytes")
    content = models.BinaryField()
    kept_at = models.DateTimeField("kept", default=timezone.now)

    objects = KeptFileQuerySet.as_manager()

    class Meta:
        ordering = ["-kept_at", "-pk"]
        constraints = [
            one_of("keptfile", "kind", Held),
            text_given("keptfile", "name"),
            CheckConstraint(name="keptfile_size_range", condition=Q(size__gte=1, size__lte=MOST_BYTES)),
            CheckConstraint(name="keptfile_size_is_true", condition=Q(size=Length("content"))),
        ]

    def __str__(self) -> str:
        """Nothing personal."""
        return f"kept file {self.pk}"
