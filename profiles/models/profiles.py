"""A person's profile: what they say of themselves for work, and how much of it is public."""

import uuid
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, OuterRef, Q, Subquery, Value
from django.utils import timezone

from profiles.facts import ProfileFacts
from profiles.models.sections import ProfileSkill
from profiles.models.shapes import within
from roles.models import Location, Role
from roles.models.constraints import one_of

MOST_RUPEES = 2_000_000_000  # a year; more is a slip
MOST_MONTHS = 720  # of work
MOST_NOTICE = 365  # days
MOST_TARGETS = 5
MOST_PLACES = 20
PHONE = r"^[+0-9 ()./-]*\Z"


class JoinedNames(models.Aggregate):
    """Names of several rows in one text, a line each."""

    function = "STRING_AGG"
    output_field = models.TextField()

    def as_sqlite(self, compiler: object, connection: object, **options: object) -> tuple[str, list]:
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **options)


def _names(through: type[models.Model], name: str) -> Subquery:
    rows = through._default_manager.filter(profile=OuterRef("pk")).order_by().values("profile")
    return Subquery(rows.annotate(names=JoinedNames(name, Value("\n"))).values("names"))


def _count(of: str) -> Subquery:
    """How many rows of this relation there are; None where there are none."""
    rows = Profile._meta.get_field(of).related_model._default_manager.filter(profile=OuterRef("pk"))
    return Subquery(rows.order_by().values("profile").annotate(count=models.Count("pk")).values("count"))


def _sections() -> tuple[str | models.Prefetch, ...]:
    return (
        models.Prefetch("profileskill_rows", ProfileSkill.objects.select_related("skill")),
        "experience_rows",
        "education_rows",
        "project_rows",
        "certificate_rows",
        "language_rows",
        "profilelink_rows",
    )


class ProfileQuerySet(models.QuerySet):
    def of(self, user: models.Model) -> "Profile | None":
        """This person's profile. One query."""
        return self.filter(user=user).first()

    def locked(self, profile: "Profile") -> "Profile":
        """As it is now, with its sections; nobody else changes it until the transaction ends. Eight queries."""
        found = self.select_for_update().get(pk=profile.pk)
        found.user = profile.user
        found.read_sections()
        return found

    def with_choices(self) -> Self:
        """With the names of target roles and of places, each a line of `role_names` and of `place_names`, else None."""
        return self.select_related("location").annotate(
            role_names=_names(Profile.target_roles.through, "role__name"),
            place_names=_names(Profile.would_move_to.through, "location__name"),
        )

    def with_counts(self) -> Self:
        """With how many applications, saved jobs and saved searches there are (None: none), and whether something that
        was read waits for their word."""
        from profiles.models.imports import Reading  # which imports this

        return self.annotate(
            application_count=_count("applications"),
            saved_job_count=_count("saved_jobs"),
            saved_search_count=_count("saved_searches"),
            has_reading=models.Exists(Reading.objects.current().filter(profile=OuterRef("pk"))),
        )

    def whole(self) -> Self:
        """With all sections. Seven queries more."""
        return self.prefetch_related(*_sections())

    def public(self) -> Self:
        """What strangers may see; nothing of accounts that the desk has closed."""
        return self.filter(is_public=True, user__is_active=True)


class Profile(models.Model):
    """Kept while its owner consents. No age, sex, religion, caste, marriage, picture: a test reads the fields."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    name = models.CharField("your name", max_length=100, blank=True, help_text="As it is to be printed.")
    headline = models.CharField(
        max_length=160, blank=True, help_text="One line: “Data analyst, five years in retail banking”."
    )
    summary = models.TextField(
        max_length=2000, blank=True, help_text="Three or four sentences: what you do, what you did best, what is next."
    )
    phone = models.CharField(
        "telephone number", max_length=30, blank=True, help_text="On a public page only if you tick it there."
    )
    city = models.CharField(max_length=80, blank=True, help_text="Where you live: “Pune”.")
    location = models.ForeignKey(Location, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    months = models.PositiveSmallIntegerField("months of work", null=True, blank=True)
    would_move_to = models.ManyToManyField(Location, blank=True, related_name="+")
    is_remote_fine = models.BooleanField("remote work is fine", default=False)
    notice_days = models.PositiveSmallIntegerField("notice period (days)", null=True, blank=True)
    pay_now = models.PositiveIntegerField("pay now (₹ a year)", null=True, blank=True)
    pay_wanted = models.PositiveIntegerField("pay you look for (₹ a year)", null=True, blank=True)
    target_roles = models.ManyToManyField(Role, blank=True, related_name="+")
    is_public = models.BooleanField("public page", default=False)
    is_indexable = models.BooleanField("search engines may show it", default=False)
    token = models.UUIDField("code of its public address", default=uuid.uuid4, unique=True, editable=False)
    started_at = models.DateTimeField("started", default=timezone.now, editable=False)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            within(
                "profile",
                "months",
                0,
                MOST_MONTHS,
                f"At most {MOST_MONTHS} months, which is {MOST_MONTHS // 12} years.",
            ),
            within("profile", "notice_days", 0, MOST_NOTICE, f"At most {MOST_NOTICE} days."),
            within("profile", "pay_now", 1, MOST_RUPEES, "Write whole rupees a year, more than 0, or leave it empty."),
            within(
                "profile", "pay_wanted", 1, MOST_RUPEES, "Write whole rupees a year, more than 0, or leave it empty."
            ),
            CheckConstraint(
                name="profile_phone_shape",
                condition=Q(phone__regex=PHONE),
                violation_error_message="A telephone number has digits, spaces and + ( ) . / - only.",
            ),
            CheckConstraint(
                name="profile_indexed_only_if_public",
                condition=Q(is_indexable=False) | Q(is_public=True),
                violation_error_message="Search engines can only show a page that is public.",
            ),
        ]

    def __str__(self) -> str:
        """Nothing personal: it is what lists and logs of the desk print."""
        return f"profile {self.pk}"

    def get_absolute_url(self) -> str:
        """Of the public page."""
        return f"/p/{self.token}/"

    def read_sections(self) -> None:
        """Once for all that reads them after. Seven queries."""
        models.prefetch_related_objects([self], *_sections())

    def facts(self) -> ProfileFacts:
        """All of it as values, but for wishes and pay. Eight queries, one for `whole()` ones whose user is known."""
        from profiles.rows import facts_of  # which imports the models

        return facts_of(self)

    def take(self, facts: ProfileFacts) -> None:
        """These facts in place of what the sections held; the address stays that of the account."""
        from profiles.rows import take_facts

        take_facts(self, facts)

    def go_private(self) -> None:
        """No public page, and should there be one again, it is at another address."""
        self.is_public = self.is_indexable = False
        self.token = uuid.uuid4()
        self.save(update_fields=["is_public", "is_indexable", "token"])
        self.shownpart_rows.all().delete()


class Part(models.TextChoices):
    """What a person may put on their public page."""

    NAME = "name", "Your name"
    EMAIL = "email", "Your e-mail address"
    PHONE = "phone", "Your telephone number"
    CITY = "city", "Your city"
    LINKS = "links", "Your links"
    HEADLINE = "headline", "Your headline"
    SUMMARY = "summary", "Your summary"
    SKILLS = "skills", "Your skills"
    WORK = "work", "Your work"
    EDUCATION = "education", "Your education"
    PROJECTS = "projects", "Your projects"
    CERTIFICATES = "certificates", "Your certificates"
    LANGUAGES = "languages", "Your languages"


class ShownPart(models.Model):
    """The person ticked this part for their public page."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="shownpart_rows")
    part = models.CharField(max_length=12, choices=Part)

    class Meta:
        ordering = ["pk"]
        constraints = [
            one_of("shownpart", "part", Part),
            models.UniqueConstraint(fields=["profile", "part"], name="shownpart_once"),
        ]

    def __str__(self) -> str:
        return f"part {self.part} of profile {self.profile_id}"
