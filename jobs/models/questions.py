"""What an employer asks of those who apply here."""

from django.db import models
from django.db.models import CheckConstraint, Q

from jobs.models.jobs import Job
from roles.models.constraints import one_of, text_given

MOST_QUESTIONS = 12  # a longer form is filled in by nobody


class AnswerKind(models.TextChoices):
    SHORT = "short", "a line of text"
    LONG = "long", "a text of several lines"
    YES_NO = "yes_no", "yes or no"
    NUMBER = "number", "a number"
    CHOICE = "choice", "one of several answers"


class JobQuestion(models.Model):
    """Asked once, on the way to an application. Nothing public shows it."""

    job = models.ForeignKey(Job, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField("order", default=0)
    words = models.CharField(
        "question",
        max_length=300,
        help_text="What the job needs, and nothing else: no age, sex, religion, caste, marriage, and no money.",
    )
    kind = models.CharField("answer", max_length=8, choices=AnswerKind, default=AnswerKind.SHORT)
    choices = models.TextField(
        "answers to choose from", max_length=1000, blank=True, help_text="A line each, for “one of several answers”."
    )
    is_required = models.BooleanField("must be answered", default=True)

    class Meta:
        ordering = ["position", "pk"]
        verbose_name = "question"
        constraints = [
            one_of("jobquestion", "kind", AnswerKind),
            text_given("jobquestion", "words"),
            CheckConstraint(
                name="jobquestion_choices_with_their_kind",
                condition=Q(kind=AnswerKind.CHOICE) & ~Q(choices="") | ~Q(kind=AnswerKind.CHOICE) & Q(choices=""),
                violation_error_message="Answers to choose from go with “one of several answers”, and only with it.",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def offered(self) -> list[str]:
        """The answers to choose from, each once."""
        return list(dict.fromkeys(filter(None, (line.strip() for line in self.choices.splitlines()))))
