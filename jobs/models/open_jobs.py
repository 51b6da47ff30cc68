"""What openings are found by."""

from collections.abc import Sequence
from typing import Self

from django.db import models
from django.db.models import F, Q, Value

from jobs.models.jobs import Job
from jobs.search.lookups import MarksField, WordsField
from jobs.search.terms import terms
from roles.names import has_trigrams


class OpenJobQuerySet(models.QuerySet):
    def search(self, typed: str) -> Self:
        """With all the words: in the title, the company's name, skills, places or the description. Typed words may be
        anything; without any that tells adverts apart, all are found."""
        wanted = terms(typed)
        return self.filter(words__have_terms=wanted) if wanted else self

    def titled_like(self, typed: str) -> Self:
        """Typing slips forgiven, in titles alone; nothing on a database that can't compare so."""
        wanted = " ".join(terms(typed))
        if not wanted or not has_trigrams():
            return self.none()
        from django.contrib.postgres.lookups import TrigramWordSimilar  # needs PostgreSQL's driver

        return self.filter(Q(TrigramWordSimilar(F("job__title"), Value(wanted))))

    def marked(self, marks: Sequence[str]) -> Self:
        return self.filter(marks__have_all=marks) if marks else self


class OpenJob(models.Model):
    """One narrow row for each open job. The database itself keeps it (jobs/search/): nothing else writes here."""

    job = models.OneToOneField(Job, models.DO_NOTHING, primary_key=True, db_constraint=False, related_name="found_by")
    posted_at = models.DateTimeField()
    pay = models.PositiveIntegerField(help_text="The top end, ₹ a year; 0: not stated.")
    years_from = models.PositiveSmallIntegerField()
    years_to = models.PositiveSmallIntegerField()
    marks = MarksField()
    words = WordsField()

    objects = OpenJobQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-posted_at", "-job"], name="openjob_newest"),
            models.Index(fields=["-pay", "-job"], name="openjob_best_paid"),
        ]

    def __str__(self) -> str:
        return str(self.job_id)
