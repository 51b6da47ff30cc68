"""The form in which an employer's answer is written down: by the desk, or by the person for one elsewhere."""

from typing import Any

from django import forms

from profiles.applying.states import State
from profiles.forms.fields import OneLine
from profiles.models.applications import LONGEST_NOTE


class AnswerForm(forms.Form):
    to = forms.ChoiceField(label="What did they answer?", error_messages={"required": "Choose what they answered."})
    words = OneLine(label="In a few words", required=False, max_length=LONGEST_NOTE)

    def __init__(self, states: list[State], typed: Any = None) -> None:
        """typed: what was sent (Any: Django's QueryDict)."""
        super().__init__(typed, auto_id="answer-%s", label_suffix="")
        self.fields["to"].choices = [("", "Choose one"), *((state.value, state.label) for state in states)]
