"""What a reader reports of an advert."""

from django import forms

from jobs.models.trust import Complaint
from roles.feedback.form import FeedbackForm, LinesField
from roles.models.reports import LONGEST_TEXT, SHORTEST_TEXT

NO_COMPLAINT = "Choose what is wrong with the advert."
NO_WORDS = f"Say what it is, in {SHORTEST_TEXT} characters or more."
TOO_LONG = f"Say it in {LONGEST_TEXT:,} characters or fewer."
NEED_WORDS = (Complaint.WRONG, Complaint.UNFAIR, Complaint.OTHER)


class JobReportForm(FeedbackForm):
    complaint = forms.ChoiceField(
        label="What is wrong?",
        choices=Complaint.choices,
        widget=forms.RadioSelect,
        error_messages={"required": NO_COMPLAINT, "invalid_choice": NO_COMPLAINT},
    )
    words = LinesField(
        label="What should we know?",
        help_text="What was asked for, and when; what is wrong, and what would be right.",
        required=False,
        max_length=LONGEST_TEXT,
        error_messages={"max_length": TOO_LONG},
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
    )

    def clean(self) -> None:
        """Some complaints say nothing without words."""
        super().clean()
        words = self.cleaned_data.get("words")
        if words is not None and self.cleaned_data.get("complaint") in NEED_WORDS and len(words) < SHORTEST_TEXT:
            self.add_error("words", NO_WORDS)
