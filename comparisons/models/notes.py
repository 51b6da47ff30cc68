"""An editor's words on one pair of roles."""

from typing import Self

from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.models import Q

from comparisons.addresses import comparison_path
from roles.models import EditedFAQ, Role, Status
from roles.models.constraints import key_once, once_either_way, one_of, text_given, two_of_them


class ComparisonNoteQuerySet(models.QuerySet):
    def published(self) -> Self:
        return self.filter(is_published=True)

    def for_pair(self, left: int, right: int) -> Self:
        """The note on the roles of these keys in whichever order it was written: one row or none."""
        return self.filter(first__in=[left, right], second__in=[left, right])

    def for_home(self) -> Self:
        """Published notes that an editor gave a place on the home page, in that order, their roles joined."""
        published = {"first__status": Status.PUBLISHED, "second__status": Status.PUBLISHED}
        noted = self.published().filter(home_position__isnull=False, **published)
        return noted.select_related("first", "second").order_by("home_position", "pk")

    def get_by_natural_key(self, first: str, second: str) -> "ComparisonNote":
        return self.get(first__slug__in=[first, second], second__slug__in=[first, second])


class Indexing(models.TextChoices):
    """Who says whether search engines are shown a pair."""

    AUTO = "auto", "by the gate's rules"
    ALWAYS = "always", "always: an editor approved it"
    NEVER = "never", "never: an editor keeps it out"


class ComparisonNote(models.Model):
    """What an editor adds to a comparison. The order of the two roles has no meaning."""

    first = models.ForeignKey(Role, models.CASCADE, related_name="+")
    second = models.ForeignKey(Role, models.CASCADE, related_name="+")
    verdict = models.TextField(
        blank=True,
        validators=[MaxLengthValidator(1000)],
        help_text="Two or three sentences on what really sets the two apart. Plain text. Shown under the heading.",
    )
    is_published = models.BooleanField("published", default=False)
    reviewed_on = models.DateField(null=True, blank=True)
    home_position = models.PositiveSmallIntegerField(
        "place on the home page",
        null=True,
        blank=True,
        help_text="1 comes first among the comparisons to start with; empty: only there when room is left.",
    )
    indexing = models.CharField(
        "shown to search engines",
        max_length=6,
        choices=Indexing,
        default=Indexing.AUTO,
        help_text="Your word goes over the gate's, at once and whether or not the note is published. "
        "Readers can open the page in any case.",
    )

    objects = ComparisonNoteQuerySet.as_manager()

    class Meta:
        ordering = ["first__name", "second__name"]
        constraints = [
            two_of_them("comparisonnote", "roles"),
            once_either_way(
                "comparisonnote", "once_a_pair", "There is a note on this pair, perhaps in the other order."
            ),
            models.CheckConstraint(
                name="comparisonnote_published_is_reviewed",
                condition=Q(is_published=False) | Q(reviewed_on__isnull=False),
                violation_error_message="Say when it was reviewed before publishing it.",
            ),
            one_of("comparisonnote", "indexing", Indexing),
        ]

    def __str__(self) -> str:
        return f"{self.first} vs {self.second}"

    def get_absolute_url(self) -> str:
        return comparison_path(self.first.slug, self.second.slug)

    def natural_key(self) -> tuple[str, str]:
        """A–Z, as the order of the two has no meaning."""
        first, second = sorted((self.first.slug, self.second.slug))
        return first, second

    natural_key.dependencies = ["roles.role"]


class ComparisonFAQ(EditedFAQ):
    note = models.ForeignKey(ComparisonNote, models.CASCADE, related_name="faqs")

    class Meta:
        ordering = ["note", "position", "id"]
        verbose_name = "question"
        constraints = [key_once("comparisonfaq", "note"), text_given("comparisonfaq", "question", "answer")]

    def natural_key(self) -> tuple[str, str, str]:
        return (*self.note.natural_key(), self.question)

    natural_key.dependencies = ["comparisons.comparisonnote"]
