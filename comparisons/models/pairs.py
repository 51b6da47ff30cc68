"""Pairs of roles as the publication gate last judged them."""

from collections.abc import Collection
from typing import Self

from django.db import models
from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest, Least

from comparisons.addresses import comparison_path
from comparisons.gate.rules import Reason
from comparisons.models.notes import ComparisonNote, Indexing
from roles.models import Role, Status
from roles.models.constraints import one_of

LINKED = ("first__slug", "first__name", "second__slug", "second__name", "overlap")  # what a link to a pair says
MEASURED = ("words", "own_words", "boilerplate", "nearest")


class PairQuerySet(models.QuerySet):
    def of(self, left: int, right: int) -> Self:
        """The pair of these two roles' keys, whichever comes first: one row or none, by one look into an index."""
        return self.alias(low=Least("first", "second"), high=Greatest("first", "second")).filter(
            low=min(left, right), high=max(left, right)
        )

    def of_roles(self, slugs: Collection[str]) -> Self:
        """Pairs with one of the roles of these slugs."""
        return self.filter(Q(first__slug__in=slugs) | Q(second__slug__in=slugs))

    def published(self) -> Self:
        """Both roles still are: the gate may not have judged since one was withdrawn."""
        return self.filter(first__status=Status.PUBLISHED, second__status=Status.PUBLISHED)

    def shown(self) -> Self:
        """What search engines are shown."""
        return self.published().filter(is_indexable=True)

    def of_family(self, family: str) -> Self:
        """Pairs with a role of this field."""
        return self.filter(Q(first__family=family) | Q(second__family=family))

    def indexable(self) -> Self:
        """What search engines are shown, in the order of the addresses, with the roles' names and reviews joined.
        Can be streamed."""
        found = self.shown().select_related("first", "second")
        needed = (f"{role}__{field}" for role in ("first", "second") for field in ("slug", "name", "reviewed_on"))
        return found.only("overlap", "judged_at", *needed).order_by("first__slug", "second__slug")

    def most_alike(self) -> Self:
        """What search engines are shown, those that overlap most first."""
        return self.shown().order_by("-overlap", "first__slug", "second__slug")

    def follow_notes(self) -> int:
        """Give these pairs the editors' word from the notes on them; returns how many it changed. One query."""
        note = ComparisonNote.objects.filter(
            Q(first=OuterRef("first"), second=OuterRef("second"))
            | Q(first=OuterRef("second"), second=OuterRef("first"))
        )
        said = Coalesce(Subquery(note.values("indexing")[:1]), Value(Indexing.AUTO.value))
        return self.annotate(said=said).exclude(indexing=F("said")).update(indexing=F("said"))


class Pair(models.Model):
    """Two published roles and what the gate found. Written by `judge_pairs` only; first's slug comes before second's.

    Which pairs have a row: all of them, as long as there are few enough (`comparisons.gate.judging.ALL_UP_TO`);
    in a larger catalogue those that overlap enough, and those with a note.
    """

    first = models.ForeignKey(Role, models.CASCADE, related_name="+", db_index=False)
    second = models.ForeignKey(Role, models.CASCADE, related_name="+", db_index=False)
    overlap = models.PositiveSmallIntegerField("overlap (%)", help_text="Of what both ask for, the common part.")
    shared_core = models.PositiveSmallIntegerField("shared core skills")
    reasons = models.CharField(max_length=200, blank=True, help_text="What stands against it: codes, by commas.")
    indexing = models.CharField(
        max_length=6, choices=Indexing, default=Indexing.AUTO, help_text="The editor's word, from the note."
    )
    is_indexable = models.GeneratedField(
        expression=Q(indexing=Indexing.ALWAYS) | Q(indexing=Indexing.AUTO, reasons=""),
        output_field=models.BooleanField(),
        db_persist=True,
    )
    words = models.PositiveIntegerField(null=True, help_text="On its page. Empty: the page wasn't measured.")
    own_words = models.PositiveIntegerField(null=True, help_text="That stand on no other page in their order.")
    boilerplate = models.PositiveSmallIntegerField("boilerplate (%)", null=True)
    nearest = models.PositiveSmallIntegerField("like its nearest (%)", null=True)
    nearest_pair = models.CharField(max_length=125, blank=True, help_text="The most similar page: “a-vs-b”.")
    judged_at = models.DateTimeField(help_text="When the verdict or a figure last changed.")

    objects = PairQuerySet.as_manager()

    class Meta:
        ordering = ["-overlap", "first__name", "second__name"]
        indexes = [
            models.Index(fields=["first", "overlap"], name="pair_of_first"),
            models.Index(fields=["second", "overlap"], name="pair_of_second"),
            models.Index(fields=["-overlap", "first", "second"], name="pair_indexable", condition=Q(is_indexable=True)),
        ]
        constraints = [
            models.CheckConstraint(name="pair_two_roles", condition=~Q(first=F("second"))),
            models.UniqueConstraint(fields=["first", "second"], name="pair_once"),
            models.UniqueConstraint(Least("first", "second"), Greatest("first", "second"), name="pair_once_either_way"),
            one_of("pair", "indexing", Indexing),
            models.CheckConstraint(name="pair_overlap_per_cent", condition=Q(overlap__lte=100)),
            models.CheckConstraint(name="pair_core_is_overlap", condition=Q(shared_core=0) | Q(overlap__gte=1)),
            models.CheckConstraint(
                name="pair_reasons_are_codes", condition=Q(reasons__regex=r"^([a-z]+(,[a-z]+)*)?\Z")
            ),
            models.CheckConstraint(
                name="pair_measured_whole",
                condition=Q(**{f"{name}__isnull": True for name in MEASURED}, nearest_pair="")
                | Q(
                    **{f"{name}__isnull": False for name in MEASURED},
                    own_words__lte=F("words"),
                    boilerplate__lte=100,
                    nearest__lte=100,
                ),
            ),
            models.CheckConstraint(name="pair_passes_when_measured", condition=~Q(reasons="") | Q(words__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.first} vs {self.second}"

    def get_absolute_url(self) -> str:
        return comparison_path(self.first.slug, self.second.slug)

    @property
    def against(self) -> list[Reason]:
        """What stands against it, whatever an editor says."""
        return [Reason(code) for code in self.reasons.split(",") if code]


class Judging(models.Model):
    """When all pairs were last judged, and on what: one row, which also keeps two judgings from writing at once."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    digest = models.CharField(max_length=64, blank=True, help_text="Of everything that a judgement depends on.")
    judged_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(name="judging_one_row", condition=Q(id=1))]

    def __str__(self) -> str:
        return "never" if self.judged_at is None else f"{self.judged_at:%d %B %Y}"
