"""The form of an application: which résumé, and what the employer asks."""

from typing import Any

from django import forms

from jobs.models import AnswerKind, JobQuestion
from profiles.applying.states import Variant
from profiles.forms.fields import ManyLines, OneLine

LONGEST_SHORT, LONGEST_LONG = 300, 4000  # characters
YES_NO = ("Yes", "No")
PREFIX = "question_"
UNANSWERED = "The employer wants an answer to this."


class ApplyForm(forms.Form):
    """Values are the words that will be sent."""

    variant = forms.ChoiceField(label="Which résumé?", choices=Variant, widget=forms.RadioSelect)

    def __init__(self, questions: list[JobQuestion], can_be_tailored: bool, typed: Any = None, **options: Any) -> None:
        """typed: what was sent; options: whatever Django takes (Any: both are Django's)."""
        super().__init__(typed, auto_id="apply-%s", label_suffix="", **options)
        self.questions = questions
        offered = [choice for choice in Variant.choices if can_be_tailored or choice[0] != Variant.TAILORED]
        self.fields["variant"].choices = offered
        self.fields["variant"].initial = offered[-1][0]
        for question in questions:
            self.fields[f"{PREFIX}{question.pk}"] = field_of(question)

    @property
    def asked(self) -> list[forms.BoundField]:
        """The employer's questions."""
        return [self[f"{PREFIX}{question.pk}"] for question in self.questions]

    @property
    def answers(self) -> list[dict[str, Any]]:
        """Of a valid form, with the words of each question. Any: what JSON holds."""
        return [
            {"question": question.pk, "words": question.words, "answer": _text(self.cleaned_data[name])}
            for question in self.questions
            if (name := f"{PREFIX}{question.pk}")
        ]


def field_of(question: JobQuestion) -> forms.Field:
    says = {"label": question.words, "required": question.is_required, "error_messages": {"required": UNANSWERED}}
    if not question.is_required:
        says["help_text"] = "You may leave it empty."
    if question.kind == AnswerKind.LONG:
        return ManyLines(max_length=LONGEST_LONG, **says)
    if question.kind == AnswerKind.NUMBER:
        box = forms.NumberInput(attrs={"inputmode": "decimal", "step": "any", "autocomplete": "off"})
        return forms.DecimalField(max_digits=14, decimal_places=2, widget=box, **says)
    if question.kind in (AnswerKind.YES_NO, AnswerKind.CHOICE):
        offered = YES_NO if question.kind == AnswerKind.YES_NO else question.offered
        choices = [*((each, each) for each in offered), *([] if question.is_required else [("", "No answer")])]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **says)
    return OneLine(max_length=LONGEST_SHORT, **says)


def typed_again(variant: str, answers: list[dict[str, Any]]) -> dict[str, str]:
    """What the form would have been sent for these. Any: what JSON holds."""
    return {"variant": variant, **{f"{PREFIX}{each['question']}": each["answer"] for each in answers}}


def asked_of(questions: list[JobQuestion]) -> list[list[object]]:
    """All that makes a question what it is."""
    return [[each.pk, each.words, each.kind, each.offered, each.is_required] for each in questions]


def _text(value: Any) -> str:
    """A number as it was written. Any: of any field."""
    return "" if value is None else str(value)
