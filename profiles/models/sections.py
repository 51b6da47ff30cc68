"""The sections of a profile, a model each."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Lower

from profiles.models.shapes import (
    LONGEST_LINES,
    ProfileRow,
    month_of,
    month_plausible,
    months_in_order,
    web,
    web_address,
    within,
)
from roles.models import Skill
from roles.models.constraints import text_given


class Level(models.IntegerChoices):
    TRIED = 1, "have tried it"
    USES = 2, "use it with help"
    ALONE = 3, "use it alone"
    TEACHES = 4, "teach it to others"


class ProfileSkill(ProfileRow):
    """A skill of the catalogue, or one that it lacks, by its name alone."""

    most = 100

    skill = models.ForeignKey(Skill, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    name = models.CharField("skill", max_length=80, help_text="“SQL”, “Payroll”, “Power BI”.")
    level = models.PositiveSmallIntegerField("how well", null=True, blank=True, choices=Level)
    evidence = models.CharField(
        "where it shows", max_length=300, blank=True, help_text="In your words: “Built the weekly sales report”."
    )

    class Meta(ProfileRow.Meta):
        verbose_name = "skill"
        constraints = [
            text_given("profileskill", "name"),
            within("profileskill", "level", 1, 4, "Choose one of the listed levels."),
            UniqueConstraint(
                fields=["profile", "skill"],
                name="profileskill_once",
                violation_error_message="This skill is in your list already.",
            ),
            UniqueConstraint(
                "profile",
                Lower("name"),
                name="profileskill_name_once",
                violation_error_message="This skill is in your list already.",
            ),
        ]


class Experience(ProfileRow):
    """Work for somebody, or for oneself."""

    most = 40

    title = models.CharField("job title", max_length=120)
    company = models.CharField(max_length=120, blank=True)
    place = models.CharField(max_length=120, blank=True, help_text="“Pune”, “Remote”.")
    start_year, start_month = month_of("from")
    end_year, end_month = month_of("to")
    is_current = models.BooleanField("I work here now", default=False)
    lines = models.TextField(
        "what you did",
        max_length=LONGEST_LINES,
        blank=True,
        help_text="A line each: what you did, and what came of it. A number says more than an adjective.",
    )

    class Meta(ProfileRow.Meta):
        verbose_name = "job"
        constraints = [
            text_given("experience", "title"),
            month_plausible("experience", "start"),
            month_plausible("experience", "end"),
            months_in_order("experience"),
            CheckConstraint(
                name="experience_current_has_no_end",
                condition=Q(is_current=False) | Q(is_current=True, end_year__isnull=True),
                violation_error_message="Where you work now there is no end yet: leave it empty, or untick the box.",
            ),
        ]


class Education(ProfileRow):
    most = 20

    degree = models.CharField("degree or class", max_length=160, help_text="“B.Com.”, “Class XII”, “Diploma”.")
    school = models.CharField("school or college", max_length=160, blank=True)
    field = models.CharField("subject", max_length=120, blank=True)
    start_year, start_month = month_of("from")
    end_year, end_month = month_of("to")
    grade = models.CharField(max_length=40, blank=True, help_text="As the school gives it: “8.1 CGPA”, “72 %”.")

    class Meta(ProfileRow.Meta):
        verbose_name = "degree or class"
        constraints = [
            text_given("education", "degree"),
            month_plausible("education", "start"),
            month_plausible("education", "end"),
            months_in_order("education"),
        ]


class Project(ProfileRow):
    most = 40

    name = models.CharField("project", max_length=120)
    url = web_address()
    start_year, start_month = month_of("from")
    end_year, end_month = month_of("to")
    lines = models.TextField(
        "what you did", max_length=LONGEST_LINES, blank=True, help_text="A line each: what it does, what you did in it."
    )

    class Meta(ProfileRow.Meta):
        verbose_name = "project"
        constraints = [
            text_given("project", "name"),
            month_plausible("project", "start"),
            month_plausible("project", "end"),
            months_in_order("project"),
            web("project"),
        ]


class Certificate(ProfileRow):
    most = 40

    name = models.CharField("certificate", max_length=160)
    issuer = models.CharField("given by", max_length=120, blank=True)
    date_year, date_month = month_of("given in")
    url = web_address()

    class Meta(ProfileRow.Meta):
        verbose_name = "certificate"
        constraints = [text_given("certificate", "name"), month_plausible("certificate", "date"), web("certificate")]


class Language(ProfileRow):
    most = 20

    name = models.CharField("language", max_length=60)
    level = models.CharField("how well", max_length=60, blank=True, help_text="In your words: “native”, “B2”.")

    class Meta(ProfileRow.Meta):
        verbose_name = "language"
        constraints = [
            text_given("language", "name"),
            UniqueConstraint(
                "profile",
                Lower("name"),
                name="language_once",
                violation_error_message="This language is in your list already.",
            ),
        ]


class ProfileLink(ProfileRow):
    most = 10

    label = models.CharField("name", max_length=40, help_text="“GitHub”, “Portfolio”.")
    url = web_address(blank=False)

    class Meta(ProfileRow.Meta):
        verbose_name = "link"
        constraints = [text_given("profilelink", "label", "url"), web("profilelink")]
